select
    article_id,
    source_path,
    language,
    title,
    publisher,
    published_on,
    published_precision,
    body,
    duplicate_of,
    ingested_at
from {{ ref('stg_clean_articles') }}
