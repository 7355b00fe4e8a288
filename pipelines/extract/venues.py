"""Names that no actor bears: buildings ("King Aziz Convention Centre") and the credits at an article's end."""

from __future__ import annotations

from pipelines.extract.names import View

_MAX_VENUE = 8  # tokens before the word that says what the building is


def bar_venues_and_credits(view: View) -> None:
    """Add the tokens of venues' names, bylines and credits ("Reporting by A; editing by B") to `view.barred`."""
    for block in view.doc.blocks:
        first = view.doc.token_at(block.start)
        if block.kind == "heading" and view.tokens[first].folded in view.lexicon.bylines:
            view.barred.update(range(first, view.doc.token_at(block.end - 1) + 1))
    venues, credits_ = view.grammar.venues, view.grammar.credits
    openers = view.lexicon.venue_openers
    for i in view.doc.positions_of(openers) if openers else ():
        if not view.capital[i]:
            view.barred.update(_capitals_behind(view, i + 1))
    for i in view.capitals:
        word = view.tokens[i].folded
        if word in venues.by_first and (end := venues.match(view.tokens, i)) > i:
            view.barred.update(range(_venue_start(view, i), end))
        if word in credits_.by_first and credits_.match(view.tokens, i) > i:
            view.barred.update(range(i, view.limit[i]))


def _venue_start(view: View, i: int) -> int:
    """First capital of the name that ends in the venue noun at `i`; particles of a person's name are no end of it."""
    first = k = i
    while k > max(view.origin[i], i - _MAX_VENUE):
        k -= 1
        if view.capital[k]:
            first = k
        elif view.tokens[k].folded not in view.lexicon.particles:
            break
    return first


def _capitals_behind(view: View, i: int) -> range:
    """Capitals at `i`: the name of the building that a noun in small letters introduces ("l'hôtel | Bel Horizon")."""
    end = i
    while end < min(view.limit[i - 1], i + _MAX_VENUE) and view.capital[end]:
        end += 1
    return range(i, end)
