with source as (

    select * from {{ source('lake', 'clean_articles') }}

),

listed as (

    select
        article_id,
        source_path,
        language,
        title,
        publisher,
        published_on,
        published_precision,
        body,
        duplicate_of,
        ingested_at
    from source

)

select * from listed
