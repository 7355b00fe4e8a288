with extracted as (

    select * from {{ ref('stg_extracted_mentions') }}

),

entities as (

    select * from {{ ref('stg_resolved_entities') }}

)

select
    extracted.mention_id,
    extracted.entity_type,
    entities.entity_id,
    extracted.article_id,
    extracted.char_start,
    extracted.char_end,
    extracted.quote,
    extracted.sentence,
    extracted.extractor,
    extracted.confidence
from extracted
left join entities
    on
        extracted.entity_type = entities.entity_type
        and extracted.article_id = entities.article_id
        and extracted.local_id = entities.local_id
