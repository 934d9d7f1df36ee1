// Messages leave the outbox once: killed programs, lost answers, two workers, failures and what is no longer true.
#include "notices/outbox.hpp"
#include "unit/notices/outbox_world.hpp"

namespace provost {

namespace {

using namespace outbox_world;

std::vector<std::int64_t> ids_of(const std::vector<Message>& messages) {
    std::vector<std::int64_t> ids;
    for (const Message& message : messages) ids.push_back(message.id.value);
    return ids;
}

}  // namespace

TEST_CASE("a message is handed out with what the host needs to send it, and once it is sent never again") {
    College college(2);
    Host& host = college.host;
    Sender sender(host);
    const auto messages = sender.messages();
    REQUIRE(messages.size() == 2);
    CHECK(messages[0].login == "learner0");
    CHECK(messages[0].email == "l0@example.org");
    CHECK(messages[0].course == "C1");
    CHECK(messages[0].course_name == "Unit one in Melbourne");
    CHECK(messages[0].attempt == 1);
    CHECK(sender.messages().empty());
    for (const Message& message : messages) CHECK(sender.report(message.id, "sent") == "settled");
    const auto summary = sender.finish();
    CHECK(summary.handed_out == 2);
    CHECK(summary.sent == 2);
    CHECK(summary.unconfirmed == 0);
    CHECK_FALSE(summary.oldest);
    CHECK(host.intents("sent").size() == 2);

    Sender next(host);
    CHECK(next.messages().empty());
    CHECK(next.report(messages[0].id, "again") == "settled");
    CHECK(next.report(messages[0].id, "failed") == "settled");
    CHECK(next.finish().ignored == 2);
    CHECK(host.intents("sent").size() == 2);
    CHECK(host.engine->find("run", "", {}, 0, 100)->size() == 1);  // looking in vain leaves no record
}

TEST_CASE(
    "a message says how learners come to a place in the course: as its provider says, else the course itself "
    "[IMC-REG-10]") {
    using organisation::RegistrationType;
    College college(1);
    Host& host = college.host;
    const auto next = [&] {
        Sender sender(host);
        const auto messages = sender.messages();
        REQUIRE(messages.size() == 1);
        CHECK(sender.report(messages.front().id, "sent") == "settled");
        std::ignore = sender.finish();
        return messages.front().registration_type;
    };
    CHECK(next() == RegistrationType::self_direct);
    host.ask(R"({"verb":"organisation.define_provider","record":{"key":"p","name":"P"}})");
    host.ask(
        R"({"verb":"catalogue.define_course","external_id":"C1","registration_type":"self_admin","provider":"p"})");
    host.ask(registration(1));
    CHECK(next() == RegistrationType::self_admin);
    host.ask(
        R"({"verb":"organisation.define_registration_process","record":{"provider":"p","registration_type":"third_party_only"}})");
    host.ask(registration(2));
    CHECK(next() == RegistrationType::third_party_only);
}

TEST_CASE("what a killed worker had in its hands is listed, and goes out again only when the host says so") {
    College college(3);
    std::vector<std::int64_t> taken;
    {
        Sender killed(college.host);
        taken = ids_of(killed.messages());
        CHECK(taken.size() == 3);
        CHECK(killed.report({taken[2]}, "unknown") == "settled");
    }
    Host host(*college.store, "2026-06-30T01:00:00Z");
    Sender next(host);
    CHECK(ids_of(next.take("unconfirmed")) == taken);
    CHECK(next.report({taken[0]}, "sent") == "settled");
    CHECK(next.report({taken[1]}, "again") == "settled");
    const auto again = next.messages();
    REQUIRE(ids_of(again) == std::vector<std::int64_t>{taken[1]});
    CHECK(again[0].attempt == 2);
    CHECK(next.report(again[0].id, "sent") == "settled");
    const auto summary = next.finish();
    CHECK(summary.sent == 2);
    CHECK(summary.again == 1);
    CHECK(summary.unconfirmed == 1);
    CHECK(summary.oldest == moment(start));
    CHECK(summary.oldest_seconds == 3600);
    const auto open = host.intents("handed");
    REQUIRE(open.size() == 1);
    CHECK(open[0].worker == "w");
    CHECK(open[0].moved_at == moment(start));
}

TEST_CASE("a store that fails while messages are handed out hands none out twice") {
    College college(1);
    Host& host = college.host;
    Sender first(host);
    host.store->commits = {Fault::none, Fault::lost_answer};  // the lease, then what was handed out
    CHECK(first.messages().empty());
    CHECK(first.problem == "store.unknown-outcome");
    CHECK(first.messages().empty());
    CHECK(first.problem.empty());
    CHECK(host.intents("handed").size() == 1);

    College other(1);
    Sender second(other.host);
    other.host.store->commits = {Fault::none, Fault::failed};
    CHECK(second.messages().empty());
    CHECK(second.problem == "store.failed");
    CHECK(second.messages().size() == 1);  // nothing was written, so it was still due
}

TEST_CASE("an outcome whose commit failed may be reported again") {
    College college(1);
    Host& host = college.host;
    Sender sender(host);
    const auto messages = sender.messages();
    REQUIRE(messages.size() == 1);
    host.store->commits = {Fault::failed};
    CHECK(sender.report(messages[0].id, "sent") == "store.failed");
    CHECK(host.intents("handed").size() == 1);
    CHECK(sender.report(messages[0].id, "sent") == "settled");
    CHECK(sender.finish().sent == 1);
}

TEST_CASE("one worker at a time has the outbox, and one that lost it neither hands out nor settles") {
    College college(1);
    Sender first(college.host, "first");
    const auto messages = first.messages();
    REQUIRE(messages.size() == 1);

    Host soon(*college.store, "2026-06-30T00:14:00Z");
    Sender second(soon, "second");
    CHECK(second.messages().empty());
    CHECK(second.problem == "lease.held");
    CHECK(second.report(messages[0].id, "again") == "lease.held");

    Host late(*college.store, "2026-06-30T01:00:00Z");
    late.ask(registration(1));
    Sender third(late, "third");
    CHECK(ids_of(third.take("unconfirmed")) == ids_of(messages));
    CHECK(first.report(messages[0].id, "sent") == "lease.lost");
    CHECK(late.intents("handed").size() == 1);
    CHECK(first.messages().empty());
    CHECK(first.problem == "lease.lost");
    CHECK(third.messages().size() == 1);  // the new one; the other is not known to have failed
    CHECK(third.report(messages[0].id, "sent") == "settled");
    third.finish();
    Sender fourth(late, "fourth");
    CHECK(ids_of(fourth.take("unconfirmed")).size() == 1);
}

TEST_CASE("a message that failed comes again after a growing delay, a few times") {
    College college(1);
    std::string_view moments[] = {"2026-06-30T00:00:00Z", "2026-06-30T00:01:00Z", "2026-06-30T00:06:00Z",
                                  "2026-06-30T00:31:00Z", "2026-06-30T02:36:00Z", "2026-06-30T13:01:00Z"};
    std::int64_t attempt = 0;
    for (const auto now : moments) {
        CAPTURE(now);
        if (attempt > 0) {
            Host early(*college.store, to_text(moment(now) - std::chrono::seconds{1}));
            CHECK(Sender(early).messages().empty());
        }
        Host host(*college.store, now);
        Sender sender(host);
        const auto messages = sender.messages();
        REQUIRE(messages.size() == 1);
        CHECK(messages[0].attempt == ++attempt);
        CHECK(sender.report(messages[0].id, "failed", R"(,"code":"x-greylisted")") == "settled");
        CHECK(sender.finish().retried == (attempt < notices::most_attempts ? 1 : 0));
    }
    CHECK(attempt == notices::most_attempts);
    const auto failed = college.host.intents("failed");
    REQUIRE(failed.size() == 1);
    CHECK(failed[0].code == "x-greylisted");

    Host host(*college.store, "2026-08-01T00:00:00Z");
    Sender sender(host);
    CHECK(sender.messages().empty());
    CHECK(sender.report(failed[0].id, "again") == "settled");
    Sender last(host);
    REQUIRE(last.messages().size() == 1);
    CHECK(last.report(failed[0].id, "sent") == "settled");
    CHECK(host.intents("sent").front().code.empty());
}

TEST_CASE("a host may ask for a longer wait, or say that trying is of no use") {
    College college(2);
    Host& host = college.host;
    Sender sender(host);
    const auto messages = sender.messages();
    REQUIRE(messages.size() == 2);
    CHECK(sender.report(messages[0].id, "failed", R"(,"retry_after":7200)") == "settled");
    CHECK(sender.report(messages[1].id, "undeliverable") == "settled");
    const auto summary = sender.finish();
    CHECK(summary.retried == 1);
    CHECK(summary.failed == 1);
    CHECK(host.intents("due").front().not_before == moment("2026-06-30T02:00:00Z"));
    CHECK(host.intents("failed").front().code == "message.failed");
}

TEST_CASE("what nobody wants to be sent any more is dropped by the host") {
    College college(3);
    Host& host = college.host;
    {
        Sender killed(host);
        const auto messages = killed.messages();
        REQUIRE(messages.size() == 3);
        killed.report(messages[0].id, "undeliverable");
        killed.report(messages[1].id, "sent");
    }
    Sender sender(host);
    for (const Intent& intent : host.intents()) {
        sender.report(intent.id, "dropped", R"(,"code":"x-too-late")");
    }
    const auto summary = sender.finish();
    CHECK(summary.dropped == 2);
    CHECK(summary.ignored == 1);  // what was sent stays sent
    const auto dropped = host.intents("dropped");
    REQUIRE(dropped.size() == 2);
    CHECK(dropped[0].code == "x-too-late");
}

TEST_CASE("what no longer holds when it is pulled is not sent") {
    College college(2);
    Host& host = college.host;
    host.ask(result(1, R"("completion":"passed","grade_percent":"90")"));
    host.ask(withdrawal(0, R"(,"access_ends":"by_rule")"));
    Sender sender(host);
    const auto messages = sender.messages();
    // Learner 0 hears of the end alone; learner 1 has the place still, so both messages are true.
    REQUIRE(messages.size() == 3);
    CHECK(messages[0].login == "learner1");
    CHECK(messages[1].login == "learner1");
    CHECK(messages[2].target_state == enrolment::State::cancelled);
    CHECK(sender.finish().dropped == 1);
    const auto dropped = host.intents("dropped");
    REQUIRE(dropped.size() == 1);
    CHECK(dropped[0].code == "message.superseded");
    CHECK(dropped[0].attempts == 0);
}

TEST_CASE("nothing is sent to a learner who was erased") {
    College college(1);
    Host& host = college.host;
    host.ask(result(0, R"("completion":"passed","grade_percent":"90")"));
    host.ask(R"({"verb":"people.erase_learner","learner":"learner0","reason":"retention_ended"})");
    Sender sender(host);
    CHECK(sender.messages().empty());
    CHECK(sender.finish().dropped == 2);
}

TEST_CASE("a session hands out as many as it was asked for") {
    College college(3);
    Sender two(college.host, "w", R"(,"limit":2)");
    CHECK(two.messages().size() == 2);
    CHECK(two.finish().handed_out == 2);
    Sender rest(college.host);
    CHECK(rest.take("unconfirmed").size() == 2);
    CHECK(rest.messages().size() == 1);
}

TEST_CASE("an outcome that can not be read is an error and keeps no other from being settled") {
    College college(2);
    Host& host = college.host;
    Sender sender(host);
    const auto messages = sender.messages();
    REQUIRE(messages.size() == 2);
    const auto line = [](std::int64_t id, std::string_view rest) {
        return R"({"id":)" + std::to_string(id) + std::string(rest) + "}\n";
    };
    const auto fed =
        sender.session->feed(line(messages[0].id.value, R"(,"status":"failed","code":"No such mailbox")") +
                             line(messages[1].id.value, R"(,"status":"sent")") + line(999'999, R"(,"status":"sent")"));
    REQUIRE_FALSE(fed);
    CHECK(fed.error().code.name() == "code.not-own");
    CHECK(host.intents("sent").size() == 1);
    CHECK(sender.report(messages[0].id, "sent") == "settled");
    const auto summary = sender.finish();
    CHECK(summary.sent == 2);
    CHECK(summary.ignored == 1);
}

TEST_CASE("only who may send messages opens the outbox") {
    College college;
    college.host.ask(
        R"({"verb":"access.define_administrator","record":{"login":"a","name":"A","rights":["REGISTER"]}})");
    const auto begun = college.host.engine->begin(R"({"session":"outbox","actor":"a"})");
    REQUIRE_FALSE(begun);
    CHECK(begun.error().code.name() == "right.missing");
}

TEST_CASE("codes of the host's own") {
    for (const auto* right : {"x-a", "x-mailbox-full", "x-smtp.550"}) CHECK_FALSE(notices::check_own_code(right));
    for (const auto* wrong : {"x-", "mailbox-full", "x-Full", "x-no such user", "x-a@example"}) {
        CHECK(notices::check_own_code(wrong).name() == "code.not-own");
    }
}

}  // namespace provost
