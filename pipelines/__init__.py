"""Planwatch: from press articles about public plans to a warehouse of what they say."""

__version__ = "0.1.0"
