-- The row here says that extraction fails on more than a tenth of the articles: a broken installation or a broken
-- version of the extractor, whose tables would miss more than they hold. See lake.extraction_failures in the refused
-- build. A few failures are told by assert_every_article_is_extracted and don't stop the others.
with counted as (

    select
        (select count(*) from {{ ref('extraction_failures') }}) as n_failures,
        (select count(*) from {{ ref('articles') }}) as n_articles

)

select
    n_failures,
    n_articles
from counted
where n_failures > 20 and n_failures > 0.1 * n_articles
