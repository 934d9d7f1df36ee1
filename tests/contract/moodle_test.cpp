// What only the adapter for Moodle does: how it calls, what it makes of refusals, results and completion.
#include "moodle_double.hpp"

#include "lms/moodle_calls.hpp"
#include "lms/web_text.hpp"

#include <doctest/doctest.h>

namespace provost::contract {

namespace {

using lms::Access;
using lms::ErrorClass;

lms::HttpAnswer moodle_says(std::int64_t status, std::string body) {
    lms::HttpAnswer answer;
    answer.id = "m1";
    answer.status = status;
    answer.body = std::move(body);
    return answer;
}

std::size_t calls_of(const MoodleWorld& world, std::string_view function) {
    return static_cast<std::size_t>(std::ranges::count(world.moodle.calls, function));
}

lms::ActionOutcome one(MoodleWorld& world, const lms::Action& action) {
    Wire wire{world};
    return wire.carry_out({action}).front();
}

}  // namespace

TEST_CASE("Moodle's replies are classified by what they hold, and never by the status alone") {
    const auto error_of = [](std::int64_t status, std::string body, bool changes = true) {
        return lms::reply_of(moodle_says(status, std::move(body)), changes).error;
    };
    CHECK(error_of(200, "null") == ErrorClass::none);
    CHECK(error_of(200, R"({"warnings":[]})") == ErrorClass::none);
    CHECK(error_of(200, R"({"exception":"x","errorcode":"invalidtoken"})") == ErrorClass::auth);
    CHECK(error_of(200, R"({"exception":"x","errorcode":"accessexception"})") == ErrorClass::forbidden);
    CHECK(error_of(200, R"({"exception":"x","errorcode":"invaliduser"})") == ErrorClass::not_found);
    CHECK(error_of(200, R"({"exception":"x","errorcode":"<div>At least 8 letters</div>"})") == ErrorClass::invalid);
    CHECK(error_of(200, "<?xml version=\"1.0\"?><EXCEPTION/>") == ErrorClass::unknown_outcome);
    CHECK(error_of(200, "", false) == ErrorClass::transient);
    CHECK(error_of(403, "") == ErrorClass::forbidden);
    CHECK(error_of(503, "", false) == ErrorClass::transient);
    CHECK(error_of(504, "", true) == ErrorClass::unknown_outcome);
    CHECK(error_of(301, "") == ErrorClass::forbidden);
    auto slow = moodle_says(429, "");
    slow.headers.push_back({"RETRY-after", "7"});
    CHECK(lms::reply_of(slow, true).retry_after == 7000);
    const auto reply = lms::reply_of(
        moodle_says(200, R"({"exception":"x","errorcode":"<div>At least 8 letters</div>","message":"error/x"})"), true);
    CHECK(reply.problem == "At least 8 letters: error/x");
    CHECK(reply.of_item);
}

TEST_CASE("text of the web: forms, entities, tags and numbers") {
    lms::Form form;
    form.add("users[0][name]", "Zoë & Co=1+1");
    form.add("n", 7);
    CHECK(form.body() == "users%5B0%5D%5Bname%5D=Zo%C3%AB%20%26%20Co%3D1%2B1&n=7");
    CHECK(form.fields() == 2);
    CHECK(lms::unescaped("Tom &amp;amp; Jerry &#39;x&#x27; &ndash; &unknown; & &amp") ==
          "Tom &amp; Jerry 'x' \u2013 &unknown; & &amp");
    CHECK(lms::words_of("<i class=\"icon\"></i> 72.50\n") == "72.50");
    CHECK(lms::web_number("72.5")->millionths == 72'500'000);
    CHECK(lms::web_number("66.6666666666667")->millionths == 66'666'670);
    CHECK(lms::web_number("-1.00000")->millionths == -1'000'000);
    CHECK_FALSE(lms::web_number("72,5"));
    CHECK_FALSE(lms::web_number("1e400"));
    CHECK(lms::shortened("äöü", 2) == "äö");
}

TEST_CASE("no password is sent, and logins are written as Moodle wants them") {
    MoodleWorld world;
    auto action = account_of("S1");
    action.login = "Ada.LOVELACE";
    world.adapter().carry_out({action});
    Wire wire{world};
    const auto outcome = wire.talk().outcomes.front();
    CHECK(went_well(outcome));
    CHECK(world.moodle.users.at(world.moodle.user_of("S1")).username == "ada.lovelace");
    CHECK(outcome.remote_id == std::to_string(world.moodle.user_of("S1")));
}

TEST_CASE("calls are small, and no form is longer than PHP reads") {
    lms::AdapterOptions options;
    options.batch = 50;
    options.most_fields = 100;
    MoodleWorld world(options);
    world.add_course("COOK", "Cooking");
    world.moodle.most_fields = 101;  // the token comes besides
    Wire wire{world};
    for (const auto& outcome : wire.carry_out(class_of("COOK", 60))) CHECK(went_well(outcome));
    CHECK(world.accounts() == 60);
    CHECK(calls_of(world, "core_user_create_users") == 4);
    CHECK(calls_of(world, "enrol_manual_enrol_users") == 4);
}

TEST_CASE("accounts: several with one id number, logins that are taken, and those to adopt") {
    MoodleWorld world;
    world.add_account("S1", "first", "first@example.invalid");
    world.add_account("S1", "second", "second@example.invalid");
    auto action = account_of("S1");
    CHECK(one(world, action).error == ErrorClass::conflict);
    action.learner_remote_id = std::to_string(world.moodle.user_of("S1") + 1);
    action.login = "second";
    CHECK(one(world, action).status == lms::ActionStatus::applied);
    CHECK(world.moodle.users.at(world.moodle.user_of("S1") + 1).last_name == "Family S1");

    world.add_account("", "login-s2", "s2@example.invalid");
    CHECK(one(world, account_of("s2")).error == ErrorClass::conflict);
    auto options = MoodleWorld::small();
    options.adopt_logins = true;
    MoodleWorld adopting(options);
    adopting.add_account("", "login-s2", "s2@example.invalid");
    CHECK(one(adopting, account_of("s2")).status == lms::ActionStatus::applied);
    CHECK(adopting.accounts() == 1);
    CHECK(adopting.moodle.user_of("s2") != 0);

    auto nameless = account_of("s3");
    nameless.email.clear();
    CHECK(one(adopting, nameless).error == ErrorClass::invalid);
    nameless.email = "s2@example.invalid";
    const auto taken = one(adopting, nameless);
    CHECK(taken.error == ErrorClass::conflict);
    CHECK(taken.problem == "Another account has this email address.");
}

TEST_CASE("an account that somebody makes meanwhile is the learner's, when it has his id number") {
    MoodleWorld world;
    for (const std::string number : {"s1", "else"}) {
        world.restart();
        world.moodle.users.clear();
        world.adapter().carry_out({account_of("s1")});
        for (auto requests = world.adapter().take_requests(); !requests.empty();
             requests = world.adapter().take_requests()) {
            for (const auto& request : requests) {
                const bool creates = request.body.find("core_user_create_users") != std::string::npos;
                if (creates) world.add_account(number, "login-s1", "s1@example.invalid");
                world.adapter().answer(world.serve(request));
            }
        }
        const auto found = world.adapter().take_findings();
        REQUIRE(found.outcomes.size() == 1);
        CHECK(went_well(found.outcomes.front()) == (number == "s1"));
        CHECK(found.outcomes.front().error == (number == "s1" ? ErrorClass::none : ErrorClass::conflict));
        CHECK(world.accounts() == 1);
    }
}

TEST_CASE("of what rests on an account that may or may not have been made, nothing was sent") {
    MoodleWorld world;
    world.add_course("COOK", "Cooking");
    Wire wire{world, {{3, WireFault::lost_after}}};  // after the look-ups by course, id number and login
    const auto outcomes = wire.carry_out({account_of("s1"), place_of("COOK", "s1", Access::active)});
    CHECK(outcomes.front().status == lms::ActionStatus::unknown);
    CHECK(outcomes.back().error == ErrorClass::transient);
    CHECK(world.accounts() == 1);
}

TEST_CASE("an account that may not read id numbers makes nobody twice") {
    MoodleWorld world;
    CHECK(went_well(one(world, account_of("s1"))));
    world.moodle.shows_id_numbers = false;
    CHECK(one(world, account_of("s1")).error == ErrorClass::forbidden);
    CHECK(world.accounts() == 1);
}

TEST_CASE("an account is suspended, and overwritten when the learner was erased") {
    MoodleWorld world;
    auto action = account_of("s1");
    action.suspended = true;
    CHECK(one(world, action).status == lms::ActionStatus::applied);
    const auto& user = world.moodle.users.at(world.moodle.user_of("s1"));
    CHECK(user.suspended);
    action.suspended = false;
    CHECK(one(world, action).status == lms::ActionStatus::applied);
    CHECK_FALSE(user.suspended);
    lms::Action erased;
    erased.op_id = "l-s1";
    erased.kind = lms::ActionKind::upsert_learner;
    erased.learner = "s1";
    erased.login = "erased-7";
    CHECK(one(world, erased).status == lms::ActionStatus::applied);
    CHECK(user.username == "erased-7");
    CHECK(user.last_name == "-");
    CHECK(user.email == "erased-7@example.invalid");
    CHECK(one(world, erased).status == lms::ActionStatus::unchanged);
    erased.learner = "never-there";
    CHECK(one(world, erased).status == lms::ActionStatus::unchanged);
    CHECK(world.accounts() == 1);
}

TEST_CASE("windows go to Moodle in whole seconds, and each call says the whole enrolment") {
    MoodleWorld world;
    world.add_course("COOK", "Cooking");
    auto place = place_of("COOK", "s1", Access::active);
    place.from = Instant{std::chrono::milliseconds(1'900'000'000'999)};
    place.until = Instant{std::chrono::seconds(1'950'000'000)};
    Wire wire{world};
    for (const auto& outcome : wire.carry_out({account_of("s1"), place})) CHECK(went_well(outcome));
    const auto& enrolment = world.moodle.enrolments.begin()->second;
    CHECK(enrolment.from == 1'900'000'000);
    CHECK(enrolment.until == 1'950'000'000);
    place.from.reset();
    place.until.reset();
    CHECK(went_well(one(world, place)));
    CHECK(enrolment.until == 0);
}

TEST_CASE("another way of enrolment keeps its access: that is told, and nothing is forced") {
    MoodleWorld world;
    world.add_course("COOK", "Cooking");
    Wire wire{world};
    static_cast<void>(wire.carry_out(class_of("COOK", 1)));
    world.moodle.enrolments.begin()->second.by_other_method = true;
    CHECK(one(world, place_of("COOK", "s1", Access::suspended)).error == ErrorClass::conflict);
    CHECK(one(world, place_of("COOK", "s1", Access::absent)).error == ErrorClass::conflict);
    world.moodle.enrolments.begin()->second.by_other_method = false;
    CHECK(one(world, place_of("COOK", "s1", Access::absent)).status == lms::ActionStatus::applied);
    CHECK(world.moodle.enrolments.empty());
    world.moodle.courses.begin()->second.has_manual = false;
    CHECK(one(world, place_of("COOK", "s1", Access::active)).error == ErrorClass::invalid);
}

TEST_CASE("a key that means one course by its id and another by its number means none") {
    MoodleWorld world;
    world.add_course("COOK", "Cooking");
    const auto id = std::to_string(world.moodle.course_of("COOK"));
    CHECK(one(world, link_of(id)).remote_id == id);
    world.add_course(id, "Called like the other's id");
    CHECK(one(world, link_of(id)).error == ErrorClass::conflict);
    CHECK(one(world, link_of("COOK")).remote_id == id);
}

TEST_CASE("cohorts: members are told by reading them back, because warnings name nobody") {
    MoodleWorld world;
    world.moodle.cohorts[40] = {"INT-26", {}};
    world.moodle.cohorts[41] = {"INT-26-B", {}};
    auto place = place_of("cohort:INT-26", "s1", Access::active);
    place.container = lms::Container::cohort;
    Wire wire{world};
    for (const auto& outcome : wire.carry_out({account_of("s1"), place})) CHECK(went_well(outcome));
    CHECK(world.moodle.cohorts[40].members.size() == 1);
    CHECK(world.moodle.cohorts[41].members.empty());
    CHECK(went_well(one(world, place)));
    const auto listed = wire.list({"enrolments", "cohort:INT-26", {}, {}});
    REQUIRE(listed.enrolments.size() == 1);
    CHECK(listed.enrolments.front().learner == "s1");
    CHECK(listed.enrolments.front().container == lms::Container::cohort);
    CHECK(listed.enrolments.front().course == "INT-26");
    CHECK(listed.ends.front().course == "INT-26");
    place.access = Access::absent;
    CHECK(went_well(one(world, place)));
    CHECK(world.moodle.cohorts[40].members.empty());
    place.course = "cohort:INT";
    CHECK(one(world, place).error == ErrorClass::not_found);
}

}  // namespace provost::contract
