with source as (

    select * from {{ source('lake', 'extraction_failures') }}

),

listed as (

    select
        article_id,
        extractor,
        reason,
        error,
        message
    from source

)

select * from listed
