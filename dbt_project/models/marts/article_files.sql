select
    article_id,
    source_path
from {{ ref('stg_article_files') }}
