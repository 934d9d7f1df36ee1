// A learner's place in a course that is linked to a course of an LMS, with everything around it, and zones whose clocks
// change: what the tests of access begin with.
#pragma once

#include "lms/access_question.hpp"

namespace access_tests {

using namespace provost;
using namespace provost::lms;
using enrolment::State;
using lms::Access;
using results::AccessMethod;

inline Day d(std::string_view text) { return *parse_day(text); }
inline Instant at(std::string_view text) { return parse_moment(text)->in(Zone{}); }

// Melbourne from October 2025 to April 2026, and Havana, whose clocks skip midnight on 8 March 2026.
class SomeZones final : public ZoneFinder {
public:
    [[nodiscard]] const Zone* find(std::string_view name) const override {
        if (name == "Australia/Melbourne") return &melbourne_;
        return name == "America/Havana" ? &havana_ : nullptr;
    }

private:
    using hours = std::chrono::hours;
    Zone melbourne_{"Australia/Melbourne",
                    {{at("2025-04-05T16:00Z"), hours{10}},
                     {at("2025-10-04T16:00Z"), hours{11}},
                     {at("2026-04-04T16:00Z"), hours{10}},
                     {at("2026-10-03T16:00Z"), hours{11}}}};
    Zone havana_{"America/Havana", {{at("2025-11-02T05:00Z"), hours{-5}}, {at("2026-03-08T05:00Z"), hours{-4}}}};
};

// One place, with everything around it; tests change what they are about.
struct World {
    SomeZones zones;
    Connection connection;
    people::Learner learner;
    results::LmsLink link;
    AccessRule rule;
    catalogue::Course course;
    enrolment::Enrolment place;
    ElearningEnrolment elearning;
    enrolment::Activity activity;
    enrolment::ProgramEnrolment program;
    Access agreed = Access::absent;
    Instant now = at("2026-03-10T00:00Z");
    std::vector<LinkedPlace> more;

    World() {
        connection.zone = "Australia/Melbourne";
        learner.login = "ann";
        link.access = AccessMethod::automatic;
        link.enrols_everybody = true;
        rule.type = RuleType::unit_enrolment;
        rule.active = true;
        rule.end.anchor = Anchor::enrolment_end;
        course.external_id = "cooking-1";
        course.starts_at = at("2026-03-01T22:00Z");  // 2 March in Melbourne
        course.ends_at = at("2026-03-31T06:00Z");    // 31 March
        place.id = {7};
        place.course = {3};
        place.state = State::registered;
        place.enrolled_on = d("2026-02-10");
    }

    [[nodiscard]] LinkedPlace linked() const {
        return {&link, &rule, &course, &place, &elearning, nullptr, &activity, &program, "MEL", {}};
    }
    [[nodiscard]] DesiredAccess ask() const {
        std::vector<LinkedPlace> places{linked()};
        places.insert(places.end(), more.begin(), more.end());
        return desired_access({&connection, &learner, places, agreed, now, &zones});
    }
    [[nodiscard]] DesiredAccess ask(std::string_view moment) {
        now = at(moment);
        return ask();
    }
    [[nodiscard]] Cause cause(std::string_view moment) { return ask(moment).cause; }
    [[nodiscard]] bool is_on(std::string_view moment) { return ask(moment).access == Access::active; }
};

// A second place of the same learner, which leads to the same course of the LMS.
struct Second {
    results::LmsLink link;
    AccessRule rule;
    catalogue::Course course;
    enrolment::Enrolment place;
    ElearningEnrolment elearning;

    explicit Second(World& world) : link(world.link), rule(world.rule), course(world.course), place(world.place) {
        place.id = {9};
        world.more = {{&link, &rule, &course, &place, &elearning, nullptr, nullptr, nullptr, "SYD", {}}};
    }
};

}  // namespace access_tests
