#!/usr/bin/env python3
"""Runs the contract suite on the example's own store in Python."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[3] / "examples"))

import own_store  # noqa: E402
import provost_contract  # noqa: E402

sys.exit(provost_contract.run(own_store.DictStore))
