// Records of fixed width: exact bytes, what is reported, and reading back.
#include "reporting/fixed_width.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

using namespace provost;
using namespace provost::reporting;

namespace {

using LayoutType = LayoutField::Type;

const Layout& nat_layout(std::string_view file) {
    const Layout* layout = find_layout("8.0", file);
    REQUIRE(layout != nullptr);
    return *layout;
}

struct WrittenRecord {
    std::string bytes;
    std::vector<FieldNote> notes;
    std::string code, pointer;
};

WrittenRecord write_nat(std::string_view file, const std::vector<FieldValue>& values,
                        Extent extent = Extent::national) {
    WrittenRecord written;
    if (const auto done = append_record(written.bytes, nat_layout(file), extent, values, written.notes); !done) {
        written.code = done.error().code.name();
        written.pointer = done.error().place.pointer;
    }
    return written;
}

std::vector<FieldValue> activity_values() {
    return {"90001",
            "HQ",
            "C1",
            "BSBCMM511",
            "BSB50420",
            *parse_day("2024-02-05"),
            *parse_day("2024-06-28"),
            "YNN",
            "20",
            "20",
            3,
            std::monostate(),
            {},
            "@@",
            "N",
            "",
            {},
            "TNC",
            {},
            std::int64_t{0}};
}

std::string spaces(std::size_t n) { return std::string(n, ' '); }

// The parts of a record, one behind the other.
std::string joined(std::initializer_list<std::string_view> parts) {
    std::string record;
    for (const auto part : parts) record += part;
    return record;
}

std::string read_code(std::string_view file, std::string_view record, Place* place = nullptr) {
    std::vector<std::string_view> values;
    const auto done = read_record(nat_layout(file), record, 7, values);
    if (done) return "";
    if (place != nullptr) *place = done.error().place;
    return std::string(done.error().code.name());
}

}  // namespace

TEST_CASE("FIN-REP-09 a record is written byte for byte") {
    const auto national = joined({"90001     HQ        C1        BSBCMM511   BSB50420  0502202428062024YNN20203",
                                  spaces(20), "@@N", spaces(12)});
    CHECK(write_nat("NAT00120", activity_values()).bytes == joined({national, "\r\n"}));
    CHECK(write_nat("NAT00120", activity_values(), Extent::full).bytes ==
          joined({national, "TNC", spaces(3), "00000", spaces(36), "\r\n"}));
    CHECK(write_nat("NAT00090", {"C1", "11"}).bytes == "C1        11\r\n");
    CHECK(write_nat("NAT00100", {"C1", 8}).bytes == "C1        008\r\n");
    CHECK(write_nat("NAT00100", {"C1"}).bytes == "C1           \r\n");
    CHECK(write_nat("NAT00130", {"90001", "BSB50420", "C1", *parse_day("2024-02-29"), "Y"}).bytes ==
          "90001     BSB50420  C1        29022024Y\r\n");
}

TEST_CASE("FIN-REP-09 text is transliterated before its length is measured, and both are reported") {
    const auto exact = write_nat("NAT00060", {"S1", std::string(98, 'a') + "ß"});
    CHECK(exact.bytes.substr(12, 100) == std::string(98, 'a') + "ss");
    CHECK(exact.notes == std::vector<FieldNote>{{FieldNote::Kind::replaced, "subject_name", "ß", "ss"}});
    const auto cut = write_nat("NAT00060", {"S1", std::string(99, 'a') + "ß", "", "Y"});
    CHECK(cut.bytes.substr(12, 100) == std::string(99, 'a') + "s");
    CHECK(cut.notes.back() == FieldNote{FieldNote::Kind::cut, "subject_name", "101", "100"});
    CHECK(cut.bytes.size() == 125);
    CHECK(write_nat("NAT00060", {"S1", " \u00A0Name\t"}).bytes.substr(12, 6) == "Name  ");
}

TEST_CASE("FIN-REP-09 what would change its meaning is an error and writes nothing") {
    struct Wrong {
        std::vector<FieldValue> values;
        const char *code, *pointer;
    };
    const std::vector<Wrong> wrong = {
        {{"C1234567890"}, "field.too-long", "/client_identifier"},
        {{"Zoë", "123"}, "field.too-long", "/disability_type_identifier"},
        {{"C1", "1x"}, "number.malformed", "/disability_type_identifier"},
        {{"C1", "@"}, "number.malformed", "/disability_type_identifier"},
        {{"C1", 100}, "value.out-of-range", "/disability_type_identifier"},
        {{"C1", -1}, "value.out-of-range", "/disability_type_identifier"},
        {{"C1", *parse_day("2024-01-01")}, "value.wrong-type", "/disability_type_identifier"},
        {{"C1", 1, 2}, "argument.invalid", ""},
    };
    for (const Wrong& one : wrong) {
        const auto written = write_nat("NAT00090", one.values);
        CHECK(written.code == one.code);
        CHECK(written.pointer == one.pointer);
        CHECK(written.bytes.empty());
        CHECK(written.notes.empty());
    }
    CHECK(write_nat("NAT00090", {"C1", "@@"}).bytes == "C1        @@\r\n");
    CHECK(write_nat("NAT00130", {"1", "P", "C", "31022024"}).code == "date.malformed");
    CHECK(write_nat("NAT00130", {"1", "P", "C", 2024}).code == "value.wrong-type");
    CHECK(write_nat("NAT00130", {"1", "P", "C", Day{std::chrono::days{4'000'000}}}).code == "date.malformed");
    CHECK(write_nat("NAT00130", {"1", "P", "C", "28022024"}).bytes.substr(30, 8) == "28022024");
}

TEST_CASE("FIN-REP-09 what is written reads back equal") {
    std::mt19937 random(11);
    const std::string letters = "AZaz09 @-'";
    for (const Layout& layout : layouts()) {
        for (int round = 0; round < 200; ++round) {
            std::vector<std::string> texts;
            for (const LayoutField& field : layout.fields) {
                std::string text;
                const auto size = random() % (field.length + 1U);
                for (std::size_t i = 0; i < size; ++i)
                    text += field.type == LayoutType::number ? '7' : letters[random() % letters.size()];
                if (field.type == LayoutType::day) text = size % 2 == 0 ? "" : "29022024";
                if (field.type == LayoutType::number && size > 0) text.insert(0, field.length - size, '0');
                text.erase(0, std::min(text.find_first_not_of(' '), text.size()));
                text.erase(text.find_last_not_of(' ') + 1);
                texts.push_back(text);
            }
            const std::vector<FieldValue> values(texts.begin(), texts.end());
            std::string file;
            std::vector<FieldNote> notes;
            REQUIRE(append_record(file, layout, Extent::full, values, notes));
            CHECK(file.size() == layout.full_length + 2U);
            std::string_view rest = file;
            const auto record = next_record(rest);
            std::vector<std::string_view> read;
            REQUIRE(read_record(layout, *record, 1, read));
            CHECK(std::vector<std::string>(read.begin(), read.end()) == texts);
            CHECK_FALSE(next_record(rest));
            CHECK(notes.empty());
        }
    }
}

TEST_CASE("FIN-REP-09 records of other tools: line ends, short and long records") {
    std::string_view file = "one\r\ntwo\nthree\rfour\r\n\r\nsix";
    std::vector<std::string_view> records;
    while (const auto record = next_record(file)) records.push_back(*record);
    CHECK(records == std::vector<std::string_view>{"one", "two", "three", "four", "", "six"});
    std::vector<std::string_view> values;
    CHECK(read_code("NAT00010", joined({"90001", spaces(105)})).empty());
    CHECK(read_code("NAT00010", joined({"90001", spaces(106)})) == "report.record-length");
    CHECK(read_code("NAT00130", joined({"90001", spaces(34)})).empty());
    const auto longer = joined({"90001", spaces(34), "01022024x"});
    REQUIRE(read_record(nat_layout("NAT00130"), longer, 1, values));
    CHECK(values.size() == 7);
    CHECK(values[5] == "01022024");
    CHECK(values[6].empty());  // the record does not reach its end
    CHECK(read_code("NAT00090", "C1        11 and more of a state's own \xE9").empty());
    CHECK(read_code("NAT00090", "C1        @@").empty());
    CHECK(read_code("NAT00130", joined({"90001", spaces(25), "00000000Y"})).empty());
}

TEST_CASE("FIN-REP-09 errors of reading name line and column") {
    Place place;
    CHECK(read_code("NAT00090", "C1        1", &place) == "report.record-length");
    CHECK(place == Place{"", "", 7, 12});
    CHECK(read_code("NAT00090", "C1        1x", &place) == "number.malformed");
    CHECK(place == Place{"", "", 7, 11});
    CHECK(read_code("NAT00090", "C\xE9        11", &place) == "report.not-ascii");
    CHECK(place == Place{"", "", 7, 2});
    CHECK(read_code("NAT00130", joined({"90001", spaces(25), "30022024Y"}), &place) == "date.malformed");
    CHECK(place == Place{"", "", 7, 31});
    CHECK(*parse_field_day("29022024") == *parse_day("2024-02-29"));
    for (const auto* text : {"", "29022023", "2902202", "290220244", "2902 024", "00000000"})
        CHECK_FALSE(parse_field_day(text));
}
