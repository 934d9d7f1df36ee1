#!/usr/bin/env python3
"""One pure decision and the smallest call from Python, and the request file that the C and PHP benchmarks read.

    calls.py REQUEST_FILE           writes the file, measures Python
"""
import json
import statistics
import sys
import time

import provost

ROUNDS, CALLS, DECISIONS = 9, 200_000, 5_000
SET_UP = [
    {"verb": "organisation.define_location", "record": {"key": "L", "name": "Campus", "zone": "Australia/Melbourne"}},
    {"verb": "catalogue.define_course_type", "course_type": "T", "name": "Classroom"},
    {"verb": "catalogue.define_subject", "record": {"code": "U1"}},
    {"verb": "catalogue.define_subject", "record": {"code": "U2"}},
    {"verb": "catalogue.define_template", "course_type": "T", "external_id": "U2", "name": "Unit two"},
    {"verb": "prerequisites.require_subject", "course_template": "U2", "subject": "U1"},
    {"verb": "catalogue.define_course", "course_template": "U2", "external_id": "C", "location": "L", "duration": "6 M"},
    {"verb": "people.define_learner", "login": "learner", "family_name": "Learner", "birth_date": "2000-01-01",
     "client_id": "S1"},
]
REQUEST = {"verb": "registration.register_learner", "course": "C", "learner": "learner",
           "effective": "2026-02-02T00:00:00Z", "recorded": "2026-02-02T00:00:00Z"}


def whole_document():
    """A request with all facts, so that the first answer is the last."""
    with provost.open(":memory:") as engine:
        for document in SET_UP:
            engine.run_document(document)
        document = {"request": json.dumps(REQUEST), "records": [], "asked": []}
        while (answer := json.loads(provost.decide_document(document)))["verdict"] == "needs":
            for need in answer["needs"]:
                document["asked"].append(need)
                if need["index"] == "id":
                    found = [engine._handle.get(need["kind"], int(need["values"][0]))]
                else:
                    found = engine._handle.find(json.dumps({key: need[key] for key in ("kind", "index", "values")}))
                given = ({"kind": need["kind"], "document": record} for record in found)
                document["records"] += [record for record in given if record not in document["records"]]
        return json.dumps(document)


def nanoseconds(call, count):
    began = time.process_time_ns()
    for _ in range(count):
        call()
    return (time.process_time_ns() - began) / count


def main():
    document = whole_document()
    with open(sys.argv[1], "w", encoding="utf-8") as file:
        file.write(document)
    text = document.encode()
    with provost.open(":memory:") as engine:
        handle = engine._handle
        floor = statistics.median(nanoseconds(lambda: handle.closed, CALLS) for _ in range(ROUNDS))
    decided = statistics.median(nanoseconds(lambda: provost.decide_document(text), DECISIONS) for _ in range(ROUNDS))
    print("Python: smallest pybind11 property %.0f ns; one pure decision %.0f ns" % (floor, decided))


if __name__ == "__main__":
    main()
