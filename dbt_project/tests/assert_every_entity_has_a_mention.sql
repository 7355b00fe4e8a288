-- A row here is an entity that no mention proves. The extractor found it without saying where, or resolution
-- gave it a key that its mentions don't have.
with entities as (

    select
        'plan' as entity_type,
        plan_id as entity_id
    from {{ ref('plans') }}
    union all
    select
        'pillar' as entity_type,
        pillar_id as entity_id
    from {{ ref('pillars') }}
    union all
    select
        'actor' as entity_type,
        actor_id as entity_id
    from {{ ref('actors') }}
    union all
    select
        'figure' as entity_type,
        figure_id as entity_id
    from {{ ref('figures') }}
    union all
    select
        'event' as entity_type,
        event_id as entity_id
    from {{ ref('events') }}

)

select
    entities.entity_type,
    entities.entity_id
from entities
anti join {{ ref('mentions') }} as mentions
    on entities.entity_type = mentions.entity_type and entities.entity_id = mentions.entity_id
