"""Names that no actor bears: buildings ("King Aziz Convention Centre") and the credits at an article's end."""

from __future__ import annotations

from pipelines.extract.names import View, is_acronym_shape

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
            behind = i + 1
            behind += behind < view.limit[i] and view.tokens[behind].pos == "ADJ" and not view.capital[behind]
            view.barred.update(_capitals_behind(view, behind))  # "la centrale solaire | Awa Roe"
    _bar_outlets(view)
    for i in view.capitals:
        word = view.tokens[i].folded
        if word in venues.by_first and (end := venues.match(view.tokens, i)) > i:
            view.barred.update(range(_venue_start(view, i), end))
        if word in credits_.by_first and credits_.match(view.tokens, i) > i:
            view.barred.update(range(i, view.limit[i]))


def _bar_outlets(view: View) -> None:
    """Bar those to whom somebody speaks and that tell the news."""
    press = view.grammar.press
    for i in view.doc.positions_of(view.grammar.agency_ends):
        if press.match_back(view.tokens, i + 1, view.origin[i]) <= i:
            view.barred.update(_agency(view, i + 1))
    contracted = view.lexicon.definite & view.lexicon.localisers
    for i in view.doc.positions_of(contracted) if contracted else ():
        view.barred.update(_outlet(view, i))


def _outlet(view: View, i: int) -> range:
    """As in "assure au | Horizon du Lac Awa Roe, ministre": to whom somebody speaks whose name follows at once."""
    if i <= view.origin[i] or view.tokens[i - 1].folded not in view.lexicon.speech_verbs:
        return range(0)
    run = _capitals_behind(view, i + 1)
    is_followed = len(run) > 2 and run.stop < view.limit[i] and view.tokens[run.stop].text == ","
    return run[:-2] if is_followed else range(0)


def _agency(view: View, k: int) -> range:
    """As in "a confié à l'agence | LKN": the noun and name of the outlet that a cue of the press ends on."""
    if k >= len(view.tokens) or view.capital[k - 1]:
        return range(0)  # a body's own "Agence"
    run = _capitals_behind(view, k)
    return range(k - 1, min(run.stop, k + 1) if is_acronym_shape(view.tokens[k].text) else run.stop)


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
    limit = min(view.limit[i - 1], i + _MAX_VENUE)
    while end < limit and (view.capital[end] or (end > i and view.tokens[end].folded in view.lexicon.particles)):
        end += 1
    while end > i and not view.capital[end - 1]:
        end -= 1
    return range(i, end)
