"""Stubs say what is there: made again they are the same, and mypy finds the same names and arguments at run time."""
import ast
import importlib.util
import inspect
import os
import pathlib
import re
import subprocess
import sys

import pytest

import provost
from provost import _provost

FOLDER = pathlib.Path(__file__).resolve().parents[1]


def test_committed_stubs_are_what_would_be_made():
    done = subprocess.run([sys.executable, str(FOLDER / "make_stubs.py"), "--check"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr + "run bindings/python/make_stubs.py"


@pytest.mark.parametrize("stub", sorted((FOLDER / "src/provost").glob("*.pyi")), ids=lambda path: path.name)
def test_stubs_are_python(stub):
    ast.parse(stub.read_text(encoding="utf-8"))


def test_the_compiled_part_has_the_names_of_its_stub():
    text = (FOLDER / "src/provost/_provost.pyi").read_text()
    for owner, prefix in ((_provost, ""), (_provost.Engine, "    "), (_provost.Session, "    "), (_provost.Bulk, "    ")):
        for name in dir(owner):
            if not name.startswith("_"):
                known = (f"\n{prefix}def {name}(", f"\n{prefix}class {name}:")
                assert any(line in text for line in known), f"{name} is missing from _provost.pyi"


def test_everything_public_is_documented():
    for name in provost.__all__:
        thing = getattr(provost, name)
        if isinstance(thing, (str, dict)) or name.startswith("_"):
            continue
        assert thing.__doc__, name
        for member in vars(thing) if isinstance(thing, type) else ():
            if not member.startswith("_") and callable(getattr(thing, member)):
                assert getattr(thing, member).__doc__, f"{name}.{member}"


@pytest.mark.skipif(importlib.util.find_spec("mypy") is None, reason="mypy is not installed: pip install mypy")
@pytest.mark.parametrize("arguments", [["mypy.stubtest", "provost", "--ignore-missing-stub", "--allowlist", "allowed"],
                                       ["mypy", "--strict", "-p", "provost"]], ids=["stubtest", "strict"])
def test_types(arguments, tmp_path):
    environment = {**os.environ, "MYPYPATH": str(pathlib.Path(provost.__file__).parents[1]),
                   "PYTHONPATH": os.pathsep.join(os.path.abspath(place) for place in sys.path if place)}
    # The extension module's classes have a metaclass of their own, and can not be made by calling them.
    (tmp_path / "allowed").write_text(r"provost\._provost\.(Engine|Session|Bulk)(\.__init__)?")
    done = subprocess.run([sys.executable, "-m", *arguments], capture_output=True, text=True, cwd=tmp_path,
                          env=environment)
    checked = re.search(r"no issues found in (\d+)", done.stdout)
    assert done.returncode == 0 and checked and int(checked[1]) > 5, done.stdout + done.stderr


@pytest.mark.skipif(importlib.util.find_spec("mypy") is None, reason="mypy is not installed: pip install mypy")
def test_a_newcomers_program_passes_the_type_checker(tmp_path):
    program = FOLDER.parents[1] / "examples" / "tutorial.py"
    environment = {**os.environ, "MYPYPATH": str(pathlib.Path(provost.__file__).parents[1])}
    done = subprocess.run([sys.executable, "-m", "mypy", "--check-untyped-defs", str(program)], capture_output=True, text=True,
                          cwd=tmp_path, env=environment)
    assert done.returncode == 0, done.stdout + done.stderr


def test_help_of_short_methods_names_what_they_take():
    for method in (provost.Engine.register, type(provost.open(":memory:").finalise).__call__):
        shown = set(inspect.signature(method).parameters)
        assert {"learner", "course", "detail", "plan_only", "approval", "effective", "recorded"} <= shown
        assert "detail: choice (verdict, reason, full)" in method.__doc__
