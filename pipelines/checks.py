"""Asset checks in Python: what dbt can't see. Those of error level block what comes after; warnings only tell."""

import dagster as dg
import polars as pl

from pipelines.assets.python import lake_key
from pipelines.resources import Refresh

# More than this share of rejected files is worth a look: a feed has changed its format, most likely.
FEW_REJECTIONS = 0.2


@dg.asset_check(asset=lake_key("article_files"), blocking=True)
def every_file_has_an_outcome(refresh: dg.ResourceParam[Refresh]) -> dg.AssetCheckResult:
    """Every file of the raw folder is behind an article or a rejection."""
    listed = set(pl.read_parquet(refresh.state.files)["source_path"])
    told = set(refresh.state.read("article_files")["source_path"])
    told |= set(refresh.state.read("rejected_articles")["source_path"])
    lost, unknown = sorted(listed - told), sorted(told - listed)
    return dg.AssetCheckResult(
        passed=not lost and not unknown,
        severity=dg.AssetCheckSeverity.ERROR,
        description=f"{len(lost)} files without an outcome, {len(unknown)} outcomes without a file.",
        metadata={"lost": lost[:20], "unknown": unknown[:20]},
    )


@dg.asset_check(asset=lake_key("rejected_articles"))
def rejections_are_few(refresh: dg.ResourceParam[Refresh]) -> dg.AssetCheckResult:
    """At most a fifth of the files are rejected."""
    n_files = len(pl.read_parquet(refresh.state.files))
    rejected = refresh.state.read("rejected_articles")
    n_rejected = rejected.filter(pl.col("part").is_null())["source_path"].n_unique()
    reasons = rejected["reason"].value_counts(sort=True)
    return dg.AssetCheckResult(
        passed=n_rejected <= FEW_REJECTIONS * n_files,
        severity=dg.AssetCheckSeverity.WARN,
        description=f"{n_rejected} of {n_files} files are rejected.",
        metadata={"reasons": dict(reasons.iter_rows())},
    )
