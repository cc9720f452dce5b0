"""How long pages and requests take, counted for the process as Prometheus counts; memory and CPU come with its client."""

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from prometheus_client import Counter, Gauge, Histogram

LOG: Final = logging.getLogger(__name__)
# Steps at which a person notices: 0.1 s is at once, 1 s a pause, 10 s too long.
STEPS: Final = (0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)

PAGES: Final = Histogram("plan_page_seconds", "Time in which a page's program ran", ["page"], buckets=STEPS)
FAILED: Final = Counter("plan_page_failures", "Runs of a page's program that ended in an error", ["page"])
REQUESTS: Final = Histogram("plan_http_seconds", "Time in which a request was answered", ["kind", "status"], buckets=STEPS)
SESSIONS: Final = Gauge("plan_websockets", "Websockets that are open: one a tab")


@contextmanager
def page(path: str) -> Iterator[None]:
    """Time a run of a page's program; one that Streamlit stops to begin anew ends by an exception of its own, and counts."""
    began = time.perf_counter()
    try:
        yield
    except Exception:
        FAILED.labels(path).inc()
        raise
    finally:
        seconds = time.perf_counter() - began
        PAGES.labels(path).observe(seconds)
        LOG.info("page", extra={"page": path, "seconds": round(seconds, 3)})
