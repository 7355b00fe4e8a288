with source as (

    select * from {{ source('lake', 'rejected_articles') }}

),

listed as (

    select
        source_path,
        line,
        reason,
        detail,
        size_bytes,
        seen_at
    from source

)

select * from listed
