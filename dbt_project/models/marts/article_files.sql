select
    article_id,
    source_path,
    part
from {{ ref('stg_article_files') }}
