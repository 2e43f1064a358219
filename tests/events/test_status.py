"""A predicate → how real its event is, by which words, and whose words it is."""

from datetime import date

import pytest

from timeline.events.actors import find_cast
from timeline.events.analysis import analyse
from timeline.events.dating import UNDATED, Dating
from timeline.events.kinds import Basis, Status
from timeline.events.mention import Stance
from timeline.events.status import stance_of
from timeline.events.words import read_words
from timeline.reading.document import Dct, DctSource, Document
from timeline.temporal.interval import Interval

PUBLISHED = date(2019, 3, 27)


def stance(text: str, verb: str, dating: Dating = UNDATED) -> Stance:
    """The stance of the last place where a word stands."""
    document = Document("one", "", text, Dct(PUBLISHED, DctSource.GIVEN))
    analysis = analyse(document, [])
    start = text.rindex(verb)
    token = analysis.parsed.top(start, start + len(verb))
    return stance_of(token, analysis, read_words("en"), find_cast(analysis.parsed, text), dating)


def status(text: str, verb: str) -> Status:
    return stance(text, verb).status


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The convoy left the port on Monday.", "left"),
        ("Workers began repairing the bridge.", "repairing"),
        ("Ten prisoners managed to escape from the camp.", "escape"),
        ("The flood forced thousands to leave their homes.", "leave"),
        ("Thousands had to flee.", "flee"),
        ("Shots could be heard near the palace.", "heard"),
        ("Roca, who would later become president, fled.", "become"),
        ("The union not only struck but sued the firm.", "struck"),
        ("Drivers who oppose the toll blocked the road.", "blocked"),
        ("Rey called the strike a mistake.", "called"),
        ("The firm set a record in May.", "set"),
        ("Roca offered an apology.", "offered"),
        ("The firm stopped paying its workers.", "stopped"),
        ("The council did approve the plan.", "did approve"),
        ("They used the money to build a dam.", "used"),
        ("Sudria banned the party in May.", "banned"),
        ("Sales declined in May.", "declined"),
        ("The mayor called the ruling justified.", "justified"),
        ("The minister did not say that the talks had failed.", "failed"),
    ],
)
def test_what_is_told_plainly_happened(text, verb):
    assert stance(text, verb) == Stance()


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The union plans to strike next week.", "strike"),
        ("The port will open in May.", "open"),
        ("Roca is due to visit Sudria.", "visit"),
        ("The union is to strike on Monday.", "strike"),
        ("They are going to meet.", "meet"),
        ("The fair was to open on Friday.", "open"),
        ("The council approved a plan to rebuild the bridge.", "rebuild"),
        ("The opposition called a march for Saturday.", "called"),
        ("He hopes that Sudria will join the talks.", "join"),
        ("The firm intends to start selling its mines.", "selling"),
        ("The union plans to meet and to elect a leader.", "elect"),
        ("The court is expected to rule in June.", "rule"),
        ("Roca hopes to use the vote to win the north.", "win"),
        ("The strike will end when the minister returns.", "returns"),
        ("They had planned to leave.", "leave"),
    ],
)
def test_what_is_still_to_come_is_planned(text, verb):
    assert status(text, verb) is Status.PLANNED


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The rebels threatened to bomb the bridge.", "bomb"),
        ("Norland warned Sudria of sanctions.", "warned"),
        ("Norland warned that it would cut the supply.", "cut"),
        ("Their threat to strike came late.", "strike"),
    ],
)
def test_threats(text, verb):
    assert status(text, verb) is Status.THREATENED


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The mayor ordered the tunnel closed.", "closed"),
        ("The court told the firm to leave the site.", "leave"),
        ("Protesters demanded that the army release the prisoners.", "release"),
        ("The council called on Norland to withdraw its troops.", "withdraw"),
        ("The rebels must surrender by noon.", "surrender"),
        ("The firm will have to pay a fine.", "pay"),
        ("A judge barred him from leaving the country.", "leaving"),
        ("The union demanded higher wages.", "demanded"),
        ("The envoys were given two days to pack.", "pack"),
        ("Roca made an appeal to the army.", "made"),
        ("The bishop appealed for calm.", "appealed"),
    ],
)
def test_orders_and_demands(text, verb):
    assert status(text, verb) is Status.ORDERED


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("No ship has arrived since March.", "arrived"),
        ("The minister failed to appear in court.", "appear"),
        ("Nobody was arrested.", "arrested"),
        ("Neither Norland nor Sudria helped the refugees.", "helped"),
        ("Roca dissolved the council without consulting the parties.", "consulting"),
        ("They did not meet or talk.", "talk"),
        ("Sudria rejected the accusation.", "rejected"),
        ("The port is not going to reopen.", "reopen"),
        ("The council has no plan to extend the truce.", "extend"),
        ("The union does not plan to strike.", "strike"),
        ("At no time did they meet.", "meet"),
        ("I do not think that they left.", "left"),
        ("The guards kept him from leaving.", "leaving"),
        ("The ministry said there was no truth in the story.", "said"),
    ],
)
def test_what_is_negated_or_called_false_is_denied(text, verb):
    assert status(text, verb) is Status.DENIED


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("If the talks fail, the union will strike.", "fail"),
        ("If the talks fail, the union will strike.", "strike"),
        ("If the talks fail and the mayor resigns, we will strike.", "resigns"),
        ("The rebels may attack again.", "attack"),
        ("Had help come sooner, fewer would have died.", "died"),
        ("Should Rey win, the army would step in.", "win"),
        ("It is unclear whether Roca will resign.", "resign"),
        ("Norland is considering sending troops.", "sending"),
    ],
)
def test_conditions_and_what_hangs_on_them_are_hypothetical(text, verb):
    assert status(text, verb) is Status.HYPOTHETICAL


@pytest.mark.parametrize(
    ("text", "verb", "source"),
    [
        ("At least ten people died, officials said.", "died", "officials"),
        ("According to AFP, hundreds fled the town.", "fled", "AFP"),
        ("The fire broke out at noon, according to police.", "broke", "police"),
        ("Two planes landed at dawn, Reuters reported.", "landed", "Reuters"),
        ("There were reports that rebels had seized the airport.", "seized", "reports"),
        ("By another account the line was severed on Monday.", "severed", "another account"),
        ("Ana Roca told reporters that the ship had left.", "left", "Roca"),
        ("Soldiers raided the village and burned huts, residents said.", "burned", "residents"),
        ("The hospital says four were wounded when the roof fell.", "fell", "hospital"),
        ("The firm paid the fine, a spokesman said.", "paid", "spokesman"),
        ("A police spokesman said the man had fled.", "fled", "police"),
        ("Many of the neighbours said the dam had burst.", "burst", "neighbours"),
        ("The government blamed the rebels for the fire.", "blamed", "government"),
        ("Prosecutors accuse Rey of smuggling gold.", "smuggling", "prosecutors"),
        ("The general is believed to have fled.", "fled", ""),
        ("The prisoner reportedly escaped on foot.", "escaped", ""),
        ("“They shot at us from the hill,” a farmer said.", "shot", "farmer"),
        ('"We lost the house," a neighbour said. "The river took it."', "took", "neighbour"),
    ],
)
def test_what_somebody_tells_is_alleged_and_theirs(text, verb, source):
    found = stance(text, verb)
    assert (found.status, found.attribution) == (Status.ALLEGED, source)


@pytest.mark.parametrize(
    ("text", "verb", "expected", "source"),
    [
        ("Ana Roca said she would resign.", "resign", Status.PLANNED, "Roca"),
        ("Norland must withdraw, Pablo Rey said.", "withdraw", Status.ORDERED, "Rey"),
        ("The army denied that it had attacked the village.", "attacked", Status.DENIED, "army"),
        ("Police rejected a report that officers had fired on the crowd.", "fired", Status.DENIED, "police"),
        ("If the talks fail, the union will strike, Pablo Rey said.", "strike", Status.HYPOTHETICAL, "Rey"),
    ],
)
def test_the_first_status_that_fits_counts_and_keeps_its_teller(text, verb, expected, source):
    found = stance(text, verb)
    assert (found.status, found.attribution) == (expected, source)


def test_he_in_an_aside_is_not_the_one_it_tells_of():
    text = "Pablo Rey brushed the ruling aside. Ana Roca was never appointed, he argued."
    assert stance(text, "appointed").attribution == "Rey"


@pytest.mark.parametrize(
    ("text", "verb", "cue"),
    [
        ("The union plans to strike.", "strike", "plans"),
        ("No ship has arrived.", "arrived", "No"),
        ("If the talks fail, we will strike.", "strike", "If"),
        ("According to AFP, hundreds fled.", "fled", "According to AFP"),
    ],
)
def test_the_cue_is_the_words_that_show_it(text, verb, cue):
    assert text[slice(*stance(text, verb).cue)] == cue


def test_what_is_dated_after_publication_is_planned():
    after, before = (Dating(Basis.CLAUSE, Interval.of_day(date(2019, 3, day))) for day in (30, 20))
    text = "The envoys leave the country."
    assert stance(text, "leave", after).status is Status.PLANNED
    assert stance(text, "leave", before).status is Status.HAPPENED
    assert stance("The envoys left the country.", "left", after).status is Status.HAPPENED


def test_of_a_noun_its_attributes_and_its_verb_tell():
    assert status("Monday's planned march ended.", "march") is Status.PLANNED
    assert status("They will hold a march.", "march") is Status.PLANNED
    assert status("They held a march.", "march") is Status.HAPPENED
