-- A row here is a mention of an entity that its table doesn't have. A model dropped the entity, most likely by a
-- join: look whether its plan was resolved.
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
    mentions.mention_id,
    mentions.entity_type,
    mentions.entity_id,
    mentions.article_id,
    mentions.quote
from {{ ref('mentions') }} as mentions
anti join entities
    on mentions.entity_type = entities.entity_type and mentions.entity_id = entities.entity_id
