"""Scores of the pipeline's tables against articles with answers."""
