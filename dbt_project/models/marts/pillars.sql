with sightings as (

    select * from {{ ref('int_pillar_sightings') }}

),

plans as (

    select * from {{ ref('int_plan_sightings') }}

),

seen as (

    select * from {{ ref('int_entity_articles') }}
    where entity_type = 'pillar'

),

placed as (

    select
        sightings.*,
        plans.plan_id,
        count(*) over (partition by plans.plan_id, sightings.article_id) as n_siblings
    from sightings
    inner join plans
        on sightings.article_id = plans.article_id and sightings.plan_local_id = plans.local_id

),

-- One article speaks for a component: the one that tells most of its plan's structure.
told as (

    select * from placed
    qualify row_number() over (
        partition by pillar_id
        order by n_siblings desc, confidence desc, published_on nulls last, article_id, local_id
    ) = 1

)

select
    told.pillar_id,
    told.plan_id,
    nullif(parents.pillar_id, told.pillar_id) as parent_pillar_id,
    told.kind,
    told.position,
    told.label,
    told.language,
    seen.n_articles
from told
inner join seen on told.pillar_id = seen.entity_id
left join sightings as parents
    on told.article_id = parents.article_id and told.parent_local_id = parents.local_id
