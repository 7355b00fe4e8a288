"""The DuckDB side of a refresh: load what Python made, audit what dbt made of it, publish it."""
