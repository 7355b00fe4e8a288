"""Clean: raw articles to text without furniture, with title, date, outlet, language and links between copies.

`clean_batch` works on a batch of raw articles, `unique_articles` and `link_duplicates` on the rows of all batches.
"""

from pipelines.clean.batch import CLEAN_SCHEMA, REJECTED_SCHEMA, clean_batch, unique_articles
from pipelines.clean.duplicates import link_duplicates

__all__ = ["CLEAN_SCHEMA", "REJECTED_SCHEMA", "clean_batch", "link_duplicates", "unique_articles"]
