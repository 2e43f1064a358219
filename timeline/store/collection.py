"""The articles at hand and the publication dates that people gave them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from timeline.reading import Document, Reading, read_file

SHIPPED = Path(__file__).resolve().parents[2] / "data" / "articles"


@dataclass(frozen=True, slots=True)
class Collection:
    """Articles in the order in which they came. Every change gives a new collection.

    >>> article = Document("a", "A", "Text.", None)
    >>> Collection().added([article, article]).documents == (article,)
    True
    """

    documents: tuple[Document, ...] = ()

    def added(self, documents: Iterable[Document]) -> "Collection":
        """With these articles too. One that is here already is kept once, with the date it was given;
        another text under a taken id gets a new id, so that neither disappears."""
        kept = {document.id: document for document in self.documents}
        for document in documents:
            name, count = document.id, 2
            while name in kept and kept[name].text != document.text:
                name, count = f"{document.id}-{count}", count + 1
            kept.setdefault(name, replace(document, id=name))
        return Collection(tuple(kept.values()))

    def dated(self, article_id: str, day: date) -> "Collection":
        """With the publication date that a person gave one article; KeyError if it is not here."""
        self[article_id]
        return Collection(
            tuple(each.dated(day) if each.id == article_id else each for each in self.documents)
        )

    def without(self, article_id: str) -> "Collection":
        """Without one article; KeyError if it is not here."""
        self[article_id]
        return Collection(tuple(each for each in self.documents if each.id != article_id))

    def __getitem__(self, article_id: str) -> Document:
        for document in self.documents:
            if document.id == article_id:
                return document
        raise KeyError(article_id)


def read_folder(
    folder: Path, today: date | None = None, day: date | None = None, language: str = ""
) -> Reading:
    """Every article file of a folder, in the order of their names; the rest as in `timeline.reading.read`."""
    files = sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))
    return sum((read_file(path, today=today, day=day, language=language) for path in files), Reading())


def shipped() -> Reading:
    """The articles that come with the project."""
    return read_folder(SHIPPED)
