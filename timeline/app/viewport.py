"""How much room the browser has for a chart, and whether the page is light or dark."""

from dataclasses import dataclass

import streamlit as st

_RULER = """
const seen = new WeakMap()

function isDark(element) {
  const [red, green, blue] = (getComputedStyle(element).color.match(/[\\d.]+/g) ?? [0, 0, 0]).map(Number)
  return red + green + blue > 382
}

function measure(parent) {
  const { component } = seen.get(parent)
  const ruler = parent.querySelector("#ruler")
  const width = ruler ? Math.floor(ruler.clientWidth / 10) * 10 : 0
  if (width < 100) return
  const now = { width, screen: window.screen.availHeight, theme: isDark(ruler) ? "dark" : "light" }
  const last = seen.get(parent).last ?? component.data
  if (now.width === last.width && now.theme === last.theme) return
  seen.get(parent).last = now
  component.setStateValue("seen", now)
}

export default function (component) {
  const parent = component.parentElement
  const known = seen.get(parent)
  if (known) {
    known.component = component
    measure(parent)
    return known.stop
  }
  let timer = 0
  const observer = new ResizeObserver(() => {
    clearTimeout(timer)
    timer = setTimeout(() => measure(parent), 150)
  })
  const stop = () => { clearTimeout(timer); observer.disconnect(); seen.delete(parent) }
  seen.set(parent, { component, stop })
  observer.observe(parent.querySelector("#ruler"))
  measure(parent)
  return stop
}
"""

_INTO_VIEW = """
const shown = new WeakMap()

export default function ({ data, parentElement }) {
  const before = shown.get(parentElement)
  shown.set(parentElement, data.what)
  if (before === undefined || before === data.what || !data.what) return
  const host = parentElement.host ?? parentElement
  host.scrollIntoView({ block: "nearest", behavior: "smooth" })
}
"""

_measure = st.components.v2.component(
    "timeline_ruler",
    html='<div id="ruler" style="width:100%;height:1px;color:var(--st-text-color)"></div>',
    js=_RULER,
)
_into_view = st.components.v2.component("timeline_into_view", html="<span></span>", js=_INTO_VIEW)


LEAST_HEIGHT, MOST_HEIGHT, SHARE_OF_SCREEN = 600, 1000, 0.77
NARROW, SHARE_OF_NARROW_SCREEN = 700, 1.4


@dataclass(frozen=True, slots=True)
class Viewport:
    """The width that a chart may take and the screen's height, in CSS pixels; "light" or "dark"."""

    width: int
    screen: int
    theme: str

    @property
    def chart_height(self) -> int:
        """A height at which chart and evidence are seen together after a small scroll."""
        share = SHARE_OF_NARROW_SCREEN if self.is_narrow else SHARE_OF_SCREEN
        return max(LEAST_HEIGHT, min(round(share * self.screen), MOST_HEIGHT))

    @property
    def is_narrow(self) -> bool:
        """Whether this is a phone or a window as narrow as one."""
        return self.width < NARROW


def viewport() -> Viewport | None:
    """What the browser last reported, or None before it has. A change makes the page run again."""
    known = st.session_state.viewport
    data = {"width": known.width, "theme": known.theme} if known else {}
    reported = _measure(key="ruler", data=data, on_seen_change=lambda: None).seen
    if reported:
        st.session_state.viewport = Viewport(
            width=int(reported["width"]), screen=int(reported["screen"]), theme=str(reported["theme"])
        )
    return st.session_state.viewport


def bring_into_view(what: str | None) -> None:
    """Scrolls to here, just far enough, whenever `what` changes to another text."""
    _into_view(key="into_view", data={"what": what or ""})
