"""Timeline from a terminal."""

import sys
from dataclasses import replace
from datetime import date
from os.path import isdir, isfile
from pathlib import Path
from typing import Annotated

import typer

# Everything heavy is imported inside the commands: `timeline --help` must answer at once.

app = typer.Typer(
    name="timeline",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="markdown",
    help="Read news articles and find out **when** each thing happened.\n\n"
    'Try `timeline tag "Talks began late Tuesday" --date 2019-03-27`, '
    "then `timeline build article.txt -o events.csv`.",
)

DateOption = Annotated[
    str | None,
    typer.Option("--date", "-d", metavar="YYYY-MM-DD", help="The day on which the text was published."),
]

LanguageOption = Annotated[
    str | None,
    typer.Option(
        "--language", "-l", metavar="CODE", help="The language of the text, such as es; else its words tell."
    ),
]

KindOption = Annotated[
    str | None,
    typer.Option(
        "--as",
        metavar="KIND",
        help="The kind of text: news counts its dates from publication, narrative from the date told before; "
        "else its dates tell.",
    ),
]


@app.command()
def tag(
    text: Annotated[
        str,
        typer.Argument(
            help="The words to read, or a file with an article; `-` reads words from standard input."
        ),
    ],
    day: DateOption = None,
    language: LanguageOption = None,
    kind: KindOption = None,
    timeml: Annotated[
        bool, typer.Option("--timeml", help="Print the text as TimeML, its timexes tagged.")
    ] = False,
) -> None:
    """Find the time expressions of a TEXT, or of a file with an article: what they mean, and why.

    Where the words may mean another date too, that follows after `or`. Without `--date` only dates stated in
    full can be placed.

    Example: `timeline tag "The talks began late Tuesday" --date 2019-03-27`
    """
    published = _day(day)
    _known_language(language)
    genre = _genre(kind)
    document = _forced(_article(text, published, language), genre)
    from timeline.pipeline import tag_document
    from timeline.text.spoken import spoken
    from timeline.text.timeml import to_timeml

    timexes = tag_document(document)
    if timeml and document.dct is None:
        _stop("TimeML needs the day on which the text was published: add it, such as --date 2019-03-27.")
    if timeml:
        sys.stdout.buffer.write(to_timeml(document, timexes))
        return
    if not timexes:
        typer.echo("No time expression found in that text.")
        return
    for each in timexes:
        placed = spoken(each.interval) if each.interval else "not placed"
        modifier = f" mod={each.mod}" if each.mod else ""
        typer.echo(f"{each.words!r}  {each.type} {each.value}{modifier}  {placed}")
        typer.echo(f"    {each.why}")
        for other in each.alternatives:
            typer.echo(f"    or: {other.value} — {other.why}")


@app.command()
def build(
    files: Annotated[
        list[Path], typer.Argument(help="Articles: .txt .md .html .jsonl .tml files, or folders of them.")
    ],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="The table to write: a .csv or .json file.")
    ] = None,
    day: DateOption = None,
    language: LanguageOption = None,
    kind: KindOption = None,
) -> None:
    """Read articles from FILES and write the table of their events.

    Without `-o` the table is printed as CSV. What could not be read or needs your eye is told on standard
    error, one sentence each; the rest is read all the same. Exit code 0: all was read; 1: something could
    not be read; 2: the command was not understood.

    Example: `timeline build data/articles -o events.csv`
    """
    published = _day(day)
    _known_language(language)
    genre = _genre(kind)
    from timeline.exports import EXPORTS
    from timeline.pipeline import remarks
    from timeline.store import Collection

    suffix = output.suffix.lower() if output else ".csv"
    if suffix not in EXPORTS:
        _stop(f"Cannot write {output}: choose a name that ends in {' or '.join(EXPORTS)}.")
    reading = _read(files, published, language or "")
    documents = Collection().added(_forced(each, genre) for each in reading.documents).documents
    problems = [*reading.problems, *remarks(documents)]
    for problem in problems:
        typer.echo(problem.message, err=True)
    lost = not all(problem.kept for problem in problems)
    if lost and not documents:  # an older table is not overwritten with nothing
        raise typer.Exit(1)
    data = EXPORTS[suffix](_build_with_progress(documents))
    if output is None:
        sys.stdout.buffer.write(data)
    else:
        _write(output, data)
    if lost:
        raise typer.Exit(1)


@app.command()
def evaluate(
    gold: Annotated[
        list[Path],
        typer.Argument(
            help="Annotated articles: TimeML (.tml) or JSONL files, folders of them, or a collection: data/."
        ),
    ],
    predictions: Annotated[
        Path | None, typer.Option("--predictions", help="Also write what the tagger found, as JSONL.")
    ] = None,
    examples: Annotated[
        int, typer.Option("--examples", "-n", min=0, help="Examples of each error class.")
    ] = 3,
    kind: KindOption = None,
    language: LanguageOption = None,
    events: Annotated[
        bool, typer.Option("--events", help="GOLD are JSONL files of annotated events.")
    ] = False,
) -> None:
    """Measure the tagger against GOLD: strict, relaxed, type and value F1 (as in TempEval-3), characters per
    CPU second, and the errors of each class with examples.

    A collection holds articles and, in gold/, what annotators found in them (data/gold/GUIDE.md): then the
    figures are told for its development part and its test part, with examples of the former alone.

    With `--events` GOLD tells events with their days, timexes, polarity or clusters, a document a line: then the
    steps that date, judge and merge events are measured, each beside the floor of a simpler rule.

    Example: `timeline evaluate gold.jsonl --examples 5`
    """
    genre = _genre(kind)
    _known_language(language)
    if events:
        return _evaluate_events(gold)
    if _is_collection(gold):
        if genre or language or predictions:
            _stop(
                "A collection says itself what its articles are: leave out --as, --language and --predictions."
            )
        return _evaluate_collection(gold[0], examples)
    from timeline.evaluation.articles import BadGold, read_gold
    from timeline.evaluation.report import measure, report

    try:
        articles = read_gold(gold)
    except BadGold as error:
        _stop(str(error))
    if not articles:
        _stop("There are no annotated articles in these files: name others.")
    measured = measure(articles, genre, language or "")
    typer.echo(report(measured, examples))
    if predictions is not None:
        _write(predictions, "".join(f"{line}\n" for line in measured.lines).encode())


def _is_collection(gold: list[Path]) -> bool:
    from timeline.evaluation.gold import is_collection

    return len(gold) == 1 and is_collection(gold[0])


def _evaluate_collection(folder: Path, examples: int) -> None:
    from timeline.evaluation.articles import BadGold
    from timeline.evaluation.collection import collection_report, measure_collection
    from timeline.evaluation.gold import read_collection
    from timeline.evaluation.mentions import mention_report, read_told

    try:
        gold = read_collection(folder)
    except BadGold as error:
        _stop(str(error))
    if len(gold.timexes) or not len(gold.mentions):
        typer.echo(collection_report(measure_collection(gold), examples))
    if len(gold.mentions):
        typer.echo("\n" + mention_report(gold, read_told(gold)))


def _evaluate_events(paths: list[Path]) -> None:
    from timeline.evaluation.articles import BadGold
    from timeline.evaluation.event_report import event_report

    try:
        typer.echo(event_report(paths))
    except BadGold as error:
        _stop(str(error))


def _article(words: str, day: date | None, language: str | None):
    """The article of a file, of standard input, or of the words themselves."""
    from timeline.reading import READERS, Dct, DctSource, Document, detect_language
    from timeline.reading.raw import without_half_pairs

    if isdir(words):
        _stop(f"{words} is a folder: name one article in it.")
    if not isfile(words) and len(words.split()) == 1 and Path(words).suffix.lower() in READERS:
        _stop(f"There is no file {words}: check its name.")
    if isfile(words):
        reading = _read([Path(words)], day, language or "")
        for problem in reading.problems:
            typer.echo(problem.message, err=True)
        if len(reading.documents) > 1:
            _stop(f"{words} holds {len(reading.documents):,} articles: give each its own file.")
        if not reading.documents:
            raise typer.Exit(1)
        return reading.documents[0]
    if words == "-":
        words = sys.stdin.buffer.read().decode("utf-8", errors="replace")
    dct = Dct(day, DctSource.GIVEN, day.isoformat()) if day else None
    text = without_half_pairs(words)
    return Document(id="text", title="", text=text, dct=dct, language=language or detect_language(text))


def _read(files: list[Path], day: date | None, language: str):
    from timeline.reading import Problem, Reading, read_file
    from timeline.store import read_folder

    reading = Reading()
    for path in files:
        if path.is_dir():
            reading += read_folder(path, today=date.today(), day=day, language=language)
        elif path.is_file():
            reading += read_file(path, today=date.today(), day=day, language=language)
        else:
            reading += Reading(
                problems=(Problem(str(path), f"There is no file or folder {path}: check its name."),)
            )
    return reading


def _build_with_progress(documents):
    from timeline.pipeline import build_table

    if not sys.stderr.isatty():
        return build_table(documents)
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("Reading articles", total=len(documents))
        return build_table(documents, lambda count: progress.update(task, completed=count))


def _write(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except OSError as error:
        _stop(f"Cannot write {path}: {error.strerror}. Choose another place.")
    typer.echo(f"Wrote {path}.", err=True)


def _day(words: str | None) -> date | None:
    if words is None:
        return None
    try:
        return date.fromisoformat(words)
    except ValueError:
        _stop(f"{words!r} is not a date: write it as year-month-day, such as 2019-03-27.")


def _known_language(language: str | None) -> None:
    if language is None:
        return
    from timeline.text.grammar import available_languages

    if language not in available_languages():
        _stop(f"No language {language!r}: choose one of {', '.join(available_languages())}.")


def _genre(kind: str | None):
    """The genre of that name, None if none is named."""
    if kind is None:
        return None
    from timeline.text.genre import Genre

    if kind not in tuple(Genre):
        _stop(f"No kind of text {kind!r}: choose {' or '.join(Genre)}.")
    return Genre(kind)


def _forced(document, genre):
    """The document as one of this genre; as it is if none is given."""
    return replace(document, genre=genre.value) if genre else document


def _stop(sentence: str) -> None:
    typer.echo(sentence, err=True)
    raise typer.Exit(2)


def main() -> None:
    """The `timeline` command."""
    app()


if __name__ == "__main__":
    main()
