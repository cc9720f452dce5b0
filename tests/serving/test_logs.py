"""Each thing that is logged is a JSON object on one line, with the trace of an error in it."""

import json
import logging
import sys

from serving.logs import JsonLines


def test_a_record_is_one_line_with_its_further_fields() -> None:
    record = logging.makeLogRecord({"name": "serving", "levelname": "INFO", "msg": "page", "page": "unmet", "seconds": 0.2})
    line = JsonLines().format(record)
    assert "\n" not in line
    told = json.loads(line)
    assert {name: told[name] for name in ("level", "logger", "message", "page", "seconds")} == {
        "level": "info",
        "logger": "serving",
        "message": "page",
        "page": "unmet",
        "seconds": 0.2,
    }


def test_an_error_is_one_line_with_its_trace() -> None:
    try:
        raise ValueError("データ\nなし")
    except ValueError:
        record = logging.makeLogRecord({"msg": "failed", "exc_info": sys.exc_info()})
    line = JsonLines().format(record)
    assert "\n" not in line
    assert "ValueError: データ\nなし" in json.loads(line)["trace"]
