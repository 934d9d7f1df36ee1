// What positions open, and the flags of an assignment besides.
#include "staffing/positions.hpp"

#include <doctest/doctest.h>

namespace {

using namespace provost;
using namespace provost::staffing;
using enum TutorFunction;

Tutor tutor_in(std::string group) {
    Tutor made;
    made.id = {1};
    made.login = "tess";
    made.group = std::move(group);
    return made;
}

AssignedTutor assigned_as(std::string position) {
    AssignedTutor made;
    made.tutor = {1};
    made.position = std::move(position);
    made.on_the_job = true;
    return made;
}

StaffingSettings settings_with(PositionPreset preset, std::vector<std::string> groups = {}) {
    StaffingSettings made;
    made.key = "default";
    made.preset = preset;
    made.tutor_groups = std::move(groups);
    return made;
}

FunctionSet opened(std::string position, PositionPreset preset) {
    const auto settings = settings_with(preset);
    return open_to(tutor_in("g"), assigned_as(std::move(position)), nullptr, &settings);
}

}  // namespace

TEST_CASE("the first preset: social media, participants, supervision, audit log [IMC-TUT-03]") {
    const auto preset = PositionPreset::lecturers;
    CHECK(opened("guest_lecturer", preset) == functions(social_media));
    CHECK(opened("expert", preset) == functions(social_media, members));
    const auto tutor = opened("tutor", preset);
    for (const auto each : {progress, grading, corrections, releases, reports, news, on_the_job}) {
        CHECK((tutor & functions(each)) != 0);
    }
    CHECK((tutor & functions(audit_log)) == 0);
    CHECK(opened("course_instructor", preset) == (tutor | functions(audit_log)));
    CHECK(opened("trainer", preset) == 0);
}

TEST_CASE("the second preset: nothing, all but the audit log, all but news [IMC-TUT-03]") {
    const auto preset = PositionPreset::managers;
    CHECK(opened("guest_instructor", preset) == 0);
    CHECK(opened("tutor", preset) == (all_functions & ~functions(audit_log)));
    CHECK(opened("course_manager", preset) == (all_functions & ~functions(news)));
    CHECK(opened("course_instructor", preset) == 0);
}

TEST_CASE("every position of both presets keeps its dependencies [IMC-TUT-04]") {
    struct Nothing final : MoreFacts {
        bool add(const Key&, std::vector<const void*>&) override { return true; }
    } more;
    for (const ReadyPosition& each : ready_positions()) {
        TutorPosition position;
        position.key = each.key;
        position.functions = words_of(each.functions);
        IdSource ids;
        const Head head;
        struct None final : ZoneFinder {
            const Zone* find(std::string_view) const override { return nullptr; }
        } zones;
        const Context context{head, {}, {}, zones, ids, more};
        CAPTURE(each.key);
        CHECK_FALSE(static_cast<bool>(check_position(position, context)));
    }
}

TEST_CASE("a record stands over the preset; a removed one opens nothing [IMC-TUT-04]") {
    TutorPosition own;
    own.key = "tutor";
    own.functions = {"social_media", "news"};
    const auto settings = settings_with(PositionPreset::lecturers);
    CHECK(open_to(tutor_in("g"), assigned_as("tutor"), &own, &settings) == functions(social_media, news));
    CHECK(is_position("tutor", &own, &settings));
    own.removed = true;
    CHECK(open_to(tutor_in("g"), assigned_as("tutor"), &own, &settings) == 0);
    CHECK_FALSE(is_position("tutor", &own, &settings));
}

TEST_CASE("only members of groups of tutors have functions [IMC-TUT-01]") {
    const auto settings = settings_with(PositionPreset::lecturers, {"teachers"});
    CHECK(open_to(tutor_in("teachers"), assigned_as("tutor"), nullptr, &settings) != 0);
    CHECK(open_to(tutor_in("cooks"), assigned_as("tutor"), nullptr, &settings) == 0);
    CHECK(open_to(tutor_in(""), assigned_as("tutor"), nullptr, nullptr) == 0);
    CHECK(open_to(tutor_in("cooks"), assigned_as("tutor"), nullptr, nullptr) != 0);
}

TEST_CASE("grades and training on the job want their flags [IMC-TUT-05] [IMC-TUT-06]") {
    auto entry = assigned_as("tutor");
    const auto all = open_to(tutor_in("g"), entry, nullptr, nullptr);
    entry.may_grade = false;
    CHECK(open_to(tutor_in("g"), entry, nullptr, nullptr) == (all & ~functions(grading, corrections)));
    entry.may_grade = true;
    entry.on_the_job = false;
    CHECK(open_to(tutor_in("g"), entry, nullptr, nullptr) == (all & ~functions(on_the_job)));
}

TEST_CASE("the usual position: one's own when it is a position, else the default") {
    auto settings = settings_with(PositionPreset::lecturers);
    auto tess = tutor_in("g");
    CHECK(usual_position(tess, nullptr, nullptr) == "tutor");
    CHECK(usual_position(tess, nullptr, &settings).empty());
    settings.default_position = "expert";
    tess.position = "Head of bread";
    CHECK(usual_position(tess, nullptr, &settings) == "expert");
    tess.position = "guest_lecturer";
    CHECK(usual_position(tess, nullptr, &settings) == "guest_lecturer");
}
