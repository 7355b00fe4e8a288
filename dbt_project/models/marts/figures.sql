with sightings as (

    select * from {{ ref('int_figure_sightings') }}

),

plans as (

    select * from {{ ref('int_plan_sightings') }}

),

-- A quantity that an article states more than once is one figure: its first statement is told.
told as (

    select * from sightings
    qualify row_number() over (partition by figure_id order by article_id, local_id) = 1

)

select
    told.figure_id,
    told.article_id,
    plans.plan_id,
    told.value,
    told.value_high,
    told.unit,
    told.qualifier,
    told.measure,
    told.period_start,
    told.period_end,
    told.is_target,
    told.text
from told
left join plans on told.article_id = plans.article_id and told.plan_local_id = plans.local_id
