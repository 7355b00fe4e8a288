"""What shows that a plan is at work: what it has done, what is done under it, and how long it has been out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.extract.plan_groups import in_sentence
from pipelines.extract.plan_lexicon import PlanWords, plan_words

if TYPE_CHECKING:
    from pipelines.extract.document import Document, Token
    from pipelines.extract.plan_groups import Reference
    from pipelines.extract.records import PlanStatus

_MEANS_WITHIN = 8  # tokens
_SUCCEEDS_WITHIN = 4  # tokens
_ADVERBS = 3  # tokens between a verb and its participle
_OPENING = 8  # tokens
_TOLD_WITHIN = 24  # tokens
_ASIDE = 30  # tokens
_COUNTING = 4  # tokens in which a clause tells a number
_APPOSED = 12  # tokens of "the care programme for the over-sixties"
_UNMOVED = frozenset(("presented", "announced", "adopted", "launched", "in_preparation", "intended", "completed"))


def standing_status(
    doc: Document, own: list[Reference], references: list[Reference], *, is_out: bool = False
) -> PlanStatus | None:
    """Where a plan stands of which no verb tells: what is being done under it tells that it is at work.

    Its years alone don't: that a plan runs to 2030 is no report of where it stands.

    Args:
        own: the places that refer to the plan.
        references: those that refer to any plan, in order.
        is_out: whether the article tells when it came out: then only what it has brought shows that it is at work.
    """
    for reference in own:
        if reference.is_pronoun or reference.is_implied or not _is_means(doc, reference, is_out=is_out):
            continue
        near = in_sentence(references, reference.sentence)
        if all(r.group is reference.group for r in near if r.first < reference.first):
            return "in_progress"  # not "the roadmap is part of Vision 2040", which tells of the roadmap
    return None


def has_worked(doc: Document, lexicon: PlanWords, reference: Reference) -> bool:
    """Whether a plan is the subject of what has been done, or holds by now ("the scheme has paid out 4.2 billion")."""
    sentence = doc.sentences[reference.sentence]
    if reference.is_implied or reference.first - sentence.first > _TOLD_WITHIN or reference.last >= sentence.last:
        return False
    if doc.tokens[reference.first].folded in lexicon.object_pronouns:
        return False
    before = range(max(sentence.first, reference.first - _SUCCEEDS_WITHIN), reference.first)
    if any(doc.tokens[k].folded in lexicon.whenever for k in before):
        return False  # "once the plan has run its course"
    if any(lexicon.succession.at(doc.tokens, k, reference.first) for k in before):
        return False  # "which prolongs X, launched in 2008, which has brought 12 contracts": told of one that is over
    if _is_lasting(doc, lexicon, reference.last, sentence.last) or _is_of_share(doc, lexicon, reference.last):
        return True
    if _is_governed(doc, lexicon, sentence.first, reference.first):
        return _is_share(doc, lexicon, reference)
    if _is_used(doc, lexicon, reference.last, sentence.last):
        return True
    if (k := _taken_up(doc, lexicon, reference.last, sentence.last)) and _is_deed(doc, lexicon, k, sentence.last):
        return True
    return any(_is_deed(doc, lexicon, k, sentence.last) for k in _verbs(doc, lexicon, reference.last, sentence.last))


def _taken_up(doc: Document, lexicon: PlanWords, k: int, last: int) -> int | None:
    """Position behind a pronoun that stands for the plan behind a semicolon ("; it has rebuilt 790 dams")."""
    signs = doc.positions.get(";", ())
    at = next((j for j in signs if k < j < last - 2), None) if signs else None
    return at + 2 if at and doc.tokens[at + 1].folded in lexicon.pronouns else None


def _clause(doc: Document, k: int, last: int) -> range:
    """The clause behind a comma at token `k`, as far as the next sign."""
    if k + 2 >= last or doc.tokens[k].text != ",":
        return range(0)
    stop = min(last, k + 1 + _TOLD_WITHIN)
    return range(k + 1, next((j for j in range(k + 1, stop) if doc.tokens[j].text in ",;:.–—("), stop))


def _is_lasting(doc: Document, lexicon: PlanWords, k: int, last: int) -> bool:
    """Whether a relative clause tells what is done since a time past (", que la ville applique depuis janvier")."""
    clause = _clause(doc, k, last)
    if not clause or doc.tokens[clause[0]].folded not in lexicon.relative:
        return False
    since = next((j for j in clause[1:] if doc.tokens[j].folded in lexicon.since), None)
    if since is None or since + 1 >= last:
        return False
    if any(lexicon.is_ahead(doc.tokens[j]) or doc.tokens[j].folded in lexicon.negation for j in clause):
        return False
    after = doc.tokens[since + 1]
    return after.folded in lexicon.calendar or after.text[0].isdigit()


def _is_of_share(doc: Document, lexicon: PlanWords, k: int) -> bool:
    """Whether a clause tells how many of a plan's have done it by now (", dont 1 800 apprentis sont déjà sortis")."""
    clause = _clause(doc, k, len(doc.tokens))
    if len(clause) < _COUNTING:
        return False
    opener = doc.tokens[clause[0]].folded
    if opener not in lexicon.relative and opener not in lexicon.gloss_clauses:
        return False
    if not any(doc.tokens[j].text[0].isdigit() for j in clause[:_COUNTING]):
        return False
    words = {doc.tokens[j].folded for j in clause}
    return not words & lexicon.prospective and bool(words & (lexicon.perfect | lexicon.now))


def _is_used(doc: Document, lexicon: PlanWords, k: int, last: int) -> bool:
    """Whether a clause tells what is done under the plan that ends at `k` ("under which farms are being moved")."""
    tokens = doc.tokens
    while k < last and not tokens[k].text[0].isalnum():
        k += 1
    stop = min(last, k + _APPOSED)
    if not lexicon.under_which.may_open_in(doc.words[k:stop]):
        return False
    found = next((f for j in range(k, stop) if (f := lexicon.under_which.at(tokens, j, last))), None)
    if not found:
        return False
    for j in range(found[1], min(last - 1, found[1] + _TOLD_WITHIN)):
        if lexicon.is_ahead(tokens[j]):
            return False
        if tokens[j].folded in lexicon.perfect or tokens[j].folded in lexicon.now:
            return True
        if tokens[j].folded in lexicon.passive and tokens[j].verb != "Fin":
            return True  # "are being moved"
    return False


def _is_governed(doc: Document, lexicon: PlanWords, low: int, k: int) -> bool:
    """Whether a preposition stands before token `k`, over articles, adjectives of rank and quotation marks."""
    k -= 1
    while k > low and (
        doc.tokens[k].pos == "DET"
        or (doc.tokens[k].pos == "ADJ" and doc.tokens[k].folded in lexicon.qualifiers)
        or not doc.tokens[k].text[0].isalnum()
    ):
        k -= 1
    return k >= low and doc.tokens[k].pos == "ADP"


def _verbs(doc: Document, lexicon: PlanWords, k: int, last: int) -> list[int]:
    """Where the verbs start whose subject ends at token `k`: that of a relative clause, and that behind it."""
    tokens, found = doc.tokens, []
    if k < last and tokens[k].text in ')»”"':
        k += 1
    if k < last and tokens[k].text == "(":
        k = next((j + 1 for j in range(k, min(last, k + _ASIDE)) if tokens[j].text == ")"), last)
    is_aside = k < last and tokens[k].text in ",–—"
    if is_aside:
        k += 1
    if not is_aside:
        if k < last and tokens[k].folded in lexicon.subjects:
            found.append(k + 1)
        return [*found, k]
    end = next((j for j in range(k, min(last, k + _ASIDE)) if tokens[j].text in ",–—"), last)
    relative = next((j for j in range(k, min(end, k + _APPOSED)) if tokens[j].folded in lexicon.subjects), None)
    if relative is not None:
        found.append(relative + 1)  # "X, which has …", "X, a youth scheme in Gondar that has …"
    return [*found, end + 1]


def _is_deed(doc: Document, lexicon: PlanWords, k: int, last: int) -> bool:
    """Whether the verb that starts at token `k` is a perfect that tells of something done, or holds by now."""
    tokens = doc.tokens
    while k < last and (
        tokens[k].pos == "ADV"
        or tokens[k].folded in lexicon.negation
        or tokens[k].folded in lexicon.now
        or _is_by_now(doc, lexicon, k)
    ):
        k += 1
    if k >= last or lexicon.is_ahead(tokens[k]):
        return False
    rest = range(k + 1, min(last, k + 1 + _ADVERBS))
    if tokens[k].folded in lexicon.perfect:
        done = next((j for j in rest if tokens[j].pos != "ADV" and tokens[j].folded not in lexicon.now), None)
        if done is None or tokens[done].folded in lexicon.mooted or not _is_participle(lexicon, tokens[done]):
            return False
        cue = lexicon.status.at(tokens, done, last)
        if cue and cue[0] == "completed" and cue[1] < last:
            return tokens[cue[1]].pos in ("NUM", "DET", "NOUN")  # "has completed three projects"
        return cue is None or cue[0] not in _UNMOVED
    if tokens[k].folded in lexicon.working and any(tokens[j].text[0].isdigit() for j in rest):
        return True  # "employs some 400 people"
    if tokens[k].verb != "Fin":
        return False
    if tokens[k].folded in lexicon.bygone or tokens[k].folded.endswith(lexicon.bygone_endings):
        return _has_counted(doc, lexicon, k, last)
    if not any(tokens[j].folded in lexicon.now for j in (k - 1, *rest[:2])):
        return False
    cues = (lexicon.status.at(tokens, j, last) for j in range(k, min(last, k + _ADVERBS + 1)))
    return not any(cue and cue[0] in _UNMOVED for cue in cues)


def _is_by_now(doc: Document, lexicon: PlanWords, k: int) -> bool:
    """Whether a preposition governs a word for the present at token `k` ("by now")."""
    return doc.tokens[k].pos == "ADP" and k + 1 < len(doc.tokens) and doc.tokens[k + 1].folded in lexicon.now


def _has_counted(doc: Document, lexicon: PlanWords, k: int, last: int) -> bool:
    """Whether a past tense tells how much was done ("which trained 120 people last year"), not what was meant to be."""
    word = doc.tokens[k].folded
    if not word.endswith(lexicon.preterite_endings) or word in lexicon.stated or word in lexicon.mooted:
        return False
    cue = lexicon.status.at(doc.tokens, k, last)
    return (cue is None or cue[0] not in _UNMOVED) and k + 1 < last and doc.tokens[k + 1].text[0].isdigit()


def _is_participle(lexicon: PlanWords, token: Token) -> bool:
    return token.verb == "Part" or token.pos == "VERB" or token.text.endswith(lexicon.participle_endings)


def _is_share(doc: Document, lexicon: PlanWords, reference: Reference) -> bool:
    """Read "of the 400 wells in the plan, 120 have been sunk": a part of what a plan counts."""
    sentence = doc.sentences[reference.sentence]
    opening = doc.tokens[sentence.first : min(reference.first, sentence.first + _OPENING)]
    is_counted = any(t.text[0].isdigit() or t.pos == "NUM" for t in opening)
    if not opening or opening[0].folded not in lexicon.shares or not is_counted:
        return False
    comma = next((k for k in range(reference.last, sentence.last) if doc.tokens[k].text == ","), sentence.last)
    return any(t.text[0].isdigit() or t.pos == "NUM" for t in doc.tokens[comma : min(sentence.last, comma + _OPENING)])


def _is_means(doc: Document, reference: Reference, *, is_out: bool) -> bool:
    """Whether something is said to be done through a plan ("grâce au programme X", "under the X scheme")."""
    lexicon = plan_words(doc.language)
    sentence = doc.sentences[reference.sentence]
    low = max(sentence.first, reference.first - _MEANS_WITHIN)
    found = [lexicon.means.at(doc.tokens, k, reference.first) for k in range(low, reference.first)]
    means = [(low + n, match[1]) for n, match in enumerate(found) if match and (match[0] or not is_out)]
    first, behind = means[-1] if means else (low, None)
    if behind is None or any(
        t.pos in ("NOUN", "VERB") and t.folded not in lexicon.qualifiers and not lexicon.heads.get(t.folded)
        for t in doc.tokens[behind : reference.first]
    ):
        return False
    others = (*doc.tokens[sentence.first : first], *doc.tokens[behind : sentence.last])  # "wells foreseen in the plan"
    return not any(lexicon.is_ahead(t) for t in others)
