"""Attributions and events -> who holds what for how sure, and who answers whom."""

from onrecord.factuality.assessor import MAKER, Assessor, assess_heads, load_assessor
from onrecord.factuality.engine import Assessment
from onrecord.factuality.state import Holder

__all__ = ["MAKER", "Assessment", "Assessor", "Holder", "assess_heads", "load_assessor"]
