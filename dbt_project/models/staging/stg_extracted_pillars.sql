with source as (

    select * from {{ source('lake', 'extracted_pillars') }}

),

listed as (

    select
        article_id,
        local_id,
        plan_local_id,
        parent_local_id,
        kind,
        position,
        label,
        language,
        confidence
    from source

)

select * from listed
