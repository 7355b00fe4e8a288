-- A row here is a mention whose quote isn't what the article says at its offsets: evidence that proves nothing.
-- The extractor counted in another text than the stored body; mend the extractor named in the row.
select
    mentions.mention_id,
    mentions.article_id,
    mentions.extractor,
    mentions.quote,
    substring(articles.body, mentions.char_start + 1, mentions.char_end - mentions.char_start) as body_slice
from {{ ref('mentions') }} as mentions
left join {{ ref('articles') }} as articles on mentions.article_id = articles.article_id
where
    mentions.quote
    is distinct from substring(articles.body, mentions.char_start + 1, mentions.char_end - mentions.char_start)
