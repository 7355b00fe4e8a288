-- A row here is an article that is in the warehouse without anything that it says, as its extraction failed. The
-- others are complete, so this is a warning: mend the extractor named in the row, or tell its maintainers.
{{ config(severity='warn') }}
select
    failures.article_id,
    articles.source_path,
    failures.extractor,
    failures.reason,
    failures.error,
    failures.message
from {{ ref('extraction_failures') }} as failures
inner join {{ ref('articles') }} as articles on failures.article_id = articles.article_id
