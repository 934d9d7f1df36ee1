"""A training term, end to end, in Python: see term.cpp, which does the same. The library opens no file but its store:
this program opens the files, begins a session per file, feeds bytes and takes what comes out.

    python3 examples/term.py INPUT_DIR OUTPUT_DIR [--now 2026-06-30T00:00Z] [--zone Australia/Melbourne]

OUTPUT_DIR gets provost.db, problems.csv (each refused row), explanations.jsonl (why), enrolments.csv, nat/ (the
statutory files), lms/ (what the LMS was told) and summary.json. Running it again over the same folder changes nothing.
"""
import argparse
import datetime
import filecmp
import json
import os
import pathlib
import sys

import provost

PIECE = 1 << 16

# The files of a term in the order in which they are read: preset of the import, and how much is said of refused rows.
BEFORE_LMS = [
    ("templates.csv", "catalogue", "verdict"),
    ("prerequisites.csv", "prerequisites", "verdict"),
    ("courses.csv", "catalogue", "verdict"),
    ("learners.csv", "learners", "verdict"),
    ("programs.csv", "programs", "verdict"),
    ("prior_achievements.csv", "prior_achievements", "verdict"),
    ("enrolments.csv", "enrolments", "reason"),
]
AFTER_LMS = [
    ("lms_results.csv", "results", "verdict"),
    ("finalise.csv", "finalise", "verdict"),
]
FILES_OF_STREAMS = {"problems": "problems.csv", "explanations": "explanations.jsonl"}


class Outputs:
    """Output files. Each is written beside its place, and moved there when it is complete and says something new."""

    def __init__(self, folder):
        self.folder = folder
        self.open = {}

    def append(self, name, data):
        if name not in self.open:
            (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
            self.open[name] = open(self.folder / (name + ".part"), "wb")
        self.open[name].write(data)

    def finish(self, name):
        self.open.pop(name).close()
        part, place = self.folder / (name + ".part"), self.folder / name
        if place.exists() and filecmp.cmp(part, place, shallow=False):
            part.unlink()
        else:
            os.replace(part, place)

    def finish_all(self):
        for name in list(self.open):
            self.finish(name)


class Progress:
    """One plain line per step; on a terminal the line counts the bytes while the step runs."""

    def __init__(self, stream=sys.stdout):
        self.stream = stream
        self.is_terminal = stream.isatty()

    def show(self, what, done, size):
        if self.is_terminal and size:
            print(f"\r\033[K{what}: {100 * done // size} %", end="", file=self.stream, flush=True)

    def tell(self, what, summary):
        counts = ", ".join(f"{value} {key}" for key, value in summary.items() if isinstance(value, int))
        print(("\r\033[K" if self.is_terminal else "") + f"{what}: {counts}", file=self.stream, flush=True)


class Term:
    def __init__(self, engine, input_folder, output_folder, zone):
        self.engine = engine
        self.input = input_folder
        self.output = output_folder
        self.zone = zone
        self.files = Outputs(output_folder)
        self.progress = Progress()
        self.steps = []
        self.lms = None

    def run(self):
        self.files.append("problems.csv", b"file,line,problem\n")
        self.files.append("explanations.jsonl", b"")
        self.import_file("organisation.json", session="organisation")
        for name, preset, detail in BEFORE_LMS:
            self.import_file(name, preset=preset, zone=self.zone, detail=detail)
        with self.engine.session("lms.memory") as self.lms:
            self.remember_lms()
            self.provision("provisioning")
            for name, preset, detail in AFTER_LMS:
                self.import_file(name, preset=preset, zone=self.zone, detail=detail)
            self.provision("provisioning after finalising")
            self.export("enrolment list", session="enrolments")
            self.export("statutory files", session="statutory", collection_year=2026,
                        submitted_on=datetime.date(2026, 6, 30))
            self.compare_lms()
        self.files.finish_all()
        self.write_summary()

    def import_file(self, name, **options):
        """One session per file: feed it as it is read, take what it reports."""
        size = (self.input / name).stat().st_size
        with open(self.input / name, "rb") as source, self.engine.session(file=name, **options) as run:
            while data := source.read(PIECE):
                run.feed(data)
                self.take(run)
                self.progress.show(name, source.tell(), size)
            self.finish(name, run)

    def export(self, title, **options):
        with self.engine.session(**options) as run:
            self.take(run)
            self.finish(title, run)

    def take(self, run, folder=""):
        for stream, data in run.take():
            self.files.append(folder + FILES_OF_STREAMS.get(stream, stream), data)

    def finish(self, title, run, folder=""):
        summary = run.finish()
        self.take(run, folder)
        self.progress.tell(title, summary)
        self.steps.append({"step": title, "result": summary})

    # -- the LMS -----------------------------------------------------------------------------------------------------

    def remember_lms(self):
        """The LMS in memory forgets; what was sent to it in earlier runs stands in a file and is sent again."""
        sent = self.output / "lms" / "sent.jsonl"
        if sent.exists():
            told = sent.read_bytes()
            whole = told.rfind(b"\n") + 1  # a kill may have torn the last line; its actions come again
            os.truncate(sent, whole)
            self.lms.feed(told[:whole])
        for _ in self.lms.take():
            pass

    def provision(self, title, approval=None):
        """Step mode: take the next actions, carry them out, report. Many removals at once wait until somebody has
        looked at the plan and quotes its hash; here the plan is approved as it is."""
        wanted = None
        with self.engine.session("lms.provision", worker="term", approval=approval) as run:
            for stream, data in run.take():
                if stream == "approval":
                    wanted = data.decode()
                else:
                    self.carry_out(run, data)
            self.finish(title, run, "lms/")
        if wanted:
            self.provision(title + ", removals approved", wanted)

    def carry_out(self, run, actions):
        """First the LMS and the drop folder, then the report: killed in between, the same actions come again."""
        self.lms.feed(actions)
        (self.output / "lms").mkdir(exist_ok=True)
        with open(self.output / "lms" / "sent.jsonl", "ab") as sent:
            sent.write(actions)
        with self.engine.session("lms.file_drop", connection="north", worker="term") as drop:
            drop.feed(actions)
            drop.finish()
            for stream, data in drop.take():
                self.files.append("lms/out/" + stream, data)
                self.files.finish("lms/out/" + stream)  # the manifest comes last: the package is complete
        for _, outcomes in self.lms.take():
            run.feed(outcomes)

    def compare_lms(self):
        """Does the LMS look as it was agreed?"""
        self.lms.finish()
        with self.engine.session("lms.observe", worker="term") as run:
            for _, listing in self.lms.take():
                run.feed(listing)
            self.finish("LMS compared", run, "lms/")

    # ----------------------------------------------------------------------------------------------------------------

    def write_summary(self):
        journal = self.engine.journal()
        summary = {"steps": self.steps, "state": journal.state,
                   "journal": {"entries": journal.entries, "chain": journal.chain}}
        text = json.dumps(summary, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
        (self.output / "summary.json").write_text(text, encoding="utf-8")
        print(f"state {journal.state}, journal {journal.entries} entries")


def main():
    parser = argparse.ArgumentParser(description="A training term, end to end.")
    parser.add_argument("input", type=pathlib.Path, metavar="INPUT_DIR")
    parser.add_argument("output", type=pathlib.Path, metavar="OUTPUT_DIR")
    parser.add_argument("--now", default="2026-06-30T00:00Z", help="recorded moment of everything (%(default)s)")
    parser.add_argument("--zone", default="Australia/Melbourne", help="of moments without an offset (%(default)s)")
    arguments = parser.parse_args()
    arguments.output.mkdir(parents=True, exist_ok=True)
    try:
        with provost.open(arguments.output / "provost.db", now=arguments.now) as engine:
            Term(engine, arguments.input, arguments.output, arguments.zone).run()
    except (provost.ProvostError, OSError) as error:
        sys.exit(f"term.py: {error}")


if __name__ == "__main__":
    main()
