"""Event table → bytes. An export is one function and one line here; its button appears by itself."""

from timeline.exports.csv import from_csv, to_csv
from timeline.exports.json import to_json

EXPORTS = {".csv": to_csv, ".json": to_json}

__all__ = ["EXPORTS", "from_csv", "to_csv", "to_json"]
