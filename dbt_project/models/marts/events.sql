with sightings as (

    select * from {{ ref('int_event_sightings') }}

),

plans as (

    select * from {{ ref('int_plan_sightings') }}

),

seen as (

    select * from {{ ref('int_entity_articles') }}
    where entity_type = 'event'

),

attributes as (

    select
        sightings.event_id,
        coalesce({{ most_usual("nullif(sightings.kind, 'other')") }}, 'other') as kind,
        {{ most_usual('sightings.name', prefer_longest=true) }} as name,
        {{ most_usual('sightings.place') }} as place,
        {{ most_usual('sightings.country') }} as country,
        {{ most_usual('plans.plan_id') }} as plan_id
    from sightings
    left join plans on sightings.article_id = plans.article_id and sightings.plan_local_id = plans.local_id
    group by sightings.event_id

),

-- The three parts of a date come from one statement: the most precise, then the most usual, then the earliest.
dates as (

    select
        event_id,
        date_start,
        date_end,
        date_precision
    from sightings
    where date_start is not null
    group by event_id, date_start, date_end, date_precision
    qualify row_number() over (
        partition by event_id
        order by
            list_position(['day', 'month', 'year'], date_precision),
            count(distinct article_id) desc,
            date_start,
            date_end nulls last
    ) = 1

)

select
    seen.entity_id as event_id,
    attributes.kind,
    attributes.name,
    dates.date_start,
    dates.date_end,
    dates.date_precision,
    attributes.place,
    attributes.country,
    attributes.plan_id,
    seen.n_articles
from seen
inner join attributes on seen.entity_id = attributes.event_id
left join dates on seen.entity_id = dates.event_id
