with extracted as (

    select * from {{ ref('stg_extracted_pillars') }}

),

entities as (

    select * from {{ ref('stg_resolved_entities') }}
    where entity_type = 'pillar'

),

articles as (

    select * from {{ ref('stg_clean_articles') }}

)

select
    entities.entity_id as pillar_id,
    articles.published_on,
    extracted.*
from extracted
inner join entities
    on extracted.article_id = entities.article_id and extracted.local_id = entities.local_id
inner join articles on extracted.article_id = articles.article_id
