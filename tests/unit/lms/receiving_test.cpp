// What is to be done with a result of an LMS, and its share in percent.
#include "lms/receiving.hpp"

#include "base/code_table.hpp"

#include <doctest/doctest.h>

namespace {

using namespace provost;
using namespace provost::lms;

Instant moment(std::string_view text) { return parse_moment(text)->in(Zone{}); }

// A connection that takes grades, a link, a learner; tests change what they are about.
struct Arriving {
    Connection connection;
    results::LmsLink link;
    people::Learner learner;
    LmsResult known;
    ObservedResult told;
    bool is_known = false;

    Arriving() {
        connection.key = "moodle";
        connection.label = "Moodle";
        connection.auto_grade = true;
        link.lms_course = "401";
        link.course = {7};
        learner.id = {3};
        told.event_id = "e1";
        told.course = "401";
        told.learner = "A1";
        told.score = Decimal::of(45);
        told.most = Decimal::of(60);
        told.all_items_graded = true;
        told.at = moment("2026-03-02T00:00:00Z");
    }

    [[nodiscard]] Receiving look() const {
        const results::LmsLink* links[] = {&link};
        return receiving(
            told, {&connection, links, &learner, is_known ? &known : nullptr, moment("2026-03-10T00:00:00Z"), "12"});
    }
};

std::optional<Decimal> share(std::string_view score, std::string_view most) {
    ObservedResult told;
    told.score = parse_decimal(score);
    told.most = parse_decimal(most);
    return percent_of(told);
}

}  // namespace

TEST_CASE("A share in percent is exact, and cut where it has no end") {
    CHECK(*share("45", "60") == Decimal::of(75));
    CHECK(to_text(*share("1", "3")) == "33.333333");
    CHECK(to_text(*share("2", "3")) == "66.666666");
    CHECK(to_text(*share("8.95", "10")) == "89.5");
    CHECK(to_text(*share("999999999", "1000000000")) == "99.999999");
    CHECK(*share("12", "10") == Decimal::of(120));
    CHECK(*share("-1", "10") < Decimal::of(0));
    CHECK(*share("1000000000", "0.000001") > Decimal::of(100));
    CHECK(!share("5", "0"));
    ObservedResult told;
    told.score = Decimal::of(5);
    CHECK(!percent_of(told));  // nobody says of how many
}

TEST_CASE("A result becomes a grade over its connection, with its label and its run") {
    const Receiving made = Arriving().look();
    REQUIRE(made.grade);
    CHECK(made.grade->system == "Moodle");
    CHECK(made.grade->run == "12");
    CHECK(made.grade->grade_percent == Decimal::of(75));
    CHECK(made.grade->completion == results::Completion::completed);
    CHECK(made.grade->hold_for == results::HoldFor::nothing);
    CHECK(*made.grade->head.effective == moment("2026-03-02T00:00:00Z"));
    Arriving failed;
    failed.told.passed = false;
    CHECK(failed.look().grade->completion == results::Completion::failed);
    Arriving opened;
    opened.told.score.reset();
    CHECK(opened.look().grade->completion == results::Completion::incomplete);
    Arriving unscaled;
    unscaled.told.most.reset();
    CHECK(unscaled.look().grade->grade == "45");
    CHECK(!unscaled.look().grade->grade_percent);
}

TEST_CASE("What comes about later than it is told comes about when it is told") {
    Arriving ahead;
    ahead.told.at = moment("2026-03-10T00:10:00Z");
    CHECK(ahead.look().clamped);
    CHECK(ahead.look().at == moment("2026-03-10T00:00:00Z"));
    ahead.is_known = true;  // and when it is told again it is still the first time that counts
    ahead.known.state = ResultState::waiting;
    ahead.known.at = moment("2026-03-09T00:00:00Z");
    CHECK(ahead.look().at == moment("2026-03-09T00:00:00Z"));
}

TEST_CASE("WIS-AG-11: no final grade is taken while graded items have none") {
    Arriving part;
    part.told.all_items_graded = false;
    CHECK(part.look().state == ResultState::held);
    CHECK(part.look().code == "result.items-missing"_code);
    CHECK(!part.look().grade);
    part.told.item = "9";  // an item is not the final grade
    CHECK(part.look().grade);
    part.told.item.clear();
    part.is_known = true;
    part.known.state = ResultState::held;
    part.known.code = "result.items-missing"_code;
    CHECK(part.look().state == ResultState::unchanged);
    part.told.all_items_graded = true;
    CHECK(part.look().grade);
}

TEST_CASE("WIS-AG-16: an event that was told before does nothing again, unless it is open") {
    Arriving again;
    again.is_known = true;
    again.known.state = ResultState::taken;
    CHECK(again.look().state == ResultState::unchanged);
    again.known.state = ResultState::waiting;
    CHECK(again.look().grade);
    again.known.state = ResultState::held;
    again.known.code = "grade.out-of-range"_code;
    CHECK(again.look().state == ResultState::unchanged);
}

TEST_CASE("Nothing is taken where nobody wants it, and what nobody can place waits") {
    Arriving off;
    off.connection.auto_grade = false;
    CHECK(off.look().code == "connection.no-grades"_code);
    Arriving unlinked;
    unlinked.link.off = true;
    CHECK(unlinked.look().state == ResultState::ignored);
    CHECK(unlinked.look().code == "link.off"_code);
    Arriving more;
    more.told.score = Decimal::of(61);
    CHECK(more.look().code == "grade.out-of-range"_code);
}

TEST_CASE("WIS-MIG-08: grades of the gap, and grades that were taken away, are for a person") {
    Arriving gap;
    gap.connection.gap_from = moment("2026-03-02T00:00:00Z");
    CHECK(gap.look().grade->hold_for == results::HoldFor::gap);
    gap.connection.gap_until = moment("2026-03-02T00:00:00Z");
    CHECK(gap.look().grade->hold_for == results::HoldFor::nothing);
    gap.connection.gap_until = moment("2026-03-02T00:00:01Z");
    CHECK(gap.look().grade->hold_for == results::HoldFor::gap);
    gap.told.withdrawn = true;
    CHECK(gap.look().grade->hold_for == results::HoldFor::withdrawn);
    CHECK(!gap.look().grade->grade_percent);
}

TEST_CASE("An item that is a component counts there, once for each course that is linked so") {
    Arriving part;
    part.link.item = "9";
    part.link.component = "quiz";
    part.told.item = "9";
    part.told.passed = true;
    part.told.attempt = 2;
    const Receiving made = part.look();
    CHECK(!made.grade);
    REQUIRE(made.components.size() == 1);
    CHECK(made.components[0].component == "quiz");
    CHECK(*made.components[0].status == learning::TryStatus::passed);
    CHECK(made.components[0].attempt == 2);
    part.told.withdrawn = true;
    CHECK(part.look().state == ResultState::held);
    part.told.item = "10";
    CHECK(part.look().components.empty());
}
