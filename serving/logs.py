"""Logs for machines: with PLAN_LOG=json everything that is logged is a JSON object a line, on the standard error output."""

import json
import logging
import os
from datetime import UTC, datetime
from typing import Final

SETTING: Final = "PLAN_LOG"
JSON: Final = "json"
# What every record has; anything else was said with `extra` and is a field of the line.
USUAL: Final = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName", "color_message"}
# Loggers that bring handlers of their own.
OTHERS: Final = ("streamlit", "uvicorn", "uvicorn.error", "uvicorn.access")


class JsonLines(logging.Formatter):
    """A record as one line: time (UTC), level, logger, message, further fields, and the trace of an error."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        told: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        told |= {name: value for name, value in vars(record).items() if name not in USUAL}
        if record.exc_info:
            told["trace"] = self.formatException(record.exc_info)
        return json.dumps(told, ensure_ascii=False, default=str)


def set_up() -> None:
    """Let everything be logged so where the environment asks for it."""
    if os.environ.get(SETTING, "").strip().casefold() != JSON:
        return
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.INFO)
    for name in OTHERS:
        logger = logging.getLogger(name)
        logger.handlers.clear()
        logger.propagate = True
