"""Bytes to text."""

from crosscheck.errors import InputError

BINARY = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP archive or office document",
    b"\xd0\xcf\x11\xe0": "an office document",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"GIF8": "an image",
    b"\x1f\x8b": "a compressed file",
}
MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


def decoded(name: str, data: bytes) -> str:
    """The text of a file's bytes, line ends and all, without a byte order mark.

    Raises `InputError` where they are no text or the encoding cannot be made out.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _strict(name, data, encoding)
    for magic, kind in BINARY.items():
        if data.startswith(magic):
            raise InputError(f"{name}: this is {kind}, not text: convert it to plain text first")
    if b"\0" in data:
        raise InputError(f"{name}: this is a binary file, not text: convert it to plain text first")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _detected(name, data)


def _strict(name: str, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as problem:
        line = data[: problem.start].count(b"\n") + 1
        raise InputError(
            f"{name}:{line}: not the {encoding} text that it begins as: save it as UTF-8"
        ) from problem


def _detected(name: str, data: bytes) -> str:
    """Decode by detection; mostly ASCII text is taken for Windows-1252 where it can be.

    In a text of a few accents and curly quotes a detector has nothing to go by, and
    Windows-1252 is what English newsrooms write.
    """
    if sum(byte > 0x7F for byte in data[:100_000]) * 20 < len(data[:100_000]):
        try:
            return data.decode("cp1252")
        except UnicodeDecodeError:
            pass
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        raise InputError(f"{name}: its encoding cannot be made out: save it as UTF-8")
    return data.decode(best.encoding)
