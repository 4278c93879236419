"""Formulas as words on a line: of Word's markup (OMML, ECMA-376 part 1, section 22.1) and of MathML 3, alike in shape."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import combining

from nutgraf.readers.xml_tree import child, local, value

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

_RAISED = str.maketrans("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ")
_LOWERED = str.maketrans("0123456789+-−=()ni", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₙᵢ")
_SMALL = frozenset("0123456789+-−=()ni")
_PRIMES = frozenset("′″‴'")
_BETWEEN = frozenset("=<>≤≥≠≈≡∝∼≅→←↔⇒⇔∈∉⊂⊆∪∩+±∓×÷⋅·∧∨")  # operators that have room on both sides
_ACCENTS = {
    "^": "\u0302", "ˆ": "\u0302", "~": "\u0303", "˜": "\u0303", "¯": "\u0304", "‾": "\u0304", "→": "\u20d7", "⃗": "\u20d7",
    "˙": "\u0307", "¨": "\u0308",
}  # fmt: skip
_LARGE = frozenset("∑∏∐∫∬∭∮⋃⋂")
_UNSAID = frozenset({"annotation", "annotation-xml", "mphantom", "phant", "maligngroup", "malignmark"})


def math_text(element: _Element) -> str:
    """Return a formula's words: "E = mc²", "(a + b)/2", "√(x² + 1)", "∑ᵢ₌₁^k xᵢ"."""
    return " ".join(_said(element).split())


def _said(element: _Element) -> str:
    name = local(element)
    if name in _UNSAID or name.endswith("Pr"):
        return ""
    if name in {"t", "mi", "mn", "mtext", "ms"}:
        return element.text or ""
    if name == "mo":
        return _operator((element.text or "").strip(), element.getprevious() is None)
    if name == "mspace":
        return " "
    parts = [_said(each) for each in element if isinstance(each.tag, str) and not local(each).endswith("Pr")]
    if name == "semantics":
        return parts[0] if parts else ""
    if name in _MARKED:
        return _MARKED[name](element, parts)
    return _SHAPES[name](*parts[:3], *[""] * (3 - len(parts))) if name in _SHAPES else "".join(parts)


def _operator(sign: str, opening: bool) -> str:
    if sign in {"-", "−"}:
        return sign if opening else f" {sign} "
    return f" {sign} " if sign in _BETWEEN and not opening else sign


def _whole(words: str) -> str:
    """Return the words in brackets unless they are one thing already."""
    words = words.strip()
    one = words.isalnum() or len(words) < 2 or (words.startswith("(") and words.find(")") == len(words) - 1)
    return words if one else f"({words})"


def _raised(words: str) -> str:
    words = words.strip()
    if not words or set(words) <= _PRIMES:
        return words
    close = words.replace(" ", "")
    return close.translate(_RAISED) if set(close) <= _SMALL else f"^{_whole(words)}"


def _lowered(words: str) -> str:
    words = words.strip()
    if not words:
        return ""
    close = words.replace(" ", "")
    return close.translate(_LOWERED) if set(close) <= _SMALL else f"_{_whole(words)}"


def _over(base: str, above: str, _: str) -> str:
    above = above.strip()
    accent = _ACCENTS.get(above, above if len(above) == 1 and combining(above) else "")
    return base + accent if accent else base + _raised(above)


def _limited(base: str, below: str, above: str) -> str:
    room = " " if base.strip() in _LARGE else ""
    return f"{base.strip()}{_lowered(below)}{_raised(above)}{room}"


_SHAPES: dict[str, Callable[[str, str, str], str]] = {
    "mfrac": lambda above, below, _: f"{_whole(above)}/{_whole(below)}",
    "msup": lambda base, above, _: base + _raised(above),
    "msub": lambda base, below, _: _limited(base, below, ""),
    "msubsup": _limited,
    "munder": lambda base, below, _: _limited(base, below, ""),
    "munderover": _limited,
    "mover": _over,
    "mroot": lambda inside, degree, _: f"{_raised(degree)}√{_whole(inside)}",
    "rad": lambda degree, inside, _: f"{_raised(degree)}√{_whole(inside)}",
    "sPre": lambda below, above, base: _lowered(below) + _raised(above) + base,
    "func": lambda name, inside, _: f"{name} {inside}",
}
_SHAPES |= {  # Word's names of the same
    "f": _SHAPES["mfrac"],
    "sSup": _SHAPES["msup"],
    "sSub": _SHAPES["msub"],
    "sSubSup": _SHAPES["msubsup"],
    "limLow": _SHAPES["munder"],
    "limUpp": _SHAPES["msup"],
}


def _sign(element: _Element, properties: str, name: str, usual: str) -> str:
    found = child(child(element, properties), name)
    return usual if found is None else value(found, "val")


def _fenced(element: _Element, parts: list[str]) -> str:
    separator = f"{element.get('separators', ',')[:1]} "
    return f"{element.get('open', '(')}{separator.join(parts)}{element.get('close', ')')}"


def _delimited(element: _Element, parts: list[str]) -> str:
    opening, closing = _sign(element, "dPr", "begChr", "("), _sign(element, "dPr", "endChr", ")")
    return f"{opening}{_sign(element, 'dPr', 'sepChr', '|').join(parts)}{closing}"


def _summed(element: _Element, parts: list[str]) -> str:
    below, above, inside = (*parts[:3], *[""] * (3 - len(parts)))
    return f"{_sign(element, 'naryPr', 'chr', '∫')}{_lowered(below)}{_raised(above)} {inside}"


_MARKED: dict[str, Callable[[_Element, list[str]], str]] = {
    "msqrt": lambda _, parts: f"√{_whole(''.join(parts))}",
    "mfenced": _fenced,
    "d": _delimited,
    "nary": _summed,
    "acc": lambda element, parts: "".join(parts) + _sign(element, "accPr", "chr", "\u0302"),
    "mtr": lambda _, parts: ", ".join(part.strip() for part in parts),
    "mr": lambda _, parts: ", ".join(part.strip() for part in parts),
    "mtable": lambda _, parts: "; ".join(parts),
    "m": lambda _, parts: "; ".join(parts),
    "eqArr": lambda _, parts: "; ".join(parts),
    "oMathPara": lambda _, parts: " ".join(parts),
}
