with source as (

    select * from {{ source('lake', 'extracted_events') }}

),

listed as (

    select
        article_id,
        local_id,
        kind,
        name,
        date_start,
        date_end,
        date_precision,
        place,
        country,
        plan_local_id,
        participants,
        confidence
    from source

)

select * from listed
