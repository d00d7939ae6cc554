"""An HTML page -> Article: the story's paragraphs, its quotations and what the page's head says about it."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple
from urllib.parse import urljoin, urlsplit

from onrecord.errors import SourceError
from onrecord.records import Article
from onrecord.sources.articles import Facts, build_article, join_paragraphs
from onrecord.sources.dates import parse_date
from onrecord.sources.limits import DEFAULT_LIMITS, Limits
from onrecord.sources.sections import is_original_link

_DATE_NAMES = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "dc.date.issued",
    "dcterms.issued", "dc.date", "dcterms.date", "parsely-pub-date", "sailthru.date", "publish-date", "publish_date",
    "publication_date", "pubdate", "article.published", "cxenseparse:recs:publishtime", "citation_publication_date", "date",
)  # fmt: skip
_ORIGINAL_NAMES = ("original-source", "syndication-source")
_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,80}?encoding=["']([\w.-]{2,40})""", re.I
)
_SPACES = re.compile(r"\s+")
_PARAGRAPHS = {"p", "head", "item", "cell", "fw"}
_DATE_PARAMS = {"extensive_search": False, "original_date": True}

for _name in ("trafilatura", "htmldate", "charset_normalizer"):  # they warn on the terminal about what we say ourselves
    logging.getLogger(_name).addHandler(logging.NullHandler())


class _Paragraph(NamedTuple):
    text: str
    is_quote: bool
    is_head: bool


def declared_charset(head: bytes) -> str | None:
    """The charset that a page's first bytes declare, or `None`."""
    match = _CHARSET.search(head[:4096])
    return (match[1] or match[2]).decode("ascii", "replace") if match else None


def read_html(page: str, facts: Facts, limits: Limits = DEFAULT_LIMITS) -> Article:
    """The article of a page: its text as paragraphs divided by empty lines, the headline first.

    Navigation, comments, tables (unless nothing else holds text) and pictures' captions are left out by trafilatura; block
    quotations are sections of kind `quote`. Title, authors, outlet, canonical address and language are the page's; what `facts`
    holds goes before. A date counts only where the page declares it as the day of publication (a meta element, JSON-LD,
    `<time itemprop="datePublished">`), else the address may tell it; never a copyright line or a date of change.
    `rewrites_url` is where a link such as "Read the original article here" leads, or what the head names as original source.

    Raises:
        SourceError: no text on the page, too much of it, or a bad date in `facts`.
    """
    tree = _parse(page)
    base = facts.url or facts.canonical_url or ""
    original = _take_original_link(tree, base) or _meta_url(tree, _ORIGINAL_NAMES, base)
    facts = replace(facts, rewrites_url=facts.rewrites_url or original)
    facts = _with_date(facts, tree)
    document = _extract(tree, tables=False) or _extract(tree, tables=True)
    paragraphs = list(_paragraphs(document.body, is_quote=False)) if document is not None else []
    if document is None or not paragraphs:
        raise SourceError("an HTML page without an article's text: if scripts fill it in, save it after it has loaded")
    facts = _with_metadata(facts, document, tree, paragraphs, base)
    text, quotes = join_paragraphs((part.text, part.is_quote) for part in paragraphs)
    return build_article(text, replace(facts, quotes=quotes), limits)


def _parse(page: str) -> Any:
    from lxml import etree, html

    try:
        # As bytes, because lxml refuses a str that declares an encoding.
        parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
        tree = html.document_fromstring(page.encode("utf-8", "replace"), parser=parser, ensure_head_body=True)
    except (etree.LxmlError, ValueError, AssertionError):
        raise SourceError("an HTML page without any element: is it cut off? give the whole page") from None
    return tree


def _extract(tree: Any, *, tables: bool) -> Any:
    from trafilatura import bare_extraction

    try:
        return bare_extraction(
            tree, include_comments=False, include_links=False, include_tables=tables, with_metadata=True,
            date_extraction_params=_DATE_PARAMS,
        )  # fmt: skip
    except Exception as error:  # another library on arbitrary pages: whatever it trips over is this page's failure
        raise SourceError(f"an HTML page that cannot be taken apart ({type(error).__name__}): save it as plain text") from error


def _paragraphs(element: Any, *, is_quote: bool) -> Iterator[_Paragraph]:
    """Leaf blocks in page order; text between blocks is a paragraph too."""
    is_quote = is_quote or element.tag == "quote"
    loose = element.text or ""
    for child in element:
        if child.tag in _PARAGRAPHS or any(True for _ in child.iter(*_PARAGRAPHS, "quote", "list", "row")):
            yield from _paragraph(loose, is_quote=is_quote)
            loose = ""
            yield from _block(child, is_quote=is_quote)
        else:
            loose += _inline(child)
        loose += child.tail or ""
    yield from _paragraph(loose, is_quote=is_quote)


def _block(element: Any, *, is_quote: bool) -> Iterator[_Paragraph]:
    if element.tag in _PARAGRAPHS and not any(True for _ in element.iterdescendants(*_PARAGRAPHS, "quote", "list")):
        yield from _paragraph(_inline(element), is_quote=is_quote, is_head=element.tag == "head" and element.get("rend") == "h1")
    else:
        yield from _paragraphs(element, is_quote=is_quote)


def _paragraph(text: str, *, is_quote: bool, is_head: bool = False) -> Iterator[_Paragraph]:
    lines = (_SPACES.sub(" ", line).strip() for line in text.split("\x00"))
    clean = "\n".join(line for line in lines if line)
    if clean:
        yield _Paragraph(clean, is_quote, is_head)


def _inline(element: Any) -> str:
    """The element's own text; a NUL, which no page can hold, stands for a line break."""
    if element.tag == "lb":
        return "\x00"
    return (element.text or "") + "".join(_inline(child) + (child.tail or "") for child in element)


def _with_metadata(facts: Facts, document: Any, tree: Any, paragraphs: Sequence[_Paragraph], base: str) -> Facts:
    shown = paragraphs[0].text if paragraphs[0].is_head else None
    title = shown or document.title or None
    authors = tuple(name.strip() for name in (document.author or "").split(";") if name.strip())
    canonical = _canonical(tree, base)
    language = (tree.get("lang") or "").split("-")[0].lower()
    return replace(
        facts,
        title=facts.title or title,
        headline=shown or facts.title or title,
        byline=facts.byline if facts.byline is not None else authors,
        outlet=facts.outlet or document.sitename or None,
        canonical_url=facts.canonical_url or canonical,
        language=facts.language or (language if re.fullmatch("[a-z]{2,3}", language) else None),
    )


def _with_date(facts: Facts, tree: Any) -> Facts:
    if facts.published:
        return facts
    for value in _declared_dates(tree):
        try:
            return replace(facts, published=parse_date(value), basis="metadata")
        except SourceError:
            continue
    return facts


def _declared_dates(tree: Any) -> Iterator[str]:
    metas = _metas(tree)
    yield from (metas[name] for name in _DATE_NAMES if name in metas)
    for script in tree.iterfind('.//script[@type="application/ld+json"]'):
        yield from _json_dates(script.text or "")
    for element in tree.iterfind(".//*[@itemprop='datePublished']"):
        yield element.get("datetime") or element.get("content") or ""
    yield from (element.get("datetime") or "" for element in tree.iterfind(".//time[@pubdate]"))


def _json_dates(source: str) -> Iterator[str]:
    try:
        left = [json.loads(source)]
    except (ValueError, RecursionError):
        return
    while left:
        node = left.pop(0)
        if isinstance(node, list):
            left.extend(node)
        elif isinstance(node, dict):
            if isinstance(value := node.get("datePublished"), str):
                yield value
            left.extend(node.get(name) for name in ("@graph", "mainEntity"))


def _metas(tree: Any) -> dict[str, str]:
    """Contents of the meta elements by lower-cased name; the first of a name counts."""
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        if name and meta.get("content"):
            metas.setdefault(name, meta.get("content"))
    return metas


def _meta_url(tree: Any, names: Sequence[str], base: str) -> str | None:
    metas = _metas(tree)
    return next((url for name in names if (url := _absolute(metas.get(name), base))), None)


def _canonical(tree: Any, base: str) -> str | None:
    links = (link.get("href") for link in tree.iter("link") if (link.get("rel") or "").strip().lower() == "canonical")
    return next((url for link in links if (url := _absolute(link, base))), None) or _meta_url(tree, ("og:url",), base)


def _absolute(link: str | None, base: str) -> str | None:
    try:
        url = urljoin(base, (link or "").strip())
        return url if link and urlsplit(url).scheme in ("http", "https") and urlsplit(url).hostname else None
    except ValueError:
        return None


def _take_original_link(tree: Any, base: str) -> str | None:
    """Address of the first "read the original" link; the link becomes text, which extraction does not take for navigation."""
    for link in list(tree.iter("a")):
        block = link.getparent()
        line = "".join(
            block.itertext() if block is not None and block.tag in ("p", "div", "li", "em", "strong") else link.itertext()
        )
        if is_original_link(_SPACES.sub(" ", line)) and (url := _absolute(link.get("href"), base)):
            link.drop_tag()
            return url
    return None
