with source as (

    select * from {{ source('lake', 'extracted_plans') }}

),

listed as (

    select
        article_id,
        local_id,
        name,
        aliases,
        kind,
        country,
        start_year,
        horizon_year,
        status,
        is_named,
        confidence
    from source

)

select * from listed
