// Headers of files: which columns they name, and what is said of those that they should not name so.
#include "imports/header.hpp"

#include "data/import_presets.hpp"

#include <doctest/doctest.h>

namespace {

namespace headers {

using namespace provost;
using namespace provost::imports;
using Headings = std::vector<std::string_view>;

struct ReadHeader {
    std::string code, column, expected;
    std::vector<std::string> columns;
    std::vector<std::string> notes;  // code and column
};

ReadHeader read_headings(std::string_view preset, const Headings& cells, const std::vector<Default>& defaults = {},
                         bool updates = false) {
    auto header = read_header(*data::find_import_preset(preset), {7, cells, {}}, defaults, updates);
    ReadHeader read;
    if (!header) {
        CHECK(header.error().place.line == 7);
        read.code = header.error().code.name();
        for (const Parameter& each : header.error().parameters) {
            (each.name == "column" ? read.column : read.expected) = each.value;
        }
        return read;
    }
    read.columns = header->columns;
    for (const Reason& note : header->notes) {
        read.notes.push_back(std::string(note.code.name()) + ' ' + note.parameters.front().value);
    }
    return read;
}

using Strings = std::vector<std::string>;

}  // namespace headers

}  // namespace

TEST_CASE("IMC-CSV-01 columns may stand in any order; one that is not known is noted and passed over") {
    using namespace headers;
    const auto read = read_headings("catalogue", {"Name", "Colour", "External Course ID", "External Template ID", ""});
    CHECK(read.code == "");
    CHECK(read.columns == Strings{"Name", "Colour", "External Course ID", "External Template ID", ""});
    CHECK(read.notes == Strings{"column.unknown Colour", "column.unknown "});
}

TEST_CASE("IMC-CSV-01 a column in other capitals, or with blanks around it, is an error that spells it") {
    using namespace headers;
    for (const std::string_view wrong : {"external course id", "External course ID", " External Course ID "}) {
        const auto read = read_headings("catalogue", {"External Template ID", wrong});
        CHECK(read.code == "file.header-case");
        CHECK(read.column == wrong);
        CHECK(read.expected == "External Course ID");
    }
    CHECK(read_headings("catalogue", {"External Course ID", "IMPORT TYPE"}).expected == "Import type");
    CHECK(read_headings("catalogue", {"External Course ID", "MetaTag_5"}).expected == "metatag_5");
}

TEST_CASE("IMC-CSV-01 a column that stands twice is an error, known or not; columns without a name are none") {
    using namespace headers;
    CHECK(read_headings("learners", {"Login", "Family name", "Login"}).code == "file.header-duplicate");
    const auto read = read_headings("catalogue", {"External Course ID", "x", "x"});
    CHECK(read.code == "file.header-duplicate");
    CHECK(read.column == "x");
    CHECK(read_headings("catalogue", {"External Course ID", "metatag_1", "metatag_1"}).column == "metatag_1");
    CHECK(read_headings("prerequisites", {"External Template ID", "", "", "Prerequisite"}).code == "");
    CHECK(read_headings("moodle-courses", {"shortname", "ShortName"}).code == "file.header-duplicate");
}

TEST_CASE("IMC-CSV-25 a header without a known column is refused as such") {
    using namespace headers;
    for (const Headings& cells :
         {Headings{"a", "b"}, Headings{""}, Headings{"Login;Prerequisite"}, Headings{"metatag_"}}) {
        CHECK(read_headings("catalogue", cells).code == "file.header-unknown");
    }
    const auto& preset = *data::find_import_preset("catalogue");
    CHECK(known_headings(preset, Headings{"name", "Nam", " NAME ", "metatag_1", "metatag_", "Import Type"}) == 4);
}

TEST_CASE("IMC-ENI-12 a file may hold rows of one type; then the other type's columns may be left out") {
    using namespace headers;
    CHECK(read_headings("catalogue", {"External Course ID"}).code == "");
    CHECK(read_headings("catalogue", {"Course type ID", "External Template ID", "Name"}).code == "");
    const auto read = read_headings("catalogue", {"External Template ID", "Name"});
    CHECK(read.code == "file.header");
    CHECK(read.column == "External Course ID");
    CHECK(read_headings("catalogue", {"External Template ID"}, {}, true).code == "");
    CHECK(read_headings("results", {"Login", "External Course ID", "Submitted at"}).column == "Completion status");
}

TEST_CASE("a default stands in for a column that the file does not have, and for no other") {
    using namespace headers;
    const std::vector<Default> defaults{{"Prerequisite", "S1"}};
    const auto read = read_headings("prerequisites", {"External Template ID"}, defaults);
    CHECK(read.columns == Strings{"External Template ID", "Prerequisite"});
    const auto own = read_headings("prerequisites", {"External Template ID", "Prerequisite"}, defaults);
    CHECK(own.columns == Strings{"External Template ID", "Prerequisite", ""});
    const auto& moodle = *data::find_import_preset("moodle-courses");
    CHECK(has_column(moodle, "shortname"));
    CHECK(has_column(moodle, "metatag_5"));
    CHECK_FALSE(has_column(moodle, "ShortName"));
    CHECK_FALSE(has_column(moodle, "category"));
}

TEST_CASE("headings of other programs may be in any case, and what nothing corresponds to is noted") {
    using namespace headers;
    const auto read = read_headings("moodle-courses", {" ShortName ", "FULLNAME", "Category", "colour", "METATAG_ab"});
    CHECK(read.code == "");
    CHECK(read.columns == Strings{"shortname", "fullname", "category", "colour", "metatag_ab"});
    CHECK(read.notes == Strings{"column.unused category", "column.unknown colour"});
}
