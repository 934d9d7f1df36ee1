// The way between an adapter and its LMS, with everything that can happen on it.
#include "lms_contract.hpp"

#include <doctest/doctest.h>

namespace provost::contract {

namespace {

lms::HttpAnswer answer_to(const lms::HttpRequest& request, lms::Transported transported, std::int64_t status = 0,
                          std::string body = {}) {
    lms::HttpAnswer answer;
    answer.id = request.id;
    answer.transported = transported;
    answer.status = status;
    answer.body = std::move(body);
    return answer;
}

}  // namespace

lms::HttpAnswer Wire::deliver(const lms::HttpRequest& request) {
    using lms::Transported;
    for (const auto& earlier : std::exchange(late, {})) static_cast<void>(world.serve(earlier));
    const auto plan = planned.find(sent++);
    const WireFault fault = plan == planned.end() ? always : plan->second;
    switch (fault) {
        case WireFault::none: return world.serve(request);
        case WireFault::not_sent: return answer_to(request, Transported::not_sent);
        case WireFault::lost_before: return answer_to(request, Transported::answer_lost);
        case WireFault::lost_after:
            static_cast<void>(world.serve(request));
            return answer_to(request, Transported::answer_lost);
        case WireFault::late: late.push_back(request); return answer_to(request, Transported::answer_lost);
        case WireFault::server_error: return answer_to(request, Transported::answered, 502, "<h1>Bad gateway</h1>");
        case WireFault::after_error:
            static_cast<void>(world.serve(request));
            return answer_to(request, Transported::answered, 504, "<h1>Gateway time-out</h1>");
        case WireFault::throttled: return world.throttled(request);
        case WireFault::garbage: return answer_to(request, Transported::answered, 200, "<html>Please log in</html>");
        case WireFault::torn: {
            auto answer = world.serve(request);
            answer.body = answer.body.substr(0, answer.body.size() / 2);
            return answer;
        }
        case WireFault::twice: static_cast<void>(world.serve(request)); return world.serve(request);
    }
    return world.serve(request);
}

lms::Findings Wire::talk() {
    static constexpr std::size_t most_requests = 20'000;  // an adapter that never ends is broken
    lms::Findings all;
    const auto gather = [&] {
        auto found = world.adapter().take_findings();
        const auto append = [](auto& to, auto& from) { to.insert(to.end(), from.begin(), from.end()); };
        append(all.outcomes, found.outcomes);
        append(all.courses, found.courses);
        append(all.enrolments, found.enrolments);
        append(all.results, found.results);
        append(all.ends, found.ends);
    };
    for (auto requests = world.adapter().take_requests(); !requests.empty();
         requests = world.adapter().take_requests()) {
        REQUIRE(sent < most_requests);
        std::vector<lms::HttpAnswer> answers;
        for (const auto& request : requests) {
            CHECK(request.secret != lms::SecretPlace::none);
            answers.push_back(deliver(request));
        }
        if (backwards) std::ranges::reverse(answers);
        for (const auto& answer : answers) world.adapter().answer(answer);
        gather();
    }
    gather();
    return all;
}

std::vector<lms::ActionOutcome> Wire::carry_out(std::vector<lms::Action> actions) {
    std::map<std::string, std::size_t> wanted;
    for (const auto& action : actions) ++wanted[action.op_id];
    world.adapter().carry_out(std::move(actions));
    auto outcomes = talk().outcomes;
    std::map<std::string, std::size_t> got;
    for (const auto& outcome : outcomes) {
        ++got[outcome.op_id];
        const bool fits = (outcome.error == lms::ErrorClass::none) == went_well(outcome);
        CHECK_MESSAGE(fits, outcome.op_id);
    }
    CHECK_MESSAGE(got == wanted, "each action has exactly one outcome");
    return outcomes;
}

lms::Findings Wire::list(lms::ListingAsk ask) {
    world.adapter().list(ask);
    return talk();
}

bool went_well(const lms::ActionOutcome& outcome) {
    return outcome.status == lms::ActionStatus::applied || outcome.status == lms::ActionStatus::unchanged ||
           outcome.status == lms::ActionStatus::accepted;
}

lms::Action link_of(const std::string& course) {
    lms::Action action;
    action.op_id = "c-" + course;
    action.kind = lms::ActionKind::link_course;
    action.course = course;
    return action;
}

lms::Action account_of(const std::string& learner) {
    lms::Action action;
    action.op_id = "l-" + learner;
    action.kind = lms::ActionKind::upsert_learner;
    action.learner = learner;
    action.login = "login-" + learner;
    action.email = learner + "@example.invalid";
    action.first_name = "Given " + learner;
    action.family_name = "Family " + learner;
    return action;
}

lms::Action place_of(const std::string& course, const std::string& learner, lms::Access access) {
    lms::Action action;
    action.op_id = "e-" + course + "-" + learner;
    action.kind = lms::ActionKind::upsert_enrolment;
    action.course = course;
    action.learner = learner;
    action.access = access;
    return action;
}

std::vector<lms::Action> class_of(const std::string& course, std::size_t learners) {
    std::vector<lms::Action> actions{link_of(course)};
    for (std::size_t i = 1; i <= learners; ++i) {
        actions.push_back(account_of("s" + std::to_string(i)));
        actions.push_back(place_of(course, "s" + std::to_string(i), lms::Access::active));
    }
    return actions;
}

std::map<std::string, lms::ActionOutcome> settle(Wire& wire, const std::vector<lms::Action>& actions,
                                                 std::size_t& rounds) {
    std::map<std::string, lms::ActionOutcome> standing;
    std::vector<lms::Action> open = actions;
    for (rounds = 0; !open.empty() && rounds < 8; ++rounds) {
        std::vector<lms::Action> look_ups;
        for (lms::Action action : open) {
            const auto known = standing.find(action.op_id);
            const bool looks = known != standing.end() && known->second.status == lms::ActionStatus::unknown &&
                               action.kind == lms::ActionKind::upsert_enrolment;
            action.kind = lms::ActionKind::look_up_enrolment;
            if (looks) look_ups.push_back(std::move(action));
        }
        if (!look_ups.empty()) static_cast<void>(wire.carry_out(look_ups));
        for (auto& outcome : wire.carry_out(open)) standing[outcome.op_id] = outcome;
        std::erase_if(open, [&](const lms::Action& action) {
            const auto& outcome = standing[action.op_id];
            const bool again =
                outcome.error == lms::ErrorClass::transient || outcome.error == lms::ErrorClass::rate_limited ||
                outcome.error == lms::ErrorClass::not_found || outcome.status == lms::ActionStatus::unknown;
            return went_well(outcome) || !again;
        });
    }
    return standing;
}

}  // namespace provost::contract
