-- A row here is an article that no file stands behind, or whose source_path isn't one of its files: a stale row of
-- a removed file.
select
    articles.article_id,
    articles.source_path
from {{ ref('articles') }} as articles
anti join {{ ref('article_files') }} as files
    on articles.article_id = files.article_id and articles.source_path = files.source_path
