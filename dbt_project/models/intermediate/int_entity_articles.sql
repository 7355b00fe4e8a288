with entities as (

    select * from {{ ref('stg_resolved_entities') }}

),

articles as (

    select * from {{ ref('stg_clean_articles') }}

)

select
    entities.entity_type,
    entities.entity_id,
    min(articles.published_on) as first_seen_on,
    max(articles.published_on) as last_seen_on,
    count(distinct entities.article_id) as n_articles
from entities
inner join articles on entities.article_id = articles.article_id
group by entities.entity_type, entities.entity_id
