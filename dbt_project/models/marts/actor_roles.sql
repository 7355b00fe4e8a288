select
    actor_id,
    role,
    organisation,
    min(published_on) as first_seen_on,
    max(published_on) as last_seen_on,
    count(distinct article_id) as n_articles
from {{ ref('int_actor_role_sightings') }}
group by actor_id, role, organisation
