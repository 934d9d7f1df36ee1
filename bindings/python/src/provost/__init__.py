"""Provost: the rules and records of training administration, as a library.

>>> import provost
>>> with provost.open("term.db") as engine:
...     answer = engine.register("a-learner", "COOK-1", detail="reason")
...     if answer.refused:
...         print(answer.sentence, *answer.reason.lines(), sep="\\n")

Open an engine, ask it verbs (``engine.registration.register_learner(...)``) and get answers with reasons; read records
with ``engine.find`` and ``engine.get``; import and export files with ``engine.session``; judge prerequisites of many
learners at once with ``Bulk``; read, write and check statutory files with ``avetmiss``; bring an LMS in line with
``lms``. Failures raise ProvostError.
"""
try:
    from . import _provost
except ImportError:  # a CMake build: the extension module lies in the build folder, by itself
    import importlib
    import sys

    _provost = sys.modules[__name__ + "._provost"] = importlib.import_module("_provost")

from . import adapters, avetmiss, bulk, errors, lms, pictures, records
from .bulk import Bulk
from .deciding import Decision, decide, decide_document
from .engine import Engine, open
from .errors import *  # noqa: F401,F403
from .records import *  # noqa: F401,F403
from .session import Session, Summary

__version__ = "0.1.0"
__all__ = ["Bulk", "Decision", "Engine", "Session", "Summary", "decide", "decide_document", "open", "adapters", "avetmiss", "bulk",
           "errors", "lms", "pictures", "records", *errors.__all__, *records.__all__]
