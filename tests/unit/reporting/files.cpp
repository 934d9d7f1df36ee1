// The other statutory files: what a record holds when little is known, and what happens to values that do not fit.
#include "reporting/files.hpp"
#include "base/code_table.hpp"
#include "reporting/read_back.hpp"

#include <doctest/doctest.h>

using namespace provost;
using namespace provost::reporting;

namespace {

// The bytes of a file, or nothing when it has no record.
std::string nat_bytes(NatWriter& writer, std::string_view name) {
    for (const auto& file : writer.files()) {
        if (file.layout->file == name) return file.bytes;
    }
    return "no such file";
}

// Fields of the first record of a file, by the layout that wrote it.
std::string nat_field(NatWriter& writer, std::string_view file, std::string_view field) {
    const Layout& layout = *find_layout("8.0", file);
    const std::string bytes = nat_bytes(writer, file);
    RecordReader reader(layout);
    reader.read(std::string_view(bytes).substr(0, bytes.find('\r')));
    REQUIRE(reader.problems().empty());
    return std::string(reader.values()[layout.find(field)]);
}

people::Learner nat_learner() {
    people::Learner learner;
    learner.client_id = "S0001";
    learner.family_name = "Suharto";
    return learner;
}

}  // namespace

TEST_CASE("FIN-REP-09 a client of whom nothing is known has '@' where the standard allows it") {
    NatWriter writer("8.0");
    writer.add(nat_learner());
    CHECK(nat_field(writer, "NAT00080", "name_for_encryption") == "Suharto, Suharto");
    CHECK(nat_field(writer, "NAT00080", "gender") == "@");
    CHECK(nat_field(writer, "NAT00080", "date_of_birth") == "@@@@@@@@");
    CHECK(nat_field(writer, "NAT00080", "postcode") == "@@@@");
    CHECK(nat_field(writer, "NAT00080", "suburb") == "Not specified");
    CHECK(nat_field(writer, "NAT00080", "state_identifier") == "@@");
    CHECK(nat_field(writer, "NAT00080", "street_name") == "not specified");
    CHECK(nat_field(writer, "NAT00085", "client_family_name") == "Suharto");
    CHECK(nat_field(writer, "NAT00085", "client_first_given_name").empty());
    CHECK(nat_bytes(writer, "NAT00080").size() == 329);
    CHECK(nat_bytes(writer, "NAT00085").size() == 559);
    CHECK(writer.findings().empty());
    CHECK(writer.lines() == 2);
}

TEST_CASE("FIN-REP-09 a client as the files hold him") {
    auto learner = nat_learner();
    learner.first_name = "Zoë";
    learner.birth_date = parse_day("2003-05-09");
    learner.gender = "X";
    learner.postcode = "OSPC";
    learner.usi = "INTOFF";
    learner.email = "zoe@example.edu";
    NatWriter writer("8.0");
    writer.add(learner);
    CHECK(nat_field(writer, "NAT00080", "name_for_encryption") == "Suharto, Zoe");
    CHECK(nat_field(writer, "NAT00080", "date_of_birth") == "09052003");
    CHECK(nat_field(writer, "NAT00080", "gender") == "X");
    CHECK(nat_field(writer, "NAT00080", "state_identifier") == "99");
    CHECK(nat_field(writer, "NAT00080", "unique_student_identifier") == "INTOFF");
    CHECK(nat_field(writer, "NAT00085", "email_address") == "zoe@example.edu");
    REQUIRE(writer.findings().size() == 2);
    CHECK(writer.findings()[1].file == "NAT00085");
    CHECK(writer.findings()[1].line == 1);
    CHECK(writer.findings()[1].code == "report.character"_code);
}

TEST_CASE("a telephone number stands as mobile only when it is an Australian one") {
    const auto place_of = [](std::string_view phone) {
        auto learner = nat_learner();
        learner.phone = phone;
        NatWriter writer("8.0");
        writer.add(learner);
        return nat_field(writer, "NAT00085", "telephone_number_mobile").empty() ? "home" : "mobile";
    };
    CHECK(place_of("0491 570 006") == std::string("mobile"));
    CHECK(place_of("+61 491 570 006") == std::string("mobile"));
    CHECK(place_of("(03) 5550 0100") == std::string("home"));
    CHECK(place_of("0491 570 06") == std::string("home"));
    CHECK(place_of("+64 21 555 0100") == std::string("home"));
}

TEST_CASE("FIN-REP-09 a value that does not fit is left out with a finding, a text is cut with one") {
    auto learner = nat_learner();
    learner.postcode = "SW1A 1AA";
    learner.email = std::string(85, 'e');
    NatWriter writer("8.0");
    writer.add(nat_learner());
    writer.add(learner);
    CHECK(nat_bytes(writer, "NAT00080").size() == 2 * 329);
    CHECK(nat_bytes(writer, "NAT00080").substr(329 + 81, 4) == "    ");
    REQUIRE(writer.findings().size() == 3);
    CHECK(writer.findings()[0].file == "NAT00080");
    CHECK(writer.findings()[0].line == 2);
    CHECK(writer.findings()[0].code == "field.too-long"_code);
    CHECK(writer.findings()[1].code == "field.too-long"_code);
    CHECK(writer.findings()[2].code == "report.text-cut"_code);
}

TEST_CASE("programs of the national register stand in NAT00030, others with their details in NAT00030A") {
    catalogue::Program program;
    program.code = "BSB30120";
    program.title = "Certificate III in Business";
    program.recognition = "11";
    program.level_of_education = "514";
    program.nominal_hours = 0;
    NatWriter writer("8.0");
    writer.add(program);
    CHECK(nat_bytes(writer, "NAT00030") ==
          "BSB30120  Certificate III in Business" + std::string(73, ' ') + "0000" + std::string(16, ' ') + "\r\n");
    CHECK(nat_bytes(writer, "NAT00030A").empty());
    for (const std::string local : {"14", "15", "16"}) {
        program.recognition = local;
        NatWriter other("8.0");
        other.add(program);
        CHECK(nat_bytes(other, "NAT00030").empty());
        CHECK(nat_field(other, "NAT00030A", "program_recognition_identifier") == local);
        CHECK(nat_field(other, "NAT00030A", "program_level_of_education_identifier") == "514");
        CHECK(nat_field(other, "NAT00030A", "vet_flag") == "Y");
    }
}

TEST_CASE("organisation, location, subject and activity") {
    organisation::Provider provider;
    provider.identifier = "99999";
    provider.name = "Southern Cross";
    organisation::Location location;
    location.identifier = "MEL01";
    location.state = "02";
    catalogue::Subject subject;
    subject.code = "BSBXCM301";
    subject.vocational = false;
    NatWriter writer("8.0");
    writer.add(provider);
    writer.add(provider, location);
    writer.add(subject);
    writer.add(ActivityRecord{}, RuleFinding{3252, "report.open-ended-early"_code});
    CHECK(nat_bytes(writer, "NAT00010").size() == 270);
    CHECK(nat_field(writer, "NAT00020", "training_organisation_identifier") == "99999");
    CHECK(nat_field(writer, "NAT00020", "state_identifier") == "02");
    CHECK(nat_field(writer, "NAT00060", "subject_name") == "BSBXCM301");
    CHECK(nat_field(writer, "NAT00060", "vet_flag") == "N");
    CHECK(nat_field(writer, "NAT00060", "nominal_hours").empty());
    REQUIRE(writer.findings().size() == 1);
    CHECK(writer.findings()[0].file == "NAT00120");
    CHECK(writer.findings()[0].avs == 3252);
}
