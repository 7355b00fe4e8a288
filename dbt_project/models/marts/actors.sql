with sightings as (

    select * from {{ ref('int_actor_sightings') }}

),

role_sightings as (

    select * from {{ ref('int_actor_role_sightings') }}

),

seen as (

    select * from {{ ref('int_entity_articles') }}
    where entity_type = 'actor'

),

attributes as (

    select
        actor_id,
        {{ most_usual('name', prefer_longest=true) }} as name,
        {{ most_usual('kind') }} as kind,
        {{ most_usual('acronym') }} as acronym,
        {{ most_usual('country') }} as country
    from sightings
    group by actor_id

),

other_names as (

    select
        actor_id,
        name as alias
    from sightings
    union
    select
        actor_id,
        unnest(aliases) as alias
    from sightings

),

aliases as (

    select
        other_names.actor_id,
        list_sort(list(distinct other_names.alias)) as aliases
    from other_names
    inner join attributes on other_names.actor_id = attributes.actor_id
    where other_names.alias != attributes.name
    group by other_names.actor_id

),

latest_roles as (

    select
        actor_id,
        role
    from role_sightings
    group by actor_id, role
    qualify row_number() over (
        partition by actor_id
        order by max(published_on) desc nulls last, count(distinct article_id) desc, length(role) desc, role
    ) = 1

)

select
    seen.entity_id as actor_id,
    attributes.name,
    attributes.kind,
    attributes.acronym,
    coalesce(aliases.aliases, []) as aliases,
    latest_roles.role,
    attributes.country,
    seen.first_seen_on,
    seen.last_seen_on,
    seen.n_articles
from seen
inner join attributes on seen.entity_id = attributes.actor_id
left join aliases on seen.entity_id = aliases.actor_id
left join latest_roles on seen.entity_id = latest_roles.actor_id
