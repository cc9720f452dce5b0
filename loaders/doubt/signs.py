"""A sign of doubt leaves a conclusion so much confidence and no more; several signs together leave the least."""

from dataclasses import dataclass


@dataclass(frozen=True)
class DoubtSign:
    """Something that says how sure a conclusion is: the confidence that it leaves at most, and its name."""

    confidence: float
    rule: str
