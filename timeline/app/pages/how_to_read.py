"""The forms of the timeline, drawn from a made-up article."""

from datetime import date

import streamlit as st

from timeline.app.viewport import viewport
from timeline.charts import chart_config, draw, lay_out
from timeline.pipeline import build_table
from timeline.reading import Dct, DctSource, Document

STORY = (
    "The ferry company has lost its licence. The harbour was opened on March 4, 2019. "
    "The ferry was repaired on Monday. Passengers had complained over the weekend. Ticket prices rose in "
    "mid-February. Crews struck on 5–9 March. A new ferry will arrive by April 5. The mayor did not resign "
    "on Tuesday."
)
EXAMPLE = Document("example", "Ferries", STORY, Dct(date(2019, 3, 20), DctSource.GIVEN), source="Example")

FORMS = """
- A **filled** mark: the article states the date itself.
- A **hollow** mark: the date was worked out from words such as “on Monday”, counted from another date.
- A **diamond**: the article gives no date for it; only its day of publication is known.
- A **bar** with firm ends: the whole time that the words cover, such as “5–9 March” (or one day, seen close up).
- A **fading bar**: it happened some time within that stretch, or its ends are only roughly known.
- A hollow **triangle**: planned, ordered, threatened or supposed; nobody says that it happened.
- A **cross**: denied, or said not to have happened.
- Not drawn: events of which the text does not say when; words that give no day, such as “recently”, and dates before the year 1 (BC), which this calendar
  does not reach. An article's details list such words.

**Counted from** which date? News counts from the day of publication. “The next day” and “two years later”
are counted from the date named before, a range from its other end, “today” in a quotation from the day of
speaking. A narrative, such as the history of a war, goes on from the date told before; its dates tell
which kind a text is.

**Could also be**: where the text leaves open whether “on Saturday” is the one before or the one to come,
the likelier date is drawn, and the evidence names the other with its reason. “3/4/2019” alone is not
placed: it may be 3 April or 4 March.

**One event, many articles**: what several articles tell is drawn once. Its evidence lists every telling with its
date and words, and says where they do not agree. If two happenings were taken for one, “Not this event” parts them.
The more articles tell an event, and the more of them come back to it later, the sooner it gets a label.

**Is it so?** The evidence says whether an article tells an event as a fact, a plan, an order, a threat, a denial or
as somebody’s words, and underlines the words that show it.

Click any mark to read the sentence behind it. Each band of the chart is one kind of event, one actor, country, place
or source, as chosen under “Lanes”; an event with several actors stands with the first.
Nothing is guessed silently: the evidence always names the words, the article and its publication date.
"""

st.markdown("#### What the marks mean")
st.markdown(FORMS)
seen = viewport()
if seen:
    scene = lay_out(build_table([EXAMPLE]), width=seen.width)
    st.markdown("#### An example, drawn from a made-up article of 20 March 2019")
    st.plotly_chart(
        draw(scene, theme=seen.theme),
        key="example",
        theme=None,
        width="content",
        config=chart_config("example", scene.width, scene.height),
        alt="An example timeline with every kind of mark",
    )
    st.caption(STORY)
