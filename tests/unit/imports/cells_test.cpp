// Cells as values of requests: moments in their spellings, lists, ids, words and texts.
#include "imports/cells.hpp"

#include "data/import_presets.hpp"
#include "import_world.hpp"

#include <provost/catalogue/course.hpp>

#include <doctest/doctest.h>

namespace {

namespace cells {

using namespace provost;
using namespace provost::imports;
using provost::catalogue::DefineCourse;

// A cell in a column of a course; the code of what is wrong with it, and the codes of notes behind it.
struct CourseCell {
    std::string code;
    DefineCourse course;
};

const Zone& zone_of(std::string_view name) {
    const Zone* zone = import_world::SharedZones().find(name);
    REQUIRE(zone != nullptr);
    return *zone;
}

CourseCell put(std::string_view column, std::string_view cell, CellRules rules = {}) {
    const Variant& courses = data::find_import_preset("catalogue")->variants.front();
    const auto found = std::ranges::find(courses.columns, column, &Column::name);
    REQUIRE(found != courses.columns.end());
    if (rules.zone == nullptr) rules.zone = &zone_of("Australia/Melbourne");
    const Binding binding{Binding::Use::value, &*found, found->words, courses.request->find(found->field), {}};
    CourseCell made;
    std::vector<Reason> notes;
    const Code code = put_cell(binding, cell, &made.course, rules, notes);
    if (code) made.code = code.name();
    for (const Reason& note : notes) made.code += std::string(note.code.name()) + " " + note.parameters.front().value;
    return made;
}

std::string starts(std::string_view cell) {
    const auto made = put("Start date", cell);
    return made.course.starts_at ? to_text(*made.course.starts_at) + made.code : made.code;
}

std::string ends(std::string_view cell) {
    const auto made = put("End date", cell);
    return made.course.ends_at ? to_text(*made.course.ends_at) + made.code : made.code;
}

}  // namespace cells

}  // namespace

TEST_CASE("IMC-CSV-23 moments in every spelling of ISO 8601 that is read") {
    using namespace cells;
    const std::vector<std::pair<std::string_view, std::string_view>> spellings = {
        {"2026-02-02T09:00", "2026-02-01T22:00:00Z"},
        {"2026-02-02T09:00:05", "2026-02-01T22:00:05Z"},
        {"2026-02-02T09:00:05.250", "2026-02-01T22:00:05.250Z"},
        {"2026-02-02T09:00Z", "2026-02-02T09:00:00Z"},
        {"2026-02-02T09:00:00.000+1100", "2026-02-01T22:00:00Z"},
        {"2026-02-02T09:00+11:00", "2026-02-01T22:00:00Z"},
        {"2026-02-02T09:00-0330", "2026-02-02T12:30:00Z"},
        {"2024-02-29T00:00Z", "2024-02-29T00:00:00Z"},
    };
    for (const auto& [cell, moment] : spellings) {
        CHECK(starts(cell) == moment);
        CHECK(ends(cell) == moment);
    }
}

TEST_CASE("IMC-CSV-23 what is no moment, or none that exists, is malformed") {
    using namespace cells;
    for (const std::string_view cell : {"2026-02-30",
                                        "2025-02-29T10:00",
                                        "2026-13-01",
                                        "2026-2-2",
                                        "02.02.2026",
                                        "2026-02-02 09:00",
                                        "2026-02-02T9:00",
                                        "2026-02-02T24:00",
                                        "2026-02-02T09:60",
                                        "2026-02-02T09:00:60",
                                        "2026-02-02T09:00:00.1234",
                                        "2026-02-02T09",
                                        "2026-02-02T09:00+25:00",
                                        "2026-02-02T09:00 Z",
                                        " 2026-02-02",
                                        "2026-02-02T09:00z",
                                        "20260202",
                                        "0000-01-01",
                                        "0001-01-01T00:00+10:00",
                                        "tomorrow"}) {
        CAPTURE(cell);
        CHECK(starts(cell) == "date.malformed");
    }
}

TEST_CASE("IMC-CSV-24 a day alone begins with its start, and where something holds until then ends with its end") {
    using namespace cells;
    CHECK(starts("2026-02-02") == "2026-02-01T13:00:00Z");
    CHECK(ends("2026-06-26") == "2026-06-26T14:00:00Z");
    CHECK(ends("2026-10-03") == "2026-10-03T14:00:00Z");
    CHECK(ends("2026-10-04") == "2026-10-04T13:00:00Z");  // a day of 23 hours
    CHECK(ends("2024-02-28") == "2024-02-28T13:00:00Z");
    CellRules samoa;
    samoa.zone = &zone_of("Pacific/Apia");  // had no 30 December 2011
    CHECK(to_text(*put("Start date", "2011-12-30", samoa).course.starts_at) == "2011-12-30T10:00:00Z");
    CHECK(to_text(*put("End date", "2011-12-29", samoa).course.ends_at) == "2011-12-30T10:00:00Z");
}

TEST_CASE("IMC-CSV-24 a local time that is skipped is none; one that occurs twice is the first, with a note") {
    using namespace cells;
    CHECK(starts("2026-10-04T02:00") == "date.skipped");
    CHECK(starts("2026-10-04T02:59:59.999") == "date.skipped");
    CHECK(starts("2026-10-04T01:59:59") == "2026-10-03T15:59:59Z");
    CHECK(starts("2026-10-04T03:00") == "2026-10-03T16:00:00Z");
    CHECK(starts("2026-10-04T02:30+10:00") == "2026-10-03T16:30:00Z");
    CHECK(starts("2026-04-05T01:59:59") == "2026-04-04T14:59:59Z");
    CHECK(starts("2026-04-05T02:00") == "2026-04-04T15:00:00Zdate.ambiguous Start date");
    CHECK(ends("2026-04-05T02:59") == "2026-04-04T15:59:00Zdate.ambiguous End date");
    CHECK(starts("2026-04-05T03:00") == "2026-04-04T17:00:00Z");
    CHECK(starts("2026-04-05T02:30+10:00") == "2026-04-04T16:30:00Z");
}

TEST_CASE("IMC-CSV-16 a list of tutors has the separator that the file does not use, and no empty places") {
    using namespace cells;
    CHECK(put("Tutors", "t1; t2;; ;t3 ").course.assignments.tutors.size() == 3);
    CHECK(put("Tutors", "t1,t2").course.assignments.tutors.size() == 1);
    CellRules commas;
    commas.list_separator = ',';
    CHECK(put("Tutors", ",t1,t2", commas).course.assignments.tutors.size() == 2);
    CHECK(put("Tutors", ";;").course.assignments.tutors.empty());
}

TEST_CASE("IMC-CSV-05 IMC-CSV-06 characters of external ids") {
    using namespace cells;
    CellRules lenient;
    lenient.lenient_ids = true;
    for (const std::string_view id : {"a", "A-1_b 2", "-"}) CHECK(put("External Course ID", id).code == "");
    for (const std::string_view id : {"a.b", "a/b", "é", "=1"}) {
        CAPTURE(id);
        CHECK(put("External Course ID", id).code == "external-id.characters");
        CHECK(put("External Course ID", id, lenient).code == "");
    }
    for (const std::string_view id : {"a\nb", "a\tb"}) {
        CAPTURE(id);
        CHECK(put("External Course ID", id).code == "external-id.characters");
        CHECK(put("External Course ID", id, lenient).code == "text.control-character");
    }
    for (const std::string_view id : {" ", " a", "a "}) {
        CAPTURE(id);
        CHECK(put("External Course ID", id).code == "external-id.blanks");
        CHECK(put("External Course ID", id, lenient).code == "external-id.blanks");
    }
}

TEST_CASE("IMC-CSV-04 the number of a template is digits alone, from 1") {
    using namespace cells;
    CHECK(put("Internal course template ID", "700001").code == "");
    for (const std::string_view id : {"0", "-1", "+1", "1 ", " 1", "1.0", "a", "99999999999999999999"}) {
        CAPTURE(id);
        CHECK(put("Internal course template ID", id).code == "number.malformed");
    }
}

TEST_CASE("IMC-CSV-08 IMC-CSV-09 control characters: none in a name, line ends and tabs in a description") {
    using namespace cells;
    for (const std::string_view text : {"a\x01", "\x7F", "a\xC2\x85", "\xE2\x80\xA8", "x\xE2\x80\xA9y", "\x1F"}) {
        CAPTURE(text);
        CHECK(put("Name", text).code == "text.control-character");
        CHECK(put("Description", text).code == "text.control-character");
    }
    for (const std::string_view text : {"a\nb", "a\r\nb", "a\tb"}) {
        CHECK(put("Name", text).code == "text.control-character");
        CHECK(put("Description", text).code == "");
        CHECK(put("Description", text).course.settings.description == text);
    }
    for (const std::string_view text : {"é", "\xC2\xA0", "\xE2\x80\xA7", "𝄞", "<b>"})
        CHECK(put("Name", text).code == "");
}

TEST_CASE("IMC-CSV-12 words, numbers and durations are exact") {
    using namespace cells;
    for (const std::string_view status : {"0", "1", "2", "3", "4"}) CHECK(put("Planning status", status).code == "");
    for (const std::string_view status : {"5", "00", " 0", "released"})
        CHECK(put("Planning status", status).code != "");
    CHECK(put("Duration", "6 M").code == "");
    for (const std::string_view duration : {"6M", "6  M", "0 M", "10000 D", "6 m", "6 Y", "M"}) {
        CHECK(put("Duration", duration).code == "duration.malformed");
    }
    CHECK(put("Max participants", "12").code == "");
    for (const std::string_view number : {"12.5", "many", "1e3", ""}) CHECK(put("Max participants", number).code != "");
}
