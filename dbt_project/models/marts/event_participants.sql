with sightings as (

    select * from {{ ref('int_event_sightings') }}

),

actors as (

    select * from {{ ref('int_actor_sightings') }}

),

participants as (

    select
        event_id,
        article_id,
        unnest(participants) as taking_part
    from sightings

)

select
    participants.event_id,
    actors.actor_id,
    -- The most particular part that any article gives the actor.
    list_extract(
        ['chair', 'host', 'speaker', 'participant'],
        min(list_position(['chair', 'host', 'speaker', 'participant'], participants.taking_part.role))
    ) as role
from participants
inner join actors
    on
        participants.article_id = actors.article_id
        and participants.taking_part.actor_local_id = actors.local_id
group by participants.event_id, actors.actor_id
