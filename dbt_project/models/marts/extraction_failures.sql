select
    article_id,
    extractor,
    reason,
    error,
    message
from {{ ref('stg_extraction_failures') }}
