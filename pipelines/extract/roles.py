"""Role phrases: "ministre de la Pêche et des Ports", "Roads Principal Secretary", "head of the Harbour Trust"."""

from __future__ import annotations

from dataclasses import dataclass

from pipelines.extract.names import APOSTROPHES, View, is_acronym_shape
from pipelines.extract.phrases import Complement

_MAX_PREMODIFIERS = 7
_MAX_APPOSED = 5  # words of "a retired boat builder"
_OPENERS = frozenset({"ADV", "ADP", "SCONJ", "CCONJ", "PRON", "DET", "VERB", "AUX"})


@dataclass(slots=True)
class RolePhrase:
    """A role in tokens `[first, last)`.

    Attributes:
        head: its first head word ("ministre"), where premodifiers may stand before it.
        text: in the text's words, without article; a plural head is given in the singular.
        is_plural: "les ministres de …": several people follow, each with a part of the phrase.
        is_sovereign: a role whose holder may have a single name.
        end: position behind what only says when it was held ("de l'époque").
        inner: position of a role inside the complement, whose holder a name right behind would be; -1 where none.
    """

    first: int
    last: int
    head: int
    text: str
    is_plural: bool
    is_sovereign: bool
    inner: int
    end: int


def find_roles(view: View, known: dict[int, int]) -> list[RolePhrase]:
    """Every role phrase of the body, in order.

    Args:
        view: the article.
        known: ends of the organisations already found, by their first token.
    """
    roles: list[RolePhrase] = []
    behind = 0
    inner = {k for first, last in known.items() if last > first + 1 for k in range(first + 1, last)}
    by_first, foreign = view.grammar.roles.by_first, view.grammar.foreign_roles.by_first
    positions, words = view.doc.positions, view.doc.positions.keys()
    endings = tuple(view.lexicon.role_endings)
    starts = view.doc.positions_of((words & by_first.keys()) | {w for w in words if "-" in w or w.endswith(endings)})
    in_capitals = [i for word in words & foreign.keys() for i in positions[word] if view.capital[i]]
    if in_capitals:
        starts = sorted({*starts, *in_capitals})
    apposed = _apposed_heads(view)
    for i in sorted({*starts, *apposed}) if apposed else starts:
        head_end = role_head_end(view, i) if i >= behind else i
        if head_end == i and i >= behind and i in apposed:
            head_end = i + 1
        if head_end == i or _is_in_name(view, i) or (i in inner and view.capital[i]) or _is_adjective(view, i):
            continue
        if _is_participle(view, i, head_end) or _has_object(view, i, head_end):
            continue
        role = _phrase(view, i, head_end, known, floor=roles[-1].last if roles else 0)
        if roles and _is_owned_by(view, roles[-1], role):
            owner = roles.pop()  # "the president's | adviser"
            role.first, role.text = owner.first, view.text(owner.first, role.last)
        roles.append(role)
        behind = role.last
        if role.inner >= 0:
            roles.append(_phrase(view, role.inner, role_head_end(view, role.inner), known, floor=role.inner))
            behind = max(roles[-1].last, role.inner + 1)
    return roles


def _is_owned_by(view: View, owner: RolePhrase, role: RolePhrase) -> bool:
    """Whether a role belongs to another, in small letters, whose genitive stands right before it."""
    if owner.last != role.first - 1 or not view.is_genitive(owner.last):
        return False
    return not view.capital[owner.head] and not (owner.is_plural or role.is_plural)


def _apposed_heads(view: View) -> set[int]:
    """As in "Awa Sarr, | apicultrice à Gondar", "Ana Roe, a boat | builder,": any noun of an agent behind a name."""
    heads = set()
    for comma in view.doc.positions_of({","} & view.doc.positions.keys()):
        is_whole = comma > 1 and view.capital[comma - 1] and view.capital[comma - 2]
        if is_whole and (view.is_name_word(comma - 1) or view.is_name_word(comma - 2)):
            head = _agent_behind(view, comma + 1)
            if head:
                heads.add(head)
    return heads


def _agent_behind(view: View, k: int) -> int:
    """Position of the noun of an agent that heads the apposition at `k`; 0 where none does."""
    tokens, lexicon = view.tokens, view.lexicon
    limit = view.limit[k - 1]
    if k < limit and tokens[k].folded in lexicon.articles and tokens[k].folded not in lexicon.possessives:
        k += 1
    elif lexicon.premodified:
        return 0
    last = min(limit, k + _MAX_APPOSED)
    while lexicon.premodified and k + 1 < last and not view.capital[k]:
        is_modifier = tokens[k].pos in ("ADJ", "NOUN") or tokens[k].verb == "Part"
        if not is_modifier or tokens[k + 1].pos not in ("NOUN", "ADJ"):
            break
        k += 1
    if k >= limit or view.capital[k] or tokens[k].verb or not _may_be_noun(view, k, limit):
        return 0
    word, grammar = tokens[k].folded, view.grammar
    is_things = word in grammar.not_names or word in lexicon.policy_words or word in lexicon.time_words
    is_bodys = grammar.appositions.match(tokens, k) > k or grammar.designators.match(tokens, k) > k
    is_bodys = is_bodys or grammar.heads.match(tokens, k) > k
    return 0 if is_things or is_bodys or not word.endswith(tuple(lexicon.agent_endings)) else k


def _may_be_noun(view: View, k: int, limit: int) -> bool:
    """Whether a word is a noun, or is tagged an adjective and stands alone (", hydraulicien,")."""
    token = view.tokens[k]
    if token.pos == "NOUN" or view.lexicon.premodified or k + 1 >= limit:
        return token.pos == "NOUN"
    return token.pos == "ADJ" and (view.tokens[k + 1].text in ",." or view.tokens[k + 1].pos == "ADP")


def _is_adjective(view: View, i: int) -> bool:
    """As in "agence de développement municipal": what is also a role's noun belongs to the noun before it."""
    if view.lexicon.premodified or view.tokens[i].pos != "ADJ" or view.capital[i] or i == view.origin[i]:
        return False
    return view.tokens[i - 1].pos == "NOUN" and role_head_end(view, i - 1) == i - 1


def _is_participle(view: View, i: int, head_end: int) -> bool:
    """As in "élue mardi par le conseil", "a élu X présidente": how an office was taken up rather than the office."""
    if view.grammar.offices.match(view.tokens, i) != head_end or head_end >= view.limit[i]:
        return False
    before, behind = view.tokens[i - 1], view.tokens[head_end]
    if i > view.origin[i] and before.pos == "DET":
        return False
    is_passive = i > view.origin[i] and before.pos in ("AUX", "PRON", "ADV")
    is_dated = view.is_calendar(head_end) or behind.folded in view.lexicon.time_words
    is_by = behind.pos == "ADP" and behind.folded not in view.lexicon.member_links
    return is_passive or is_dated or is_by or view.capital[head_end] or role_head_end(view, head_end) > head_end


def _has_object(view: View, i: int, head_end: int) -> bool:
    """As in "Awa Sarr, | juge le plan utile": a verb, which an article follows."""
    if view.tokens[i].verb != "Fin" or view.capital[i] or head_end != i + 1 or head_end >= view.limit[i]:
        return False
    return view.tokens[head_end].folded in view.lexicon.articles


def _is_in_name(view: View, i: int) -> bool:
    """Whether a role noun is part of a name: behind a capitalised article, or a title ("Jean Le Gouverneur")."""
    if (
        view.capital[i]
        and view.tokens[i].folded in view.lexicon.sovereigns
        and i + 1 < len(view.tokens)
        and view.is_name_word(i + 1)
    ):
        # "Mme Reine Abena": behind a title, it is a given name.
        begin = i - 1 - (i > 1 and view.tokens[i - 1].text == ".")
        if begin >= 0 and view.grammar.titles.match(view.tokens, begin) > begin:
            return True
    if _is_surname(view, i) or names_house(view, i):
        return True
    return i > 1 and all(view.capital[i - 2 : i + 1]) and view.tokens[i - 1].folded in view.lexicon.articles


def names_house(view: View, i: int) -> bool:
    """Whether a sovereign's title starts the name of a house ("Sultan Karim University")."""
    if not view.capital[i] or view.tokens[i].folded not in view.lexicon.sovereigns or not view.lexicon.premodified:
        return False
    k = i + 1
    while k < view.limit[i] and view.capital[k]:
        k += 1
    return k > i + 2 and view.tokens[k - 1].folded in view.grammar.last_words


def _is_surname(view: View, i: int) -> bool:
    """As in "Mervyn King, the former governor", "Prof. Ana Bishop": a title behind a given name, and nobody's name."""
    if not view.capital[i] or i <= view.origin[i] or not view.capital[i - 1] or view.tokens[i].text.isupper():
        return False
    if is_acronym_shape(view.tokens[i - 1].text) or (i + 1 < view.limit[i] and view.capital[i + 1]):
        return False
    if view.tokens[i].folded in view.lexicon.sovereigns and view.is_name_word(i - 1):
        return True
    word, before = view.tokens[i].folded, view.tokens[i - 1].folded
    if (
        word in view.lexicon.portfolio_roles
        or before in view.lexicon.policy_words
        or before in view.grammar.premodifiers
    ):
        return False  # "Hon. Health Minister", "Dr Deputy Speaker"
    k = i - 1 - (i > 2 and view.tokens[i - 2].text == ".")
    return view.grammar.titles.match_back(view.tokens, k, view.origin[i]) < k


def role_head_end(view: View, i: int) -> int:
    """Position behind the role noun that starts at `i`; `i` where none does. "ex-", "vice-" and "-general" hang on.

    Capitals show a role that is given in another language ("Country Director" in a French text).
    """
    word, grammar = view.tokens[i].folded, view.grammar
    if word in grammar.roles.by_first:
        end = grammar.roles.match(view.tokens, i)
        if end > i:
            return end
    if view.capital[i] and word in grammar.foreign_roles.by_first:
        end = grammar.foreign_roles.match(view.tokens, i)
        if end > i:
            return end
    if "-" not in word:
        is_science = word.endswith(tuple(view.lexicon.role_endings)) and word not in view.lexicon.ordinary_words
        return i + 1 if is_science else i
    prefix, _, rest = word.partition("-")
    lexicon = view.lexicon
    options = view.grammar.roles.by_first
    if prefix in lexicon.role_prefixes and rest.split("-")[0] in options:
        return i + 1
    return i + 1 if prefix in options and (rest in lexicon.role_suffixes or rest in options) else i


def _phrase(view: View, i: int, head_end: int, known: dict[int, int], floor: int) -> RolePhrase:
    tokens, lexicon = view.tokens, view.lexicon
    head = " ".join(t.folded for t in tokens[i:head_end])
    complement = Complement(view, _behind_closer(view, head_end), for_role=True, first=i, known=known)
    last = _joined_roles(view, complement)
    end = last
    last = max(view.grammar.closers.match_back(tokens, last, head_end), head_end)
    if last == end and last < view.limit[i]:
        end = view.grammar.closers.match(tokens, last)
    first = i if _is_behind_name(view, i) else _owner(view, _premodifiers(view, i, floor, known), floor, known)
    text = view.text(first, last)
    is_plural = head in lexicon.role_plurals
    if is_plural:
        text = " ".join([lexicon.role_plurals[head], *([view.text(head_end, last)] if last > head_end else [])])
    # "porte-parole du président Untel": a name right behind is the holder's of the last role named.
    inner = next((k for k in reversed(complement.contents) if i < k < last and role_head_end(view, k) == last), -1)
    return RolePhrase(first, last, i, text, is_plural, head in lexicon.sovereigns, inner, end)


def _behind_closer(view: View, head_end: int) -> int:
    """Position behind "par intérim" between a role's noun and what the role is of; else where the noun ends."""
    if head_end >= len(view.tokens) or view.tokens[head_end].folded not in view.grammar.closers.by_first:
        return head_end
    end = view.grammar.closers.match(view.tokens, head_end)
    is_of = end < view.limit[head_end - 1] and view.tokens[end].folded in view.lexicon.prepositions
    return end if is_of else head_end


def _is_behind_name(view: View, i: int) -> bool:
    """As in "Colin Roe MSP": the letters of an office hang on a whole name that nothing goes on."""
    text = view.tokens[i].text
    if not text.isupper() or len(text) < 2 or i < view.origin[i] + 2 or not view.lexicon.premodified:
        return False
    goes_on = i + 1 < view.limit[i] and view.capital[i + 1]
    if goes_on or not (view.capital[i - 1] and view.capital[i - 2] and view.tokens[i - 1].space):
        return False
    return any(view.is_name_word(k) for k in (i - 2, i - 1)) or all(_may_name(view, k) for k in (i - 2, i - 1))


def _may_name(view: View, k: int) -> bool:
    """Whether an ordinary word may be a person's name: tagged so, and nothing that parties and bodies are called."""
    word = view.tokens[k].folded
    is_bodys = word in view.grammar.last_words or word in view.lexicon.policy_words or word in view.lexicon.partisans
    return view.tokens[k].pos == "PROPN" and not is_bodys and not view.is_demonym(k) and not view.is_place(k)


def _joined_roles(view: View, complement: Complement) -> int:
    """As in "président et directeur général de X": a second role that the same person holds goes on."""
    end = complement.end
    if complement.first + 1 < end < complement.limit - 1 and view.tokens[end].text == ",":
        is_same = view.tokens[end + 1].folded == view.tokens[complement.first].folded
        if is_same and not view.lexicon.premodified:  # "ministre d'État, | ministre de l'Eau"
            repeated = role_head_end(view, end + 1)
            return Complement(view, repeated, for_role=True, first=end + 1, known=complement.known).end
    if end >= complement.limit - 1 or view.tokens[end].folded not in view.lexicon.coordinators:
        return end
    further = role_head_end(view, end + 1)
    if complement.contents:
        return end  # two roles, each with its own complement
    if further == end + 1:
        k = end + 1
        while k < complement.limit - 1 and view.tokens[k].folded in view.lexicon.role_premodifiers:
            k += 1
        further = role_head_end(view, k)
        if further == k:
            return end
    return Complement(view, further, for_role=True, first=end, known=complement.known).end


def _premodifiers(view: View, i: int, floor: int, known: dict[int, int]) -> int:
    """First token of the phrase whose head is at `i`: "former", "ancien", "Energy and Water" before it."""
    lexicon, first = view.lexicon, i
    limit = max(view.origin[i], floor, i - _MAX_PREMODIFIERS)
    while first > limit and view.tokens[first - 1].folded in lexicon.role_premodifiers:
        first -= 1
    foreign = view.grammar.foreign_premodifiers
    while first > limit and view.capital[first - 1] and view.tokens[first - 1].folded in foreign:
        first -= 1
    if not lexicon.premodified:
        return first
    ends = known.values()
    while first > limit:
        if view.tokens[first - 1].text == ")":
            return _whole_before_bracket(view, first, max(view.origin[i], floor), known)
        k = first - 1
        if _modifies(view, k) and not _is_before_title(view, k, first):
            first = k
        elif (
            view.tokens[k].folded in lexicon.coordinators
            and k > limit
            and k not in ends  # "the Lakes Group and | Senator Roe"
            and view.is_common(first)
            and view.is_common(k - 1)
            and not _ends_name(view, k - 1, limit)
            and (view.capital[k - 1] == view.capital[first] or k - 1 in view.starts)
            and _modifies(view, k - 1)
        ):
            first = k - 1
        else:
            break
    return first


def _ends_name(view: View, k: int, limit: int) -> bool:
    """As in "Mayor Nuru Okafor | Stone and Health Minister Roe": an ordinary word behind a name, which no field is."""
    if k <= limit or not (view.capital[k] and view.capital[k - 1]):
        return False
    return view.is_name_word(k - 1) and view.tokens[k].folded not in view.lexicon.policy_words


def _owner(view: View, first: int, floor: int, known: dict[int, int]) -> int:
    """First token of the organisation whose genitive stands before a role ("World Lakes Fund's | head")."""
    end, limit = first - 1, max(view.origin[first], floor)
    if end <= limit or not view.is_genitive(end):
        return first
    if is_acronym_shape(view.tokens[end - 1].text) and not view.is_place(end - 1) and not view.capital[end - 2]:
        return end - 1
    if end > limit and view.capital[end - 1] and view.tokens[end - 1].folded in view.lexicon.genitive_words:
        return end - 1  # "People's | Voice chairman"
    whole = next((k for k in range(max(limit, end - _MAX_PREMODIFIERS), end) if known.get(k) == end), -1)
    if whole >= 0:
        return whole
    begin = end
    while begin > limit and view.capital[begin - 1] and not view.is_place(begin - 1):
        begin -= 1
    is_apposed = begin > limit and view.tokens[begin - 1].text == ","  # "X, Harbour's housing spokesman"
    return begin if is_apposed and begin < end else first


def _whole_before_bracket(view: View, first: int, limit: int, known: dict[int, int]) -> int:
    """First token of the organisation whose acronym's bracket ends before `first`: "World Lakes Fund (WLF) | head"."""
    opening = first - 3
    if opening <= limit or view.tokens[opening].text != "(":
        return first
    return next((k for k in range(limit, opening) if known.get(k) == opening), first)


def _is_before_title(view: View, k: int, first: int) -> bool:
    """As in "praised | Health Minister Roe": a word in small letters before a capitalised role, which it isn't part of.

    The tagger may take a verb there for a noun.
    """
    word, lexicon = view.tokens[k].folded, view.lexicon
    if view.capital[k] or not view.capital[first] or is_acronym_shape(view.tokens[first].text):
        return False
    return word not in lexicon.role_premodifiers and word not in lexicon.policy_words and not view.is_demonym(k)


def _modifies(view: View, k: int) -> bool:
    token = view.tokens[k]
    if not token.text[0].isalnum() or view.is_calendar(k) or token.folded in view.lexicon.articles or k in view.blocked:
        return False
    if not token.space and k and view.tokens[k - 1].text in APOSTROPHES:
        return False  # "Hon'ble"
    if view.grammar.titles.match(view.tokens, k) > k or token.folded in view.lexicon.role_fillers:
        return False
    if (
        token.folded in view.lexicon.role_premodifiers
        or token.folded in view.lexicon.policy_words
        or view.is_demonym(k)
    ):
        return True
    if view.capital[k]:
        return view.is_name_word(k) or k not in view.starts or token.pos not in _OPENERS
    is_noun = token.pos == "NOUN" or (token.pos == "PROPN" and not view.capital[k + 1])  # "IMF mission chief"
    return token.pos == "ADJ" or (is_noun and view.is_common(k))
