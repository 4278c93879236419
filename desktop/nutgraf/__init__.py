"""Nutgraf: read an article beside an extractive summary whose every sentence leads back to its place."""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("nutgraf")
except PackageNotFoundError:  # a checkout that was never installed
    __version__ = "0"
