"""Actors of an article: people and organisations, one record each, with roles and every mention."""

from __future__ import annotations

from pipelines.extract.acronyms import Acronyms
from pipelines.extract.bare_names import BareNames
from pipelines.extract.document import Document
from pipelines.extract.names import View
from pipelines.extract.organisation_common import Found
from pipelines.extract.organisations import Organisations
from pipelines.extract.persons import Person, Persons, same_role
from pipelines.extract.places import Place, official_country_names
from pipelines.extract.records import Actor, Plan, Role, Span
from pipelines.extract.roles import RolePhrase
from pipelines.extract.text import fold, words
from pipelines.extract.venues import bar_venues_and_credits

_LEAST_CONFIDENCE = 0.6  # below it, a finding is about as likely wrong as right


def find_actors(doc: Document, plans: list[Plan], places: list[Place]) -> list[Actor]:
    """People and organisations that the body names, in order of appearance.

    Args:
        doc: the article.
        plans: their spans can't start an actor, as a plan's name has the shape of an organisation's.
        places: the document's places, which are never actors by themselves.
    """
    if not doc.tokens:
        return []
    view = View(doc, [s for p in plans for s in p.spans], places)
    bar_venues_and_credits(view)
    _bar_short_plans(view, plans)
    organisations = Organisations(view)
    organisations.find_by_head()
    acronyms = Acronyms(view, organisations)
    acronyms.expand()
    persons = Persons(view, organisations)
    persons.find()
    organisations.drop_fields(persons.roles)
    acronyms.find(set(persons.used))
    for role in persons.held_roles():
        organisations.find_in_role(role.first, role.head, role.last)
        _reach_name(view, organisations, role)
    for role in persons.unheld.values():
        organisations.find_in_unheld(role.head, role.last)
    BareNames(view, organisations, persons).find()
    persons.find_bare()
    persons.find_offices()
    people = persons.merged()
    actors = [_person(view, p) for p in people]
    actors += _organisations(view, organisations.found)
    publisher, countries = " ".join(words(doc.publisher or "")), official_country_names()
    kept = [a for a in actors if a.confidence >= _LEAST_CONFIDENCE and not _is_nobody(a, publisher, countries)]
    kept.sort(key=lambda a: (min(a.spans), a.name))
    return kept


def _is_nobody(actor: Actor, publisher: str, countries: frozenset[str]) -> bool:
    """Whether a name is the outlet's, or a state's in full ("Union of the Comoros")."""
    key = " ".join(words(actor.name))
    return key in countries or (bool(publisher) and key == publisher)


def _reach_name(view: View, organisations: Organisations, role: RolePhrase) -> None:
    """Let a role take the whole name that it is held in: "chief of Women | 's Aid", "Ministry of | Works clerk"."""
    before = organisations.taken.get(role.first)
    if before is not None and before.first < role.first < before.last <= role.head:
        role.first = before.first
        role.text = view.text(role.first, role.last)
    found = organisations.taken.get(role.last - 1)
    if found is not None and role.head < found.first and role.last < found.last and not role.is_plural:
        role.last = found.last
        role.text = view.text(role.first, role.last)


def _bar_short_plans(view: View, plans: list[Plan]) -> None:
    """Bar the first word of a plan's name where it stands alone for the plan ("l'Offensive", "the Compact")."""
    firsts = {w[0] for p in plans if len(w := words(p.name)) > 1}
    for i in view.doc.positions_of(firsts) if firsts else ():
        if view.capital[i] and i not in view.starts and view.is_common(i):
            is_alone = i + 1 >= view.limit[i] or not view.capital[i + 1]
            if is_alone and not view.capital[i - 1] and view.grammar.heads.match(view.tokens, i) == i:
                view.barred.add(i)


def _person(view: View, person: Person) -> Actor:
    roles: list[Role] = []
    for role, _ in person.roles:
        if not any(same_role(role.role, other.role) for other in roles):
            roles.append(role)
    full = [s for s in person.spans if len(words(s.of(view.doc.text))) > 1]
    spans = full[:1] + [s for s in person.spans if s not in full[:1]]
    country = next((c for _, r in person.roles if (c := _country(view, r.first, r.last))), None)
    return Actor(
        name=person.name,
        kind="person",
        spans=spans,
        aliases=_aliases(view, person.name, person.spans),
        roles=roles,
        country=country or (view.doc.country if roles else None),
        confidence=round(person.confidence, 2),
    )


def _country(view: View, first: int, last: int) -> str | None:
    for k in range(first, last):
        place = view.place_at.get(k)
        if place and place.country:
            return place.country
    return None


def _aliases(view: View, name: str, spans: list[Span]) -> list[str]:
    texts = dict.fromkeys(" ".join(s.of(view.doc.text).split()) for s in spans)
    texts.pop(name, None)
    seen = {" ".join(words(name))} if texts else set()
    aliases = []
    for text in texts:
        key = " ".join(words(text))
        if key not in seen:
            seen.add(key)
            aliases.append(text)
    return aliases


def _short_institutions(view: View, found: list[Found]) -> dict[str, str]:
    """Keys of institutions called by one word, with the key of the full name that it ends ("treasury")."""
    institutions = view.lexicon.institutions
    full = [f for f in reversed(found) if f.last - f.first > 1 and view.tokens[f.last - 1].folded in institutions]
    return {view.tokens[f.last - 1].folded: " ".join(words(f.name)) for f in full}


def _short_names(view: View, found: list[Found]) -> dict[str, str]:
    """Keys of names that later mentions cut to their first word ("Calder Photonics … Calder"), with the full name's."""
    full: dict[str, Found | None] = {}
    for f in found:
        if f.last - f.first > 1 and f.acronym is None and view.is_name_word(f.first):
            word = view.tokens[f.first].folded
            known = full.get(word)
            is_same = word not in full or (known is not None and fold(known.name) == fold(f.name))
            full[word] = (known if known is not None and known.first < f.first else f) if is_same else None
    cut: dict[str, int] = {}
    for f in found:
        if f.last - f.first == 1:
            word = view.tokens[f.first].folded
            cut[word] = min(f.first, cut.get(word, f.first))
    # What is named first is the whole, a subsidiary with a longer name may come behind it.
    return {
        w: " ".join(words(f.name))
        for w, f in full.items()
        if f is not None and w in cut and (cut[w] > f.first or _is_form(view, f))
    }


def _without_place(view: View, found: list[Found]) -> dict[str, str]:
    """Keys of names that lack the place which a longer one begins with ("Gondar Defence Force … our Defence Force")."""
    whole: dict[str, str | None] = {}
    for f in found:
        k = f.first
        while k < f.last and (view.is_place(k) or view.is_demonym(k)):
            k += 1
        if view.lexicon.premodified and f.first < k < f.last - 1:
            rest, name = " ".join(words(view.text(k, f.last))), " ".join(words(f.name))
            whole[rest] = name if whole.get(rest, name) == name else None
    return {rest: name for rest, name in whole.items() if name is not None}


def _is_form(view: View, found: Found) -> bool:
    """Whether only a company's form stands behind a name's first word ("Calder Ltd")."""
    return all(view.tokens[k].folded in view.grammar.suffixes for k in range(found.first + 1, found.last))


def _organisations(view: View, found: list[Found]) -> list[Actor]:
    """One actor per organisation: mentions of the same name or acronym are one."""
    actors: list[Actor] = []
    by_key: dict[str, Actor] = {}
    short = _short_institutions(view, found) | _short_names(view, found) | _without_place(view, found)
    keyed = [(" ".join(words(f.name)), f) for f in found]
    for name, mention in sorted(keyed, key=lambda p: (p[1].acronym is None, p[0] in short, p[1].first, p[1].last)):
        key = short.get(name, name)
        keys = [key, " ".join(words(mention.acronym))] if mention.acronym else [key]
        actor = next((by_key[k] for k in keys if k in by_key), None)
        if actor is None:
            country = _country(view, mention.first, mention.last)
            actor = Actor(mention.name, "organisation", [], country=country, confidence=0.0)
            actors.append(actor)
        actor.spans += [s for s in mention.spans if s not in actor.spans]
        actor.acronym = actor.acronym or mention.acronym
        actor.confidence = max(actor.confidence, mention.confidence)
        for k in keys:
            by_key.setdefault(k, actor)
    for actor in actors:
        actor.aliases = _aliases(view, actor.name, actor.spans)
        actor.spans.sort()
    return actors
