// The layouts as data: the positions and lengths that the standard states.
#include "reporting/layout.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace provost::reporting;

namespace {

struct ExpectedLayout {
    const char* file;
    int fields, shortest, national, full;
};

void check_layouts(const char* release, std::initializer_list<ExpectedLayout> files) {
    CHECK(layouts(release).size() == files.size());
    for (const auto& expected : files) {
        CAPTURE(expected.file);
        const Layout* layout = find_layout(release, expected.file);
        REQUIRE(layout != nullptr);
        CHECK(static_cast<int>(layout->fields.size()) == expected.fields);
        CHECK(static_cast<int>(layout->shortest) == expected.shortest);
        CHECK(static_cast<int>(layout->national_length) == expected.national);
        CHECK(static_cast<int>(layout->full_length) == expected.full);
    }
}

}  // namespace

TEST_CASE("every file of releases 8.0 and 7.0 has its layout and lengths") {
    check_layouts("8.0", {{"NAT00010", 7, 110, 268, 448},
                          {"NAT00020", 7, 180, 180, 180},
                          {"NAT00030", 4, 114, 130, 130},
                          {"NAT00030A", 8, 130, 130, 130},
                          {"NAT00060", 5, 123, 123, 123},
                          {"NAT00080", 23, 327, 327, 347},
                          {"NAT00085", 17, 557, 557, 557},
                          {"NAT00090", 2, 12, 12, 12},
                          {"NAT00100", 2, 13, 13, 13},
                          {"NAT00120", 27, 111, 111, 158},
                          {"NAT00130", 7, 39, 39, 72}});
    check_layouts("7.0", {{"NAT00005", 11, 446, 446, 446},
                          {"NAT00010", 12, 268, 268, 448},
                          {"NAT00020", 7, 180, 180, 180},
                          {"NAT00030", 8, 130, 130, 130},
                          {"NAT00060", 6, 124, 124, 124},
                          {"NAT00080", 24, 331, 331, 351},
                          {"NAT00085", 16, 477, 477, 477},
                          {"NAT00090", 2, 12, 12, 12},
                          {"NAT00100", 2, 13, 13, 13},
                          {"NAT00120", 24, 102, 102, 142},
                          {"NAT00130", 5, 35, 35, 35}});
    CHECK(find_layout("8.0", "NAT00005") == nullptr);
    CHECK(layouts("6.1").empty());
}

TEST_CASE("single fields stand where the standard says") {
    const Layout& activity = *find_layout("8.0", "NAT00120");
    const auto& outcome = activity.fields[activity.find("outcome_identifier_national")];
    CHECK(outcome.start == 72);
    CHECK(outcome.end() == 73);
    CHECK(outcome.type == LayoutField::Type::number);
    const auto& scheduled = activity.fields[activity.find("scheduled_hours")];
    CHECK(scheduled.start == 154);
    CHECK(scheduled.scope == LayoutField::Scope::state);
    CHECK(activity.find("subject_flag") == activity.fields.size());
}

TEST_CASE("FIN-REP-09 states append fields of their own") {
    struct Expected {
        const char *file, *target;
        int full;
        const char* last;
    };
    for (const Expected& expected : std::initializer_list<Expected>{
             {"NAT00020", "vic", 345, "street_name"},
             {"NAT00080", "vic", 358, "client_occupation_identifier"},
             {"NAT00100", "vic", 14, "prior_educational_achievement_recognition_identifier"},
             {"NAT00120", "vic", 304, "program_enrolment_identifier"},
             {"NAT00130", "vic", 145, "program_enrolment_identifier"},
             {"NAT00080", "qld", 337, "learner_unique_identifier"},
             {"NAT00120", "qld", 159, "full_time_learning_option"},
             {"NAT00080", "tas", 349, "client_occupation_identifier"},
             {"NAT00120", "tas", 213, "client_resource_fee"},
             {"NAT00130", "tas", 143, "client_tuition_fee"}}) {
        CAPTURE(expected.file);
        CAPTURE(expected.target);
        const Layout& own = *find_layout("8.0", expected.file, expected.target);
        CHECK(static_cast<int>(own.full_length) == expected.full);
        CHECK(own.fields.back().name == expected.last);
        CHECK(own.fields.back().scope == LayoutField::Scope::state);
        CHECK(own.national_length == find_layout("8.0", expected.file)->national_length);
    }
    CHECK(find_layout("8.0", "NAT00060", "vic") == find_layout("8.0", "NAT00060"));
    CHECK(find_layout("7.0", "NAT00120", "vic") == find_layout("7.0", "NAT00120"));
    CHECK(find_layout("8.0", "NAT00120", "nsw-smart-and-skilled") == find_layout("8.0", "NAT00120"));
    CHECK(layouts_of_states().size() == 10);
}
