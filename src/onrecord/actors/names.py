"""Spellings of a name -> keys under which variants meet (Zelensky, Zelenskiy; Lukashenko, Lukashenka; al- and el-)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

_LETTERS = str.maketrans({
    "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "ð": "d",
    "þ": "th", "ə": "a", "Ə": "A", "’": "'", "‘": "'", "`": "'", "ʻ": "'", "ʼ": "'", "ʿ": "'", "´": "'", "–": "-", "‑": "-",
})  # fmt: skip
_ARTICLE = re.compile(r"^(?:al|el|ul|as|ash|ad|an|ar|at|az)[- ](?=\w)")
_PREFIX = re.compile(r"^(?:[Aa]l|[Ee]l|[Uu]l)-(?=\w)")
_DOUBLE = re.compile(r"([a-z])\1+")
_VOWELS = re.compile(r"[aeiou]")
_NO_LETTERS = re.compile(r"[^a-z]")
_SOUNDS = (
    ("dzh", "j"), ("dj", "j"), ("kh", "h"), ("tch", "ch"), ("tsch", "ch"), ("sch", "sh"), ("sj", "sh"), ("ck", "k"), ("q", "k"),
    ("gh", "g"), ("ph", "f"), ("x", "ks"), ("w", "v"), ("oo", "u"), ("ou", "u"), ("ee", "i"), ("zh", "z"),
)  # fmt: skip
"""Letters written for one sound, in order; then the rules that look at what is beside."""

_RULES = tuple(
    (letters, re.compile(pattern), new)
    for letters, pattern, new in (
        ("j", r"j(?=[eiu]?$)", "i"), ("y", r"y", "i"), ("ii", r"ii+", "i"), ("i", r"i(?=[aeou])", ""),
        ("i", r"(?:iy|ij|ei|ii)$", "i"), ("nka", r"([ae])nka$", r"\1nko"), ("h", r"(?<=[aeiou])h$", ""),
        ("v", r"ev$|iov$", "ov"), ("ff", r"eff$|off$", "ov"),
    )
)  # fmt: skip
"""Letters without which a rule does not apply, the rule, and what it puts."""


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """The name in lower case without diacritics, with plain apostrophes and hyphens and single spaces.

    >>> fold("Rustem  Ömerov")
    'rustem omerov'
    """
    plain = text.lower()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain)
        plain = "".join(sign for sign in plain if not unicodedata.combining(sign)).lower()
    return " ".join(plain.translate(_LETTERS).split())


@lru_cache(maxsize=20_000)
def sound(word: str) -> str:
    """A key that the transliterations of one surname share. Rules of our own over folded letters; lossy on purpose.

    >>> sound("Zelenskyy") == sound("Zelenskiy") == sound("Zelensky")
    True
    >>> sound("Lukashenka") == sound("Lukashenko")
    True
    >>> sound("al-Assad") == sound("Assad")
    True
    """
    key = fold(word)
    if not (key.isascii() and key.isalpha() and key.islower()):
        key = _NO_LETTERS.sub("", _ARTICLE.sub("", key))
    for old, new in _SOUNDS:
        key = key.replace(old, new)
    for letters, pattern, new in _RULES:
        if letters in key:
            key = pattern.sub(new, key)
    return _DOUBLE.sub(r"\1", key)


@lru_cache(maxsize=20_000)
def skeleton(word: str) -> str:
    """The consonants of a given name, by which Mohammed, Mohamed and Muhammad, Aleksandr and Alexander meet."""
    key = sound(word)
    return key[:1] if len(key) == 1 else _VOWELS.sub("", key) or key


def is_initial(word: str) -> bool:
    """Whether a word stands for a given name only by its first letter ("J.", "JD", "S")."""
    letters = word.replace(".", "")
    return len(letters) == 1 or (len(letters) == 2 and letters.isupper())


def is_same_given(one: str, other: str) -> bool:
    """Whether two given names may be one: the same consonants, or an initial of the other."""
    if is_initial(one) or is_initial(other):
        return fold(one)[:1] == fold(other)[:1]
    return skeleton(one) == skeleton(other)


def has_other_initials(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two rows of given names tell different middle initials.

    >>> has_other_initials(("George", "H.", "W."), ("George", "W.")), has_other_initials(("Joe",), ("Joseph", "R."))
    (True, False)
    """
    if len(one) < 2 or len(other) < 2 or not any(map(is_initial, (*one[1:], *other[1:]))):
        return False
    return _initials(one[1:]) != _initials(other[1:])


def _initials(names: Sequence[str]) -> str:
    return fold("".join(name.replace(".", "") if is_initial(name) else name[:1] for name in names))


_PARTICLES = frozenset(
    ("al", "el", "bin", "ibn", "ben", "van", "von", "de", "der", "da", "di", "du", "la", "le", "dos", "ul", "abu")
)
_SUFFIXES = frozenset(("jr", "jr.", "sr", "sr.", "ii", "iii", "iv"))


@lru_cache(maxsize=20_000)
def split_name(name: str) -> tuple[tuple[str, ...], str]:
    """Given names and surname of a personal name written given name first; particles are dropped from the surname.

    >>> split_name("Bashar al-Assad")
    (('Bashar',), 'Assad')
    """
    words = name.split()
    while len(words) > 1 and words[-1].lower() in _SUFFIXES:
        words.pop()
    if not words:
        return (), ""
    given = [word for word in words[:-1] if fold(word) not in _PARTICLES]
    surname = _PREFIX.sub("", words[-1])
    return tuple(given), surname


def name_parts(name: str, *, family_first: bool = False) -> tuple[str, ...]:
    """What of a personal name tells where it is borne: given name, surname, and the surname's last letters.

    >>> name_parts("Maria Tsereteli")
    ('g:maria', 's:tsereteli', 'e:eli', 'e:teli')
    """
    words = [fold(word).strip(".'-") for word in name.split()]
    words = [word for word in words if len(word) > 1 and word not in _PARTICLES]
    if len(words) < 2:
        return (f"s:{words[0]}",) if words else ()
    given, surname = (words[-1], words[0]) if family_first else (words[0], words[-1])
    surname = re.sub(r"^(?:al|el|ul)-", "", surname)
    return tuple(dict.fromkeys((f"g:{given}", f"s:{surname}", f"e:{surname[-3:]}", f"e:{surname[-4:]}")))


def match_name(given: tuple[str, ...], surname: str, names: Iterable[str]) -> float:
    """2 for the same given name and surname, 1 for the surname alone, 0 for somebody else."""
    best = 0.0
    key, whole = sound(surname), fold(" ".join((*given, surname))) if given else ""
    for name in names:
        if given and _is_other_given(given[0], name):
            continue
        words, last, sounds, known = _keys_of(name)
        if not given and (key in sounds or key == sound(name.split(" ")[0])):
            best = max(best, 1.0)
        elif given and whole == known:
            best = max(best, 2.2 if len(given) == 1 else 3.5)
        elif given and words and key in sounds and not has_other_initials(given, words) and is_same_given(given[0], words[0]):
            best = max(best, 2.0 if key == last else 1.8)
    return best


def _is_other_given(given: str, name: str) -> bool:
    """Whether a name opens with another given name: most of those who share a surname need no closer look."""
    words = name.split(None, 1)
    return len(words) > 1 and fold(words[0]) not in _PARTICLES and not is_same_given(given, words[0])


@lru_cache(maxsize=20_000)
def _keys_of(name: str) -> tuple[tuple[str, ...], str, frozenset[str], str]:
    """Given names, the sound of the surname, the sounds of it and of all given names but the first, and the name folded."""
    words, last = split_name(name)
    return words, sound(last), frozenset(map(sound, (last, *words[1:]))), fold(" ".join((*words, last)))
