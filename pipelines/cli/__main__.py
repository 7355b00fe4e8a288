"""`python -m pipelines.cli` is `planwatch`."""

from pipelines.cli import main

main()
