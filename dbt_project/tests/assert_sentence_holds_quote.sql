-- A row here is a mention whose sentence doesn't hold its quote: the reader would look at the wrong sentence.
-- Mend the cut into sentences or the extractor named in the row.
select
    mention_id,
    article_id,
    extractor,
    quote,
    sentence
from {{ ref('mentions') }}
where not contains(sentence, quote)
