"""Nutgraf: read an article beside an extractive summary whose every sentence leads back to its place."""

__version__ = "0.1.0"
