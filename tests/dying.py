"""What a killed program leaves: work is done in forks of one program, each killed at a seeded moment.

A moment is an event at which Python touches the disk or a database, counted so that it is the same on any machine, or a while
after it: so it may lie between two steps, or in the middle of one. The work is done in forks of a program that has imported
everything and opened nothing: to start a program for each would take most of the time.
"""

import os
import random
import subprocess
import sys
from pathlib import Path
from typing import Final

# How many moments, and which; a person may ask for more.
KILLS: Final = int(os.environ.get("PLAN_KILLS", "4"))
SEED: Final = int(os.environ.get("PLAN_KILLS_SEED", "1"))
# From a part of one write on to a whole load.
SHORTEST, LONGEST = 1e-5, 0.3
# DuckDB takes a program without a file for a person at a console: a query of two seconds draws a bar among what is told.
NO_CONSOLE: Final = "__file__ = 'program'\n"
# `work`, before this in the program, does what is wanted, and tells what is done. It is killed at event `last`, `late` seconds
# after it; how many events there were is told where none is asked for.
DIE: Final = """
TOUCHING = {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate", "os.link", "os.utime", "shutil.rmtree",
            "shutil.copyfile", "sqlite3.connect", "sqlite3.connect/handle"}
made, last, late = 0, 0, 0.0

def count(event, given):
    global made
    if event in TOUCHING:
        made += 1
        if made == last:
            # Whoever waits at the other end kills it a while later, wherever it then is.
            os.write(ending, b"!") if late else os.kill(os.getpid(), signal.SIGKILL)

for line in sys.stdin:
    wanted, at, after = line.split()
    waiting, ending = os.pipe()
    child = os.fork()
    if not child:
        os.close(waiting)
        last, late = int(at), float(after)
        sys.addaudithook(count)
        work(wanted)
        if not last:
            print("events", made, flush=True)
        os._exit(0)
    os.close(ending)
    if os.read(waiting, 1):
        time.sleep(float(after))
        os.kill(child, signal.SIGKILL)
    os.close(waiting)
    print("ended", os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""
Moment = tuple[int, float]
# Seconds within which a program that says nothing more has ended.
ENDED = 10


def moment(chosen: random.Random, events: int) -> Moment:
    """Return a moment of work with so many events: as one happens, or a while after it."""
    late = SHORTEST * (LONGEST / SHORTEST) ** chosen.random() if chosen.random() < 0.5 else 0.0
    return chosen.randint(1, events), late


class Dying:
    """Does a program's work, each time in a process of its own that may be killed."""

    def __init__(self, program: str, *given: object) -> None:
        command = [sys.executable, "-c", NO_CONSOLE + "import os, signal, sys, time\n" + program + DIE, *map(str, given)]
        root = Path(__file__).parents[1]
        self._program = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=root)

    def finish(self, wanted: str) -> tuple[list[str], int]:
        """Do some work to its end; return what it told, and how many events there were."""
        told, code = self._told(wanted, (0, 0))
        assert code == 0, wanted
        return told[:-1], int(told[-1].split()[1])

    def die_at(self, at: Moment, wanted: str) -> tuple[list[str], bool]:
        """Do some work and be killed at a moment; return what was told by then, and whether that came before the end."""
        told, code = self._told(wanted, at)
        assert code <= 0, (wanted, at)
        return told, code < 0

    def end(self) -> None:
        """End the program."""
        self._program.communicate()

    def _told(self, wanted: str, at: Moment) -> tuple[list[str], int]:
        assert self._program.stdin is not None
        assert self._program.stdout is not None
        print(wanted, *at, file=self._program.stdin, flush=True)
        told = []
        for line in map(str.strip, self._program.stdout):
            if line.startswith("ended"):
                return told, int(line.split()[1])
            told.append(line)
        raise AssertionError(f"the program ended by {self._program.wait(ENDED)}")
