// The layouts as data: the positions and lengths that the standard states.
#include "reporting/layout.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace provost::reporting;

TEST_CASE("every file of release 8.0 has its layout and lengths") {
    struct Expected {
        const char* file;
        int fields, national, full;
    };
    constexpr Expected files[] = {{"NAT00010", 7, 268, 448},  {"NAT00020", 7, 180, 180}, {"NAT00030", 4, 130, 130},
                                  {"NAT00030A", 8, 130, 130}, {"NAT00060", 5, 123, 123}, {"NAT00080", 23, 327, 347},
                                  {"NAT00085", 17, 557, 557}, {"NAT00090", 2, 12, 12},   {"NAT00100", 2, 13, 13},
                                  {"NAT00120", 27, 111, 158}, {"NAT00130", 7, 39, 72}};
    CHECK(layouts().size() == std::size(files));
    for (const auto& expected : files) {
        CAPTURE(expected.file);
        const Layout* layout = find_layout("8.0", expected.file);
        REQUIRE(layout != nullptr);
        CHECK(static_cast<int>(layout->fields.size()) == expected.fields);
        CHECK(static_cast<int>(layout->national_length) == expected.national);
        CHECK(static_cast<int>(layout->full_length) == expected.full);
    }
    CHECK(find_layout("8.0", "NAT00005") == nullptr);
    CHECK(find_layout("7.0", "NAT00120") == nullptr);
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
