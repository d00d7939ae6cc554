"""Readings and rows -> what a person looks at: an outline in the terminal, a page of HTML. No SQL here."""

from onrecord.report.outline import Entry, Outline, make_outline
from onrecord.report.page import render_page
from onrecord.report.terminal import print_outline

__all__ = ["Entry", "Outline", "make_outline", "print_outline", "render_page"]
