"""How sure the reading of a column is, from 0 to 1, in steps that all rules of it share."""

from loaders.mapping.model.mapping import ColumnUse, Use

# Words and cells that say the same leave so little doubt.
SUREST = 0.95
# Below this nothing settled tells what a column is for, and a person is asked to look.
SURE_ENOUGH = 0.6
# What like headings alone say is less sure than this, what words say that are known is surer.
BY_ITS_WORDS = 0.8
# What likeness, places or sizes alone make of a column is read, and told as doubtful.
IN_DOUBT = 0.55
# A column whose like stands beside it, with nothing to tell which of them is for it, is left unread.
NOT_TOLD_APART = 0.4


def is_guess(column: ColumnUse) -> bool:
    """Return whether nothing settled tells what a column is for, so that what its neighbours or its cells say counts more."""
    return column.use is Use.UNREAD or column.confidence < SURE_ENOUGH
