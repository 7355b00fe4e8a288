with source as (

    select * from {{ source('lake', 'resolved_entities') }}

),

listed as (

    select
        entity_type,
        local_id,
        article_id,
        entity_id
    from source

)

select * from listed
