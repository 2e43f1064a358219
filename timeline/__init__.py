"""Timeline: from news articles to a timeline one can trust. Nothing heavy is imported here."""

__version__ = "0.1.0"
