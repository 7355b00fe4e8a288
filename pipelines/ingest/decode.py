"""From bytes to text: what isn't text is told apart, and the character set found."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from pipelines.ingest.errors import Refusal

# First bytes of what people drop beside articles, with what to call it.
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"PK\x05\x06", "a ZIP archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"%!PS", "a PostScript document"),
    (b"\x1f\x8b", "a gzip file"),
    (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ\x00", "an xz file"),
    (b"\x28\xb5\x2f\xfd", "a zstd file"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"SQLite format 3\x00", "a SQLite database"),
    (b"PAR1", "a Parquet file"),
    (b"ID3\x03", "an audio file"),
    (b"ID3\x04", "an audio file"),
    (b"OggS", "an audio file"),
    (b"RIFF", "an audio, video or image file"),
    (b"\x00\x00\x01\x00", "an icon"),
)
# In this order: the UTF-32 mark begins with the UTF-16 one.
_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Character sets of one byte that are told apart where the text isn't UTF-8. Few, on purpose: with all of
# charset-normalizer's, French in Windows-1252 was taken for Turkish or Baltic ones.
_SINGLE_BYTE = ["cp1252", "cp1256", "mac_roman", "cp850"]
_SAMPLE = 100_000
_DECLARED = re.compile(rb"""charset\s{0,4}=\s{0,4}["']?([A-Za-z0-9_.:-]{2,40})""")


def decode(data: bytes, *, declared: str | None = None) -> str:
    """Text of a file's bytes: UTF-8, UTF-16 and UTF-32 with or without a mark, Windows-1252 and kin.

    Args:
        data: the whole content.
        declared: a character set that the content itself names (HTML), tried where the bytes aren't UTF-8.

    Raises:
        Refusal: `empty`, `binary` or `undecodable`.
    """
    if not data.strip():
        raise Refusal("empty", "Nothing but white space. Remove it or put the article in it.")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(_strict(data[len(mark) :], encoding))
    refuse_binary(data)
    if wide := _unmarked_wide(data):
        return _checked(_strict(data, wide))
    if b"\x00" in data[:_SAMPLE]:
        raise Refusal("binary", "Contains zero bytes: not a text file. Export it as text.")
    try:
        return _checked(data.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    if declared and (text := _declared_text(data, declared)) is not None:
        return _checked(text)
    return _checked(_mostly_utf8(data) or _single_byte(data))


def declared_charset(data: bytes) -> str | None:
    """The character set that an HTML page names in its first bytes."""
    found = _DECLARED.search(data[:4096])
    return found[1].decode("ascii") if found else None


def refuse_binary(data: bytes) -> None:
    """Raise `binary` for bytes that begin like a well-known format that isn't text."""
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise Refusal("binary", f"This is {kind}, whatever its name says. Export the article as text or HTML.")
    if data[4:8] == b"ftyp":
        raise Refusal("binary", "This is a video file, whatever its name says. Export the article as text or HTML.")


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        name = encoding.upper()
        raise Refusal("undecodable", f"Marked as {name}, but byte {error.start} isn't. Save it as UTF-8.") from None


def _unmarked_wide(data: bytes) -> str | None:
    """UTF-16 without a mark: text of western scripts has a zero in every other byte."""
    sample = data[:2000]
    pairs = len(sample) // 2
    if len(data) % 2 or not pairs:
        return None
    if sample[1::2].count(0) > 0.6 * pairs and sample[::2].count(0) < 0.1 * pairs:
        return "utf-16-le"
    if sample[::2].count(0) > 0.6 * pairs and sample[1::2].count(0) < 0.1 * pairs:
        return "utf-16-be"
    return None


def _declared_text(data: bytes, declared: str) -> str | None:
    # By the HTML standard these names all mean Windows-1252.
    name = "cp1252" if declared.lower() in {"iso-8859-1", "latin1", "ascii", "us-ascii"} else declared
    try:
        return data.decode(name)
    except (LookupError, UnicodeError):
        return None


_INVALID = re.compile("[\udc80-\udcff]")
# The replacement character, and control characters that no text has.
_STRANGE = re.compile("[\ufffd\x00-\x08\x0e-\x1a\x1c-\x1f]")


def _mostly_utf8(data: bytes) -> str | None:
    """UTF-8 with a few foreign bytes (two sources pasted together, a cut in a letter): those as Windows-1252."""
    text = data.decode("utf-8", "surrogateescape")
    invalid = len(_INVALID.findall(text))
    letters = sum(1 for byte in data if byte >= 0xC2) - invalid
    if (invalid > 20 and invalid * 10 > letters) or invalid >= letters:
        return None
    return _INVALID.sub(lambda m: bytes([ord(m[0]) - 0xDC00]).decode("cp1252", "replace"), text)


def _single_byte(data: bytes) -> str:
    sample = data[:_SAMPLE]
    controls = sum(1 for byte in sample if byte < 0x20 and byte not in b"\t\n\r\x0b\x0c\x1b")
    if controls > len(sample) / 100:
        raise Refusal("binary", "Contains control bytes all over: not a text file. Export it as text.")
    match = from_bytes(sample, cp_isolation=_SINGLE_BYTE).best()
    encoding = match.encoding if match else _plain_western(sample)
    if encoding is None:
        raise Refusal("undecodable", "In a character set that isn't read. Save it as UTF-8.")
    return data.decode(encoding, "replace")


def _plain_western(sample: bytes) -> str | None:
    # A short text gives the detector too little: few bytes above ASCII, all of them Latin letters, are Windows-1252.
    high = [byte for byte in sample if byte >= 0x80]
    latin = sum(1 for byte in high if byte >= 0xC0 or byte in b"\x85\x91\x92\x93\x94\x96\x97\x9c\xa0\xab\xbb\xb0")
    return "cp1252" if len(high) < 0.2 * len(sample) and latin >= 0.9 * len(high) else None


def _checked(text: str) -> str:
    sample = text[:_SAMPLE]
    strange = len(_STRANGE.findall(sample))
    if strange > max(2, len(sample) // 100):
        raise Refusal("binary", "Contains control characters all over: not a text file. Export it as text.")
    if not text.strip("\ufeff \t\r\n\x0b\x0c\u200b").strip():
        raise Refusal("empty", "Nothing but white space. Remove it or put the article in it.")
    return text
