"""Statutory files: layouts, reading and writing, and what the check finds in files, buffers and pieces."""
import datetime as dt
import io
import json

import pytest

import provost
from provost import avetmiss

COMPLETION = {"training_organisation_identifier": "90001", "program_identifier": "BSB50420", "client_identifier": "C1",
              "date_program_completed": dt.date(2024, 6, 28), "issued_flag": "Y"}


def completions(**changes):
    return avetmiss.write("NAT00130.txt", [{**COMPLETION, **changes}])


def test_layouts_of_both_releases():
    assert [one.file for one in avetmiss.layouts()][-2:] == ["NAT00120", "NAT00130"]
    activity = avetmiss.layout("NAT00120.txt")
    assert (activity.national, activity.full) == (111, 158)
    assert activity.fields[8] == avetmiss.Field("outcome_identifier_national", 72, 2, "number", "national")
    assert avetmiss.layout("nat00120", "7.0").full == 142
    assert avetmiss.layouts("6.1") == []
    with pytest.raises(KeyError):
        avetmiss.layout("NAT00121")


def test_a_row_is_written_byte_for_byte_and_read_back():
    written = completions()
    assert written == b"90001     BSB50420  C1        28062024Y\r\n"
    table = avetmiss.read("NAT00130.txt", written)
    assert len(table) == 1 and not table.problems
    row = next(table.rows())
    assert row["date_program_completed"] == "28062024" and row["parchment_number"] == ""
    assert avetmiss.day(row["date_program_completed"]) == dt.date(2024, 6, 28)
    assert avetmiss.day("31022024") is None
    assert avetmiss.write("NAT00130", table) == written
    assert avetmiss.write("NAT00130", table, full=True) == written[:-2] + b" " * 33 + b"\r\n"
    assert avetmiss.write("NAT00130", {name: values * 2 for name, values in table.columns.items()}) == written * 2


def test_files_of_other_programs_are_read_with_the_place_of_what_is_wrong():
    table = avetmiss.read("NAT00060", b"S1          Caf\xe9" + b" " * 107 + b"\nS2")
    assert table["subject_identifier"] == ["S1", ""]  # the second record does not reach its field's end
    assert table["subject_name"][0] == "Café"
    assert [(problem.line, problem.kind) for problem in table.problems] == [
        (1, "line-end"), (1, "character"), (2, "length")]
    assert table.problems[1] == avetmiss.Problem(1, 16, "subject_name", "character")
    assert avetmiss.read("NAT00100", io.BytesIO(b"C1        511x\r\n")).problems == []
    assert avetmiss.read("NAT00100", b"C1        511x\r\n", target="national").problems[0].kind == "length"
    with pytest.raises(provost.InvalidError):
        avetmiss.read("NAT00005", b"")


def test_what_is_written_otherwise_is_told_and_what_does_not_fit_is_refused():
    notes = []
    avetmiss.write("NAT00060", [{"subject_identifier": "S1", "subject_name": "Café " + "x" * 100}], notes=notes)
    assert notes == [avetmiss.Note(1, "subject_name", "replaced", "é", "e"),
                     avetmiss.Note(1, "subject_name", "cut", "105", "100")]
    with pytest.raises(provost.LimitError) as raised:
        avetmiss.write("NAT00090", [{"client_identifier": "C1"}, {"client_identifier": "C1234567890"}])
    assert (raised.value.line, raised.value.pointer) == (2, "/client_identifier")
    with pytest.raises(KeyError):
        avetmiss.write("NAT00090", [{"client": "C1"}])


def test_findings_are_a_table_with_rule_and_place():
    files = {"NAT00130.txt": completions(date_program_completed=dt.date(2013, 12, 31), issued_flag="@")}
    report = avetmiss.check(files, 2024)
    found = {(one["rule"], one["line"], one["column"], one["field"], one["avs"]) for one in report.findings}
    assert {("V23", 1, 31, "date_program_completed", 3241), ("V24", 1, 39, "issued_flag", 0)} <= found
    assert {"X11"} <= {rule for rule, *_ in found}
    assert report.errors == len(report.findings) and report.warnings == 0
    assert report.summary.records == 1 and "V3" in report.summary.not_checked
    assert all(one["message"] and one["fix"] and one["severity"] == "error" for one in report.findings)


def test_files_may_be_open_and_come_in_pieces(monkeypatch):
    files = {"NAT00130.txt": completions(issued_flag="") * 3, "nat00090.TXT": bytearray(b"C1        11\r\n" * 2)}
    whole = avetmiss.check(files, 2024)
    monkeypatch.setattr(avetmiss, "PIECE", 7)
    opened = {name: io.BytesIO(data) for name, data in files.items()}
    assert avetmiss.check(opened, 2024).findings == whole.findings
    assert {one["rule"] for one in whole.findings} >= {"F9", "F11", "V24"}


def test_lists_and_the_organisation_make_more_rules_checked(engine):
    lists = {"programs": [("BSB50420", 'Diploma of "Leadership"')], "organisations": [("90009",)],
             "reported-completions": [("BSB50420", "C1")]}
    report = avetmiss.check({"NAT00130.txt": completions()}, 2024, lists=lists, organisation="90002", engine=engine,
                            submitted_on=dt.date(2025, 2, 28))
    assert {"F11", "F13"} <= {one["rule"] for one in report.findings}
    assert report.summary.not_checked == ["V5", "V16", "V18"]


def test_targets_and_releases_have_rules_of_their_own():
    rules = lambda **options: {one["rule"] for one in avetmiss.check({"NAT00130.txt": completions()}, 2024,
                                                                      **options).findings}
    assert "V25" in rules(target="vic") and "V25" not in rules()
    assert "F1" in rules(release="7.0")
    with pytest.raises(provost.InvalidError):
        rules(release="6.1")


def test_a_stream_that_says_too_little_is_an_error(engine):
    with engine.session("statutory.check", collection_year=2024) as check:
        check.feed(b'{"file":"NAT00090.txt","bytes":99}\nC1')
        with pytest.raises(provost.InvalidError):
            check.finish()
    for head in (b"C1        11\r\n", b'{"file":"readme.txt","bytes":1}\n', b"x" * 2000):
        with engine.session("statutory.check", collection_year=2024) as check:
            with pytest.raises(provost.ProvostError):
                check.feed(head)
    with engine.session("statutory.check", collection_year=2024) as check:
        with pytest.raises(provost.InvalidError):
            check.feed(b'{"file":"programs.csv","bytes":13}\ncode\nBSB5042\n')


@pytest.mark.parametrize("package", ["pandas", "polars"])
def test_data_frames_where_the_packages_are(package):
    pytest.importorskip(package)
    table = avetmiss.read("NAT00130", completions())
    report = avetmiss.check({"NAT00130.txt": completions()}, 2024)
    for made, rows in ((table, 1), (report, len(report.findings))):
        assert len(getattr(made, "to_" + package)()) == rows


def test_findings_quote_no_value():
    report = avetmiss.check({"NAT00080.txt": avetmiss.write("NAT00080", [
        {"client_identifier": "SECRET1", "name_for_encryption": "Ms Hidden, Name", "date_of_birth": "31021999"}])}, 2024)
    told = json.dumps(report.findings)
    assert report.findings and not any(word in told for word in ("SECRET1", "Hidden", "31021999"))


def test_states_append_fields_of_their_own():
    """FIN-REP-09: they are written and read with the target that has them."""
    row = {"client_identifier": "S0001", "program_enrolment_identifier": "81"}
    data = avetmiss.write("NAT00120", [row], full=True, target="vic")
    assert len(data) == 306
    own = avetmiss.read("NAT00120", data, target="vic")
    assert own["program_enrolment_identifier"] == ["81"] and not own.problems
    anybody = avetmiss.read("NAT00120", data)
    assert not anybody.problems and "program_enrolment_identifier" not in anybody.columns
    assert [problem.kind for problem in avetmiss.read("NAT00120", data, target="tas").problems] == ["length"]
    assert avetmiss.layout("NAT00130", target="tas").full == 143
    with pytest.raises(provost.InvalidError, match="None of the choices|choice"):
        avetmiss.layout("NAT00120", target="victoria")
    assert avetmiss.layout("NAT00060", target="tas") == avetmiss.layout("NAT00060")
