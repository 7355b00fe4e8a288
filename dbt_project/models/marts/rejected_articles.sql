select
    source_path,
    part,
    reason,
    detail,
    size_bytes,
    seen_at
from {{ ref('stg_rejected_articles') }}
