"""How much a random suite does: its "run" count of effort.json, or with PROVOST_EFFORT=soak (tests/soak) its "soak" one."""
import json
import os
import pathlib


def effort(suite):
    """Number of cases that the suite of that name shall try. KeyError when effort.json does not name it."""
    counts = json.loads(pathlib.Path(__file__).with_name("effort.json").read_text(encoding="utf-8"))
    return counts[suite][os.environ.get("PROVOST_EFFORT") or "run"]
