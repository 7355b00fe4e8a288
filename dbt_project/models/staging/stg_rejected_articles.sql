with source as (

    select * from {{ source('lake', 'rejected_articles') }}

),

listed as (

    select
        source_path,
        part,
        reason,
        detail,
        size_bytes,
        seen_at
    from source

)

select * from listed
