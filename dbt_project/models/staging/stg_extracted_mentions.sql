with source as (

    select * from {{ source('lake', 'extracted_mentions') }}

),

listed as (

    select
        mention_id,
        entity_type,
        local_id,
        article_id,
        char_start,
        char_end,
        quote,
        sentence,
        extractor,
        confidence
    from source

)

select * from listed
