"""Parse -> attributions: who is said to hold what, by which word."""

from onrecord.attribution.attributor import ATTRIBUTORS, Attributor, find_attributions, load_attributor
from onrecord.attribution.building import outermost

__all__ = ["ATTRIBUTORS", "Attributor", "find_attributions", "load_attributor", "outermost"]
