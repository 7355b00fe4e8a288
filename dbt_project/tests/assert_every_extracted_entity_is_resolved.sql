-- A row here is an entity of an article that has no key across articles: it would vanish from the marts.
-- `pipelines.resolve` left it out.
with mentions as (

    select distinct
        entity_type,
        article_id,
        local_id
    from {{ ref('stg_extracted_mentions') }}

)

select mentions.*
from mentions
anti join {{ ref('stg_resolved_entities') }} as entities
    on
        mentions.entity_type = entities.entity_type
        and mentions.article_id = entities.article_id
        and mentions.local_id = entities.local_id
