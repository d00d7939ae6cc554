"""Time expressions and when events happened: a parse and a publication date in, TIMEX3 values and days out."""

from onrecord.times.dating import date_events, date_heads
from onrecord.times.tagger import MAKER, Tagger, load_tagger

__all__ = ["MAKER", "Tagger", "date_events", "date_heads", "load_tagger"]
