"""A clerk who loads a wrong file needs three things said: what is wrong, where, and what to do."""

KEPT = "読み込みを中止しました。前回のデータはそのまま残っています。"


class InputError(Exception):
    """Input that cannot be loaded; the message is Japanese and for the person who gave it.

    `what` says what is wrong, `where` the file, line and column heading, `todo` what to do, `kept` what became of the data.
    `str()` is all four on lines of their own.
    """

    def __init__(self, what: str, *, where: str = "", todo: str = "", kept: str = KEPT) -> None:
        self.what, self.where, self.todo = what, where, todo
        self.kept = kept
        super().__init__("\n".join(filter(None, (what, where and f"場所: {where}", todo and f"対処: {todo}", kept))))

    def __reduce__(self) -> tuple[object, ...]:
        """Pass from one process to another as it is."""
        return _again, (type(self), self.what, self.where, self.todo, self.kept)


def _again(kind: "type[InputError]", what: str, where: str, todo: str, kept: str) -> "InputError":
    error = kind.__new__(kind)
    InputError.__init__(error, what, where=where, todo=todo, kept=kept)
    return error


class DocumentError(InputError):
    """The document or its sidecar cannot be read as a progress table."""


class TablelessError(DocumentError):
    """In no lines of the document the headings of a plan's table are found."""


class YearlessError(DocumentError):
    """A table says nowhere of which year its values are."""


class CorrectionError(InputError):
    """data/corrections.csv has a line that cannot be applied."""


class StoreError(Exception):
    """The new store contradicts what was read, which is a defect of the loaders; the old store is untouched."""
