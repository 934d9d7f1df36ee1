// Notices where programs come and go: killed ticks, two at once, what is remembered and lost, texts in languages.
#include "unit/notices/outbox_world.hpp"

#include "notices/effective.hpp"

#include <provost/learning/component_notices.hpp>
#include <provost/notices/definition.hpp>

namespace provost {

namespace {

using namespace outbox_world;

constexpr std::string_view soon =
    R"({"verb":"catalogue.define_course","course_template":"U1","external_id":"S1","location":"L","starts_at":"2026-07-10T00:00:00Z","ends_at":"2026-09-10T00:00:00Z","language":"de-AT","notices":[{"notice":"course.start","enabled":true,"days":[-7]}]})";
constexpr std::string_view as_soon =
    R"({"verb":"catalogue.define_course","course_template":"U1","external_id":"S2","location":"L","starts_at":"2026-07-10T00:00:00Z","ends_at":"2026-09-10T00:00:00Z","notices":[{"notice":"course.start","enabled":true,"days":[-7]}]})";

std::string in_course(std::string_view course, int n) {
    return R"({"verb":"registration.register_learner","course":")" + std::string(course) + R"(","learner":"learner)" +
           std::to_string(n) + "\"}";
}

std::unique_ptr<Session> tick(Host& host, std::string_view at) {
    auto begun = host.engine->begin(R"({"session":"tick","recorded":")" + std::string(at) + "\"}");
    REQUIRE(begun);
    return std::move(*begun);
}

std::vector<Intent> reminders(Host& host) {
    auto all = host.intents();
    std::erase_if(all, [](const Intent& intent) { return intent.event != "course.start"; });
    return all;
}

// The bookkeeping of the tick as it was before it: as after a copy was put back.
template <class T>
void forget(Store& store, std::optional<Instant> until) {
    const auto found = store.find({&type_of<T>(), Key::by_id, {}, 0, 10});
    REQUIRE(found);
    for (const Record& record : *found) {
        T before = *record.get<T>();
        before.until = until;
        before.version = record.version() + 1;
        Unit unit;
        unit.writes.push_back({Record::of(before), record.version()});
        REQUIRE(store.commit(std::span(&unit, 1))->front().state == Outcome::State::applied);
    }
}

}  // namespace

TEST_CASE("IMC-NOT-01 what may stand in braces are members of the message that is handed out") {
    for (const auto name : catalogue::notice_placeholders()) {
        CAPTURE(name);
        const Field* field = type_of<Message>().find(name);
        REQUIRE(field != nullptr);
        CHECK(field->access->kind != Kind::records);
    }
    CHECK_FALSE(catalogue::check_notice_text("{{}} {course_name}{days}"));
    CHECK(catalogue::check_notice_text("{}"));
    CHECK(catalogue::check_notice_text("{"));
    CHECK(catalogue::check_notice_text("}"));
    CHECK(catalogue::check_notice_text("{a{course}}"));
}

TEST_CASE("IMC-NOT-03 keys of events are unique, and whom each may be for holds whom it is for") {
    std::vector<std::string_view> keys;
    for (const auto& event : catalogue::notice_events()) {
        keys.push_back(event.key);
        std::string_view told = event.told;
        while (!told.empty()) {
            const auto end = told.find(' ');
            CHECK(catalogue::names_one(event.possible, told.substr(0, end)));
            told.remove_prefix(end == told.npos ? told.size() : end + 1);
        }
        CHECK(is_timed(event) == (event.days != 0));
    }
    std::ranges::sort(keys);
    CHECK(std::ranges::adjacent_find(keys) == keys.end());
}

TEST_CASE("IMC-NOT-06 a tick that was killed is caught up, and what it has done is not done twice") {
    College college;
    Host& host = college.host;
    host.ask(soon);
    host.ask(as_soon);
    host.ask(in_course("S1", 0));
    host.ask(in_course("S2", 0));
    {
        const auto killed = tick(host, "2026-07-03T01:00:00Z");
        Chunk chunk;
        REQUIRE(killed->take(chunk));  // one course
    }
    CHECK(reminders(host).size() == 1);
    const auto again = tick(host, "2026-07-03T02:00:00Z");
    REQUIRE(again->finish());
    CHECK(reminders(host).size() == 2);
    REQUIRE(tick(host, "2026-07-03T03:00:00Z")->finish());
    CHECK(reminders(host).size() == 2);
}

TEST_CASE("IMC-NOT-04 by itself a message is made once ever, whatever is remembered of ticks") {
    College college;
    Host& host = college.host;
    host.ask(soon);
    host.ask(in_course("S1", 0));
    host.ask(in_course("S1", 1));
    REQUIRE(tick(host, "2026-07-03T01:00:00Z")->finish());
    const auto made = reminders(host);
    REQUIRE(made.size() == 2);
    CHECK(made[0].key != made[1].key);
    CHECK(made[0].repeat == 0);
    forget<learning::ComponentNotices>(*college.store, std::nullopt);
    forget<notices::TickMark>(*college.store, moment("2026-06-30T00:00:00Z"));
    Host restarted(*college.store);
    REQUIRE(tick(restarted, "2026-07-03T02:00:00Z")->finish());
    CHECK(reminders(restarted).size() == 2);
}

TEST_CASE("IMC-NOT-06 of two ticks at once each reminder is made by one") {
    College college;
    Host& one = college.host;
    Host two(*college.store);
    one.ask(soon);
    one.ask(as_soon);
    for (int n = 0; n < 3; ++n) {
        one.ask(in_course("S1", n));
        one.ask(in_course("S2", n));
    }
    const auto first = tick(one, "2026-07-03T01:00:00Z");
    const auto second = tick(two, "2026-07-03T01:00:01Z");
    Chunk chunk;
    for (bool more = true; more;) {
        const auto a = first->take(chunk);
        const auto b = second->take(chunk);
        REQUIRE(a);
        REQUIRE(b);
        more = *a || *b;
    }
    REQUIRE(first->finish());
    REQUIRE(second->finish());
    CHECK(reminders(one).size() == 6);
}

TEST_CASE("IMC-NOT-04 of two who send by hand at once each has a number of his own") {
    College college(1);
    Host& one = college.host;
    Host two(*college.store);
    one.ask(R"({"verb":"notices.define_notice","record":{"key":"note","event":"notice.by-hand"}})");
    one.ask(R"({"verb":"notices.send","course":"C1","notice":"note","plan_only":true})");
    two.ask(R"({"verb":"notices.send","course":"C1","notice":"note","actor":""})");
    one.ask(R"({"verb":"notices.send","course":"C1","notice":"note"})");
    std::vector<std::int64_t> numbers;
    for (const Intent& intent : one.intents()) {
        if (intent.notice == "note") numbers.push_back(intent.repeat);
    }
    CHECK(numbers == std::vector<std::int64_t>{1, 2});
}

TEST_CASE("IMC-NOT-01 a message carries the text in the language of whom it is for, else in that of the course") {
    College college;
    Host& host = college.host;
    host.ask(soon);
    host.ask(
        R"({"verb":"notices.define_notice","record":{"key":"participant.state-changed","texts":[{"language":"en","text":"En"},{"language":"de","subject":"{course_name}","text":"De {first_name}"},{"language":"fr","text":"Fr"}]}})");
    host.ask(
        R"({"verb":"people.define_learner","login":"learner1","family_name":"L","birth_date":"2000-01-01","client_id":"S1","language":"FR-ca"})");
    host.ask(
        R"({"verb":"people.define_learner","login":"learner2","family_name":"L","birth_date":"2000-01-01","client_id":"S2","language":"it"})");
    CHECK(
        host.error_of(
            R"({"verb":"people.define_learner","login":"x","family_name":"L","birth_date":"2000-01-01","client_id":"S9","language":"?"})") ==
        "language.malformed");
    for (int n = 0; n < 3; ++n) host.ask(in_course("S1", n));
    host.ask(registration(0));
    Sender sender(host);
    std::vector<std::string> texts;
    for (const Message& message : sender.messages()) texts.push_back(message.language + ": " + message.text);
    CHECK(texts == std::vector<std::string>{"de: De {first_name}", "fr: Fr", "de: De {first_name}", "en: En"});
}

TEST_CASE("IMC-NOT-04 messages are found by recipient and by key") {
    College college(2);
    Host& host = college.host;
    const auto all = host.intents();
    REQUIRE(all.size() == 2);
    for (const Intent& intent : all) {
        const auto found = host.engine->find("intent", "key", {intent.key}, 0, 10);
        REQUIRE(found);
        CHECK(found->size() == 1);
    }
    CHECK(host.engine->find("intent", "recipient", {"learner", "0"}, 0, 10)->size() == 2);
    CHECK(host.engine->find("intent", "recipient", {"tutor", "0"}, 0, 10)->empty());
}

}  // namespace provost
