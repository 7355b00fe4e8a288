with source as (

    select * from {{ source('lake', 'extracted_actors') }}

),

listed as (

    select
        article_id,
        local_id,
        name,
        kind,
        acronym,
        aliases,
        roles,
        country,
        confidence
    from source

)

select * from listed
