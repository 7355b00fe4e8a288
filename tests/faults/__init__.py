"""What may go wrong, done for real: kills, crowds of readers, hostile files, full disks, random histories.

Each module holds one experiment: a function that takes its counts and a seed and returns what it counted. The tests
here run them small; `benchmarks/soak.py` runs them long.
"""
