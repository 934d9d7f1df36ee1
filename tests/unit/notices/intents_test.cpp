// Which changes make messages, and that a message is as certain as the change that it tells of.
#include "unit/notices/outbox_world.hpp"

namespace provost {

namespace {

using namespace outbox_world;

const PlannedChange* planned_intent(const Answer& answer) {
    const auto found = std::ranges::find(answer.plan, "intent", &PlannedChange::kind);
    return found == answer.plan.end() ? nullptr : &*found;
}

std::string field_of(const PlannedChange& change, std::string_view name) {
    const auto found = std::ranges::find(change.fields, name, &FieldChange::field);
    return found == change.fields.end() ? "" : found->after;
}

std::string key_of(const Intent& intent) {
    return std::string(word(intent.start_state)) + " > " + std::string(word(intent.target_state)) + ", " +
           std::string(word(intent.trigger)) + ", " + std::string(word(intent.recipient));
}

std::string approved(const Answer& plan) { return R"(,"approval":")" + plan.approval + '"'; }

}  // namespace

TEST_CASE("IMC-REG-10 each change of a participant's state makes one message to the learner") {
    College college;
    Host& host = college.host;
    const auto place = host.ask(registration(0)).id;
    host.ask(result(0, R"("completion":"incomplete","grade_percent":"20")"));
    host.ask(result(0, R"("completion":"passed","grade_percent":"90")"));
    host.ask(registration(1, R"(,"trigger":"front_end","recorded":"2026-06-01T00:00:00Z")"));
    host.ask(withdrawal(1, R"(,"trigger":"front_end","access_ends":"by_rule")"));

    const auto made = host.intents();
    std::vector<std::string> keys;
    for (const Intent& intent : made) keys.push_back(key_of(intent));
    CHECK(keys ==
          std::vector<std::string>{"none > registered, back_end, learner", "registered > in_progress, rule, learner",
                                   "in_progress > passed, rule, learner", "none > registered, front_end, learner",
                                   "registered > cancelled, front_end, learner"});
    CHECK(made[0].enrolment.value == place);
    CHECK(made[0].verb == "registration.register_learner");
    CHECK(made[0].event == "participant.state-changed");
    CHECK(made[0].recorded == moment(start));
    CHECK(made[3].recorded == moment("2026-06-01T00:00:00Z"));
    CHECK(made[0].state == IntentState::due);
    const auto learner = from_json<people::Learner>(host.engine->find("learner", "login", {"learner0"}, 0, 1)->front());
    REQUIRE(learner);
    CHECK(made[0].learner == learner->id);
}

TEST_CASE("IMC-REG-10 what changes no state makes no message") {
    College college(1);
    Host& host = college.host;
    CHECK(host.ask(registration(0)).verdict == Verdict::unchanged);
    CHECK(host.ask(R"({"verb":"registration.register_learner","course":"C1","learner":"learner0"})").verdict ==
          Verdict::refused);
    CHECK(host.intents().size() == 1);
    host.ask(result(0, R"("completion":"incomplete","grade_percent":"20")"));
    CHECK(host.intents().size() == 2);
    host.ask(result(0, R"("completion":"incomplete","grade_percent":"30")"));
    CHECK(host.intents().size() == 2);

    host.ask(result(0, R"("completion":"passed","grade_percent":"90")"));
    CHECK(host.intents().size() == 3);
    const auto ended = host.ask(
        R"({"verb":"finalise.finalise_unit","course":"C1","learner":"learner0","ending":"completed","effective_on":"2026-03-02"})");
    CHECK(ended.verdict == Verdict::accepted);  // the place is finalised, and stays passed
    CHECK(host.intents().size() == 3);

    CHECK(host.ask(registration(1, R"(,"key":"k")")).verdict == Verdict::accepted);
    CHECK(host.ask(registration(1, R"(,"key":"k")")).verdict == Verdict::unchanged);
    CHECK(host.intents().size() == 4);
}

TEST_CASE("a message is committed with the change that it tells of, or not at all") {
    College college;
    Host& host = college.host;
    SUBCASE("a stale commit is decided again and leaves one") {
        host.store->commits = {Fault::stale, Fault::stale};
        CHECK(host.ask(registration(0)).verdict == Verdict::accepted);
        CHECK(host.intents().size() == 1);
    }
    SUBCASE("a failed one leaves none") {
        host.store->commits = {Fault::failed};
        CHECK(host.error_of(registration(0)) == "store.failed");
        CHECK(host.intents().empty());
        host.ask(registration(0));
        CHECK(host.intents().size() == 1);
    }
    SUBCASE("one whose answer was lost leaves one, however often it is asked again") {
        host.store->commits = {Fault::lost_answer};
        CHECK(host.error_of(registration(0, R"(,"key":"k")")) == "store.unknown-outcome");
        host.ask(registration(0, R"(,"key":"k")"));
        CHECK(host.intents().size() == 1);
    }
}

TEST_CASE("the plan shows messages, and an approval approves them with it") {
    College college;
    Host& host = college.host;
    const auto plan = host.ask(registration(0, R"(,"plan_only":true)"));
    const PlannedChange* shown = planned_intent(plan);
    REQUIRE(shown != nullptr);
    CHECK(shown->created);
    CHECK(field_of(*shown, "target_state") == R"("registered")");
    CHECK(field_of(*shown, "trigger") == R"("back_end")");
    CHECK(planned_intent(host.ask(registration(1, R"(,"detail":"full")"))) != nullptr);
    CHECK(planned_intent(host.ask(registration(2))) == nullptr);
    CHECK(host.intents().size() == 2);  // the plan alone makes none

    // Learner 2 has taken a seat since, so the plan is made again.
    const auto again = host.ask(registration(0, R"(,"plan_only":true)"));
    CHECK(host.error_of(registration(0, R"(,"trigger":"front_end")" + approved(again))) == "plan.moved");
    Host later(*college.store, "2026-06-30T05:00:00Z");
    CHECK(later.ask(registration(0, approved(again))).verdict == Verdict::accepted);
    CHECK(later.intents().back().recorded == moment("2026-06-30T05:00:00Z"));
}

TEST_CASE("IMC-ENI-14 an import sends nobody a message unless whoever imports wants it") {
    const auto import = [](Host& host, std::string_view options) {
        auto session = host.engine->begin(R"({"session":"import","preset":"enrolments","zone":"Australia/Melbourne")" +
                                          std::string(options) + "}");
        REQUIRE(session);
        REQUIRE(
            (*session)->feed("External Course ID;Login;Enrolment date\n"
                             "C1;learner0;2026-02-02T00:00Z\nC1;learner1;2026-02-02T00:00Z\n"));
        REQUIRE((*session)->finish());
    };
    College silent, telling;
    import(silent.host, "");
    import(telling.host, R"(,"messages":true)");
    CHECK(silent.host.intents().empty());
    REQUIRE(telling.host.intents().size() == 2);
    CHECK(key_of(telling.host.intents().front()) == "none > registered, import, learner");

    // What is recorded is the same, and a second run makes no further ones.
    const auto journal = [](Host& host) { return host.engine->journal()->chain; };
    CHECK(journal(silent.host) == journal(telling.host));
    import(telling.host, R"(,"messages":true)");
    CHECK(telling.host.intents().size() == 2);

    // A host that carries records over by single requests says so, and is silent as well.
    CHECK(silent.host.ask(registration(2, R"(,"trigger":"import")")).verdict == Verdict::accepted);
    CHECK(silent.host.intents().empty());
}

TEST_CASE("IMC-ENI-14 a stale batch is decided again and makes its messages once") {
    College college;
    Host& host = college.host;
    auto session = host.engine->begin(
        R"({"session":"import","preset":"enrolments","zone":"Australia/Melbourne","messages":true})");
    REQUIRE(session);
    REQUIRE((*session)->feed("External Course ID;Login;Enrolment date\nC1;learner0;2026-02-02T00:00Z\n"));
    host.store->commits = {Fault::stale};
    REQUIRE((*session)->finish());
    CHECK(host.intents().size() == 1);
}

}  // namespace provost
