with source as (

    select * from {{ source('lake', 'article_files') }}

),

listed as (

    select
        article_id,
        source_path,
        part
    from source

)

select * from listed
