"""The option that raises the floors."""

from __future__ import annotations


def pytest_addoption(parser):
    parser.addoption("--record-floors", action="store_true", help="raise the floors to what is measured now")
