with source as (

    select * from {{ source('lake', 'extracted_figures') }}

),

listed as (

    select
        article_id,
        local_id,
        plan_local_id,
        value,
        value_high,
        unit,
        qualifier,
        measure,
        period_start,
        period_end,
        is_target,
        text,
        confidence
    from source

)

select * from listed
