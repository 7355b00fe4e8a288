select
    source_path,
    line,
    reason,
    detail,
    size_bytes,
    seen_at
from {{ ref('stg_rejected_articles') }}
