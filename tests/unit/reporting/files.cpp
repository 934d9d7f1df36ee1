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
        if (file.layout != nullptr && file.layout->file == name) return file.bytes;
    }
    return "no such file";
}

// Fields of the first record of a file, by the layout that wrote it.
std::string nat_field(NatWriter& writer, std::string_view file, std::string_view field,
                      std::string_view release = "8.0", std::string_view target = {}) {
    const Layout& layout = *find_layout(release, file, target);
    const std::string bytes = nat_bytes(writer, file);
    RecordReader reader(layout, target);
    reader.read(std::string_view(bytes).substr(0, bytes.find('\r')));
    REQUIRE(reader.problems().empty());
    return std::string(reader.values()[layout.find(field)]);
}

people::ClientDetails nat_details() {
    people::ClientDetails details;
    auto& stated = details.stated;
    stated.title = "Ms";
    stated.telephone_work = "(03) 5550 0101";
    stated.mobile = "0491 570 006";
    stated.email_alternative = "su@example.org";
    stated.residence = {"Rose Court", "Unit 4", "12", "Example Street", "Carlton", "02"};
    stated.highest_school_level = "11";
    stated.year_of_school_level = 2019;
    stated.indigenous_status = "4";
    stated.language = "2401";
    stated.spoken_english = "2";
    stated.labour_force_status = "02";
    stated.country_of_birth = "1101";
    stated.disability = true;
    stated.disabilities = {"12", "17"};
    stated.prior_education = true;
    stated.at_school = false;
    stated.survey_contact_status = "A";
    return details;
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
    const RowFinding finding{3252, "report.open-ended-early"_code};
    writer.add(ActivityRecord{}, std::span(&finding, 1));
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

TEST_CASE("FIN-REP-01 what a client stated stands in NAT00080, 85, 90 and 100") {
    auto learner = nat_learner();
    learner.postcode = "3053";
    learner.phone = "(03) 5550 0100";
    const auto details = nat_details();
    NatWriter writer("8.0");
    writer.add(learner, &details);
    const auto client = [&](std::string_view field) { return nat_field(writer, "NAT00080", field); };
    CHECK(client("highest_school_level_completed_identifier") == "11");
    CHECK(client("indigenous_status_identifier") == "4");
    CHECK(client("language_identifier") == "2401");
    CHECK(client("labour_force_status_identifier") == "02");
    CHECK(client("country_identifier") == "1101");
    CHECK(client("disability_flag") == "Y");
    CHECK(client("prior_educational_achievement_flag") == "Y");
    CHECK(client("at_school_flag") == "N");
    CHECK(client("suburb") == "Carlton");
    CHECK(client("state_identifier") == "02");
    CHECK(client("building_name") == "Rose Court");
    CHECK(client("unit_details") == "Unit 4");
    CHECK(client("street_number") == "12");
    CHECK(client("street_name") == "Example Street");
    CHECK(client("survey_contact_status") == "A");
    const auto contact = [&](std::string_view field) { return nat_field(writer, "NAT00085", field); };
    CHECK(contact("client_title") == "Ms");
    CHECK(contact("street_name") == "Example Street");
    CHECK(contact("postcode") == "3053");
    CHECK(contact("telephone_number_home") == "(03) 5550 0100");
    CHECK(contact("telephone_number_work") == "(03) 5550 0101");
    CHECK(contact("telephone_number_mobile") == "0491 570 006");
    CHECK(contact("email_address_alternative") == "su@example.org");
    CHECK(nat_bytes(writer, "NAT00090") == "S0001     12\r\nS0001     17\r\n");
    CHECK(nat_bytes(writer, "NAT00100") == "S0001     990\r\n");  // which is not known
    CHECK(writer.findings().empty());
}

TEST_CASE("FIN-REP-09 where the postcode says that nobody knows the place, no suburb is told") {
    for (const std::string postcode : {"0000", "@@@@", "OSPC", ""}) {
        auto learner = nat_learner();
        learner.postcode = postcode;
        auto details = nat_details();
        NatWriter writer("8.0");
        writer.add(learner, &details);
        CAPTURE(postcode);
        CHECK(nat_field(writer, "NAT00080", "suburb") == "Not specified");
        CHECK(nat_field(writer, "NAT00085", "suburb") == "Not specified");
    }
}

TEST_CASE("letters go to a post box when there is one, and overseas nobody is told a street") {
    auto learner = nat_learner();
    auto details = nat_details();
    details.stated.postal.emplace().delivery_box = "PO Box 12";
    details.stated.postal->suburb = "Fitzroy";
    details.stated.postal->postcode = "3065";
    NatWriter writer("8.0");
    writer.add(learner, &details);
    CHECK(nat_field(writer, "NAT00085", "postal_delivery_box") == "PO Box 12");
    CHECK(nat_field(writer, "NAT00085", "street_name").empty());
    CHECK(nat_field(writer, "NAT00085", "suburb") == "Fitzroy");
    learner.postcode = "OSPC";
    NatWriter other("8.0");
    other.add(learner, &details);
    CHECK(nat_field(other, "NAT00080", "street_name") == "not specified");
    CHECK(nat_field(other, "NAT00080", "suburb") == "Not specified");
    CHECK(nat_field(other, "NAT00080", "state_identifier") == "99");
}

TEST_CASE("FIN-REP-07 a completed program, with room for the parchment where that is asked for") {
    CompletionRecord row{
        "99999", "BSB30120", "S0001", parse_day("2026-05-29"), {true, parse_day("2026-06-02"), "Q-17"}};
    NatWriter writer("8.0");
    writer.add(row);
    CHECK(nat_bytes(writer, "NAT00130") == "99999     BSB30120  S0001     29052026Y\r\n");
    NatWriter wide("8.0", enrolment::targets().front(), true);
    wide.add(row);
    CHECK(nat_bytes(wide, "NAT00130") ==
          "99999     BSB30120  S0001     29052026Y02062026Q-17" + std::string(21, ' ') + "\r\n");
    NatWriter state("8.0", *enrolment::find_target("vic"));
    state.add(row);
    CHECK(nat_field(state, "NAT00130", "training_organisation_identifier") == "0000099999");
    CHECK(nat_field(state, "NAT00130", "parchment_number") == "Q-17");
}

TEST_CASE("release 7.0 has the same records with its own fields, and programs in one file") {
    auto learner = nat_learner();
    learner.gender = "F";
    auto details = nat_details();
    NatWriter writer("7.0");
    writer.add(learner, &details);
    const auto client = [&](std::string_view field) { return nat_field(writer, "NAT00080", field, "7.0"); };
    CHECK(client("year_highest_school_level_completed") == "2019");
    CHECK(client("proficiency_in_spoken_english_identifier") == "2");
    CHECK(client("gender") == "F");
    CHECK(nat_bytes(writer, "NAT00080").size() == 333);
    CHECK(nat_bytes(writer, "NAT00085").size() == 479);

    catalogue::Program program;
    program.code = "LOCAL1";
    program.recognition = "14";
    writer.add(program);
    CHECK(nat_field(writer, "NAT00030", "program_recognition_identifier", "7.0") == "14");
    catalogue::Subject subject;
    for (const std::string code : {"BSBXCM301", "TAADES401A", "BSBCMM511"}) {
        subject.code = code;
        NatWriter other("7.0");
        other.add(subject);
        CHECK(nat_field(other, "NAT00060", "subject_flag", "7.0") == "C");
    }
    for (const std::string code : {"90990NSW/A", "MODULE", "BSB1"}) {
        subject.code = code;
        NatWriter other("7.0");
        other.add(subject);
        CHECK(nat_field(other, "NAT00060", "subject_flag", "7.0") == "M");
    }
    writer.add(CompletionRecord{"99999", "BSB30120", "S0001", parse_day("2016-05-29"), {}});
    CHECK(nat_bytes(writer, "NAT00130") == "99999     BSB30120  S0001     2016N\r\n");
}

TEST_CASE("in release 7.0 nobody is asked how well he speaks English whose language it is") {
    for (const std::string language : {"", "1201", "9701"}) {
        auto details = nat_details();
        details.stated.language = language;
        details.stated.year_of_school_level = std::nullopt;
        NatWriter writer("7.0");
        writer.add(nat_learner(), &details);
        CHECK(nat_field(writer, "NAT00080", "proficiency_in_spoken_english_identifier", "7.0") == "");
        CHECK(nat_field(writer, "NAT00080", "year_highest_school_level_completed", "7.0") == "@@@@");
    }
}

TEST_CASE("FIN-REP-09 what a state appends is written as far as it is known, and reads back") {
    ActivityRecord row;
    row.program_commenced_on = parse_day("2026-02-02");
    row.enrolled_on = parse_day("2026-01-20");
    row.activity = "77";
    row.program_enrolment = "81";
    CompletionRecord completed{"20829", "BSB30120", "S0001", parse_day("2026-06-01"), {}, parse_day("2026-02-02"),
                               "81"};
    for (const std::string target : {"vic", "tas"}) {
        CAPTURE(target);
        const auto field = [&](NatWriter& writer, std::string_view file, std::string_view name) {
            return nat_field(writer, file, name, "8.0", target);
        };
        NatWriter writer("8.0", *enrolment::find_target(target));
        writer.add(row, {});
        writer.add(completed);
        writer.add(nat_learner());
        const bool vic = target == "vic";
        CHECK(nat_bytes(writer, "NAT00120").size() == (vic ? 306 : 215));
        CHECK(nat_bytes(writer, "NAT00130").size() == (vic ? 147 : 145));
        CHECK(nat_bytes(writer, "NAT00080").size() == (vic ? 360 : 351));
        CHECK(field(writer, "NAT00120", "program_enrolment_identifier") == "81");
        CHECK(field(writer, "NAT00130", "program_commencement_date") == "02022026");
        CHECK(field(writer, "NAT00130", "program_status_identifier") == "20");
        CHECK(field(writer, "NAT00130", "program_enrolment_identifier") == "81");
        CHECK(writer.findings().empty());
        if (!vic) continue;
        CHECK(field(writer, "NAT00120", "program_commencement_date") == "02022026");
        CHECK(field(writer, "NAT00120", "enrolment_date") == "20012026");
        CHECK(field(writer, "NAT00120", "enrolment_identifier") == "77");
        CHECK(field(writer, "NAT00120", "client_fees_other").empty());
    }
    // Queensland appends what nobody has told, and the nation nothing.
    NatWriter writer("8.0", *enrolment::find_target("qld"));
    writer.add(row, {});
    CHECK(nat_bytes(writer, "NAT00120").size() == 161);
    NatWriter national("8.0");
    national.add(row, {});
    CHECK(nat_bytes(national, "NAT00120").size() == 113);
}

TEST_CASE(
    "FIN-REP-09 a record of a state reads by its layout, one of what all have as well, one of another state not") {
    const auto reads = [](std::string_view target, std::size_t size) {
        RecordReader reader(*find_layout("8.0", "NAT00120", target), target);
        reader.read(std::string(size, ' '));
        return reader.problems().empty();
    };
    for (const std::size_t size : {111U, 158U}) CHECK(reads("vic", size));
    CHECK(reads("vic", 304));
    CHECK_FALSE(reads("vic", 213));
    CHECK(reads("tas", 213));
    CHECK_FALSE(reads("national", 304));
    CHECK(reads("", 304));  // nobody said whose
    CHECK(reads("nsw-smart-and-skilled", 179));
}
