with sightings as (

    select * from {{ ref('int_actor_sightings') }}

),

roles as (

    select
        actor_id,
        article_id,
        published_on,
        unnest(roles) as held
    from sightings

)

select distinct
    actor_id,
    article_id,
    published_on,
    held.role,
    held.organisation
from roles
where held.role is not null
