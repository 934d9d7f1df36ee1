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

There is a class for every record and request, so help on the module itself is long. Ask for less: ``help(provost.Engine)``,
``help(engine.register)``, ``help(engine.finalise.finalise_program)``, ``help(provost.Course)``; ``provost.KINDS`` and
``provost.VERBS`` name the kinds of records and the verbs.
"""
try:
    from . import _provost
except ImportError:  # a CMake build: the extension module lies in the build folder, by itself
    import importlib
    import sys

    try:
        _provost = sys.modules[__name__ + "._provost"] = importlib.import_module("_provost")
    except ModuleNotFoundError as _missing:
        raise ImportError(
            "The compiled part of provost (_provost) was not found for Python %d.%d. Install the package (pip install "
            "./bindings/python), or name the folder bindings/python of a build first in PYTHONPATH, with its whole path; "
            "the build must have been made for this version of Python." % sys.version_info[:2]) from _missing

from . import adapters, avetmiss, bulk, errors, lms, pictures, records
from .bulk import Bulk
from .deciding import Decision, decide, decide_document
from .engine import Engine, open
from .errors import *  # noqa: F401,F403
from .records import *  # noqa: F401,F403
from .session import Session, Summary

__version__ = "0.1.0"
__all__ = ["Bulk", "Decision", "Engine", "Session", "Summary", "decide", "decide_document", "open", "adapters", "avetmiss", "bulk",
           "errors", "lms", "pictures", "records"]
__all__ += errors.__all__
__all__ += records.__all__
