// Records of fixed width: exact bytes, what is reported, and reading back.
#include "reporting/fixed_width.hpp"
#include "reporting/read_back.hpp"

#include <doctest/doctest.h>

#include <array>
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

// What is wrong with a record: "length@12 ".
std::string problems_of(std::string_view file, std::string_view record) {
    constexpr std::array<std::string_view, 4> words{"length", "character", "digits", "day"};
    RecordReader reader(nat_layout(file));
    reader.read(record);
    std::string text;
    for (const ReadProblem& problem : reader.problems()) {
        text += std::string(words[static_cast<std::size_t>(problem.kind)]) + "@" + std::to_string(problem.column) + " ";
    }
    return text;
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

TEST_CASE("FIN-REP-09 what is written reads back equal, in both releases") {
    std::mt19937 random(11);
    const std::string letters = "AZaz09 @-'";
    std::vector<Layout> all(layouts("8.0").begin(), layouts("8.0").end());
    all.insert(all.end(), layouts("7.0").begin(), layouts("7.0").end());
    for (const Layout& layout : all) {
        RecordReader reader(layout);
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
            RecordLines lines;
            int records = 0;
            lines.feed(file, [&](std::string_view record, Ending ending) {
                reader.read(record);
                CHECK(std::vector<std::string>(reader.values().begin(), reader.values().end()) == texts);
                CHECK(reader.problems().empty());
                CHECK(ending == Ending::cr_lf);
                ++records;
            });
            CHECK(records == 1);
            CHECK(notes.empty());
        }
    }
}

TEST_CASE("FIN-REP-09 line ends of other programs, in pieces that are cut anywhere") {
    const std::string file = "one\r\ntwo\nthree\r\r\n\r\n" + std::string(5000, 'x') + "\r\nsix";
    for (std::size_t piece = 1; piece < 8; ++piece) {
        std::vector<std::string> records;
        std::vector<Ending> endings;
        const auto keep = [&](std::string_view record, Ending ending) {
            records.emplace_back(record);
            endings.push_back(ending);
        };
        RecordLines lines;
        for (std::size_t at = 0; at < file.size(); at += piece)
            lines.feed(std::string_view(file).substr(at, piece), keep);
        lines.finish(keep);
        REQUIRE(records.size() == 6);
        CHECK(records[4].size() < RecordLines::longest + 8);
        records[4] = "x";
        CHECK(records == std::vector<std::string>{"one", "two", "three\r", "", "x", "six"});
        CHECK(endings == std::vector<Ending>{Ending::cr_lf, Ending::lf, Ending::cr_lf, Ending::cr_lf, Ending::cr_lf,
                                             Ending::none});
    }
}

TEST_CASE("FIN-REP-09 records of other programs: short, long, and with a state's own fields") {
    CHECK(problems_of("NAT00010", joined({"90001", spaces(105)})).empty());
    CHECK(problems_of("NAT00010", joined({"90001", spaces(263)})).empty());
    CHECK(problems_of("NAT00010", joined({"90001", spaces(443)})).empty());
    CHECK(problems_of("NAT00010", joined({"90001", spaces(106)})) == "length@112 ");
    CHECK(problems_of("NAT00030", joined({"BSB50420", spaces(106)})).empty());
    CHECK(problems_of("NAT00080", joined({"C1", spaces(345)})).empty());
    CHECK(problems_of("NAT00130", joined({"90001", spaces(34)})).empty());
    CHECK(problems_of("NAT00130", joined({"90001", spaces(67)})).empty());
    CHECK(problems_of("NAT00100", "C1        511x").empty());
    RecordReader national(nat_layout("NAT00100"), "national");
    national.read("C1        511x");
    CHECK(national.problems().size() == 1);
    RecordReader reader(nat_layout("NAT00130"));
    const auto longer = joined({"90001", spaces(34), "01022024x"});
    reader.read(longer);
    REQUIRE(reader.values().size() == 7);
    CHECK(reader.values()[5] == "01022024");
    CHECK(reader.values()[6].empty());  // the record does not reach its end
}

TEST_CASE("FIN-REP-09 what is wrong with a record has its column, and the rest is read") {
    CHECK(problems_of("NAT00090", "C1        1") == "length@12 ");
    CHECK(problems_of("NAT00090", "C1        1x") == "digits@11 ");
    CHECK(problems_of("NAT00090", "C1        @@") == "digits@11 ");
    CHECK(problems_of("NAT00085", joined({"C1", spaces(333), "@@", spaces(220)})).empty());
    CHECK(problems_of("NAT00130", joined({"90001", spaces(25), "30022024Y"})) == "day@31 ");
    CHECK(problems_of("NAT00130", joined({"90001", spaces(25), "00000000Y"})) == "day@31 ");
    CHECK(problems_of("NAT00060", joined({"S1          Caf\xE9 \x81", spaces(105)})) == "character@16 ");
    RecordReader reader(nat_layout("NAT00060"));
    const auto accented = joined({"S1          Caf\xE9 \x81", spaces(105)});
    reader.read(accented);
    CHECK(reader.values()[0] == "S1");
    CHECK(reader.values()[1] == "Café \uFFFD");  // windows-1252; 81 stands for nothing there
    CHECK(*parse_field_day("29022024") == *parse_day("2024-02-29"));
    for (const auto* text : {"", "29022023", "2902202", "290220244", "2902 024", "00000000", "01010000"})
        CHECK_FALSE(parse_field_day(text));
}
