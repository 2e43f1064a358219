"""Reading: files, bytes and pasted words → articles, each with its publication date and where it stood.

>>> reading = read(b"Crane falls on ferries\\n\\nMarch 27, 2019\\n\\nIt fell on Tuesday.", "crane.txt")
>>> reading.documents[0].title, str(reading.documents[0].dct.day)
('Crane falls on ferries', '2019-03-27')
"""

from timeline.reading.days import parse_day
from timeline.reading.document import Dct, DctSource, Document, Problem, Reading
from timeline.reading.language import detect_language, language_names
from timeline.reading.read import READERS, read, read_file, read_pasted

__all__ = [
    "READERS",
    "Dct",
    "DctSource",
    "Document",
    "Problem",
    "Reading",
    "detect_language",
    "language_names",
    "parse_day",
    "read",
    "read_file",
    "read_pasted",
]
