-- A row here is a mention in an article that copies another: the same evidence would count twice.
select
    mentions.mention_id,
    mentions.article_id
from {{ ref('mentions') }} as mentions
inner join {{ ref('articles') }} as articles on mentions.article_id = articles.article_id
where articles.duplicate_of is not null
