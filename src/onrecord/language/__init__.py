"""`Article.text` -> `Parse`: paragraphs, quotations, sentences and tokens as columns."""

from onrecord.language.paragraphs import split_paragraphs
from onrecord.language.parser import Parser, load_parser
from onrecord.language.quotations import find_quotations

__all__ = ["Parser", "find_quotations", "load_parser", "split_paragraphs"]
