with sightings as (

    select * from {{ ref('int_plan_sightings') }}

),

seen as (

    select * from {{ ref('int_entity_articles') }}
    where entity_type = 'plan'

),

-- A name of its own before a description, then the most usual, however it is capitalised, then the fullest.
names as (

    select
        plan_id,
        {{ most_usual('name') }} as name,
        row_number() over (
            partition by plan_id
            order by
                bool_or(is_named) desc,
                count(distinct article_id) desc,
                length(lower(name)) desc,
                lower(name)
        ) as rank
    from sightings
    group by plan_id, lower(name)

),

best_names as (

    select
        plan_id,
        name
    from names
    where rank = 1

),

other_names as (

    select
        plan_id,
        name as alias
    from sightings
    union
    select
        plan_id,
        unnest(aliases) as alias
    from sightings

),

aliases as (

    select
        other_names.plan_id,
        list_sort(list(distinct other_names.alias)) as aliases
    from other_names
    inner join best_names on other_names.plan_id = best_names.plan_id
    where other_names.alias != best_names.name
    group by other_names.plan_id

),

-- Of articles of one day, the one that reports the furthest stage.
statuses as (

    select
        plan_id,
        status
    from sightings
    where status is not null
    qualify row_number() over (
        partition by plan_id
        order by
            published_on desc nulls last,
            list_position(['completed', 'in_progress', 'launched', 'presented', 'in_preparation'], status)
    ) = 1

),

attributes as (

    select
        plan_id,
        {{ most_usual('kind') }} as kind,
        {{ most_usual('country') }} as country,
        -- Both years from one sighting's statement, so that a period never mixes two plans' versions.
        {{ most_usual("case when start_year is not null then {'start': start_year, 'horizon': horizon_year} end") }}
            as period,
        {{ most_usual('horizon_year') }} as horizon_year
    from sightings
    group by plan_id

)

select
    seen.entity_id as plan_id,
    best_names.name,
    coalesce(aliases.aliases, []) as aliases,
    attributes.kind,
    attributes.country,
    attributes.period['start'] as start_year,
    coalesce(attributes.period['horizon'], attributes.horizon_year) as horizon_year,
    statuses.status,
    seen.first_seen_on,
    seen.last_seen_on,
    seen.n_articles
from seen
inner join best_names on seen.entity_id = best_names.plan_id
inner join attributes on seen.entity_id = attributes.plan_id
left join aliases on seen.entity_id = aliases.plan_id
left join statuses on seen.entity_id = statuses.plan_id
