#include "races/race.hpp"

#include <provost/registration/participants.hpp>
#include <provost/registration/request.hpp>

#include <algorithm>
#include <stdexcept>

namespace provost::races {

namespace {

using catalogue::Course;
using people::Learner;

constexpr std::string_view organisation[] = {
    R"({"verb":"organisation.define_location","record":{"key":"L","name":"Campus","zone":"Australia/Melbourne"}})",
    R"({"verb":"catalogue.define_course_type","course_type":"T","name":"Classroom"})",
    R"({"verb":"catalogue.define_template","course_type":"T","external_id":"yoga","name":"Yoga","published":true})",
};

void run(Engine& engine, const std::string& document) {
    const auto answer = engine.run_document(document);
    if (!answer) throw std::runtime_error(std::string(answer.error().code.name()) + ": " + document);
    if (answer->find(R"("verdict":"accepted")") == std::string::npos) {
        throw std::runtime_error(*answer + ": " + document);
    }
}

void define(Engine& engine, const std::string& course, const std::string& settings) {
    run(engine, R"({"verb":"catalogue.define_course","course_template":"yoga","location":"L","duration":"6 M",)"
                R"("external_id":")" +
                    course + '"' + settings + "}");
}

void register_before(Engine& engine, const std::string& course, const std::string& learner) {
    run(engine,
        R"({"verb":"registration.register_learner","course":")" + course + R"(","learner":")" + learner + "\"}");
}

template <class Request>
Request about(const Race& race, const Contender& contender) {
    Request request;
    request.course = Ref<Course>(race.course);
    request.learner = Ref<Learner>(contender.learner);
    return request;
}

Result<Answer> ask_once(Engine& engine, const Race& race, const Contender& contender) {
    switch (contender.act) {
        case Act::be_registered: return engine.run(about<registration::RegisterLearner>(race, contender));
        case Act::cancel: return engine.run(about<registration::CancelPlace>(race, contender));
        case Act::ask_for_place: {
            auto request = about<registration::RequestPlace>(race, contender);
            request.head.actor = contender.learner;
            return engine.run(request);
        }
        case Act::move_in: {
            auto request = about<registration::MovePlace>(race, contender);
            request.from_course = Ref<Course>(race.other_course());
            return engine.run(request);
        }
        case Act::raise: break;
    }
    catalogue::DefineCourse request;
    request.external_id = race.course;
    request.settings.max_participants = race.seats_at_the_end();
    return engine.run(request);
}

Told told_by(const Answer& answer) {
    switch (answer.verdict) {
        case Verdict::accepted: return Told::accepted;
        case Verdict::unchanged: return Told::unchanged;
        default: break;
    }
    if (answer.code.name() == "course.over-capacity") return Told::full;
    return answer.code.name() == "enrolment.exists" ? Told::exists : Told::other;
}

void keep_code(Reply& reply, Code code) {
    const std::string_view name = code.name().substr(0, reply.code.size() - 1);
    reply.code = {};
    std::ranges::copy(name, reply.code.begin());
}

}  // namespace

std::int64_t Race::count(Act act) const { return std::ranges::count(contenders, act, &Contender::act); }

std::string learner(int number) { return "learner" + std::to_string(number); }

Instant race_moment() { return parse_moment("2026-06-30T00:00:00Z")->in(Zone{}); }

void set_up(Engine& engine, int learners) {
    for (const auto document : organisation) run(engine, std::string(document));
    for (int n = 0; n < learners; ++n) {
        run(engine, R"({"verb":"people.define_learner","family_name":"Learner","birth_date":"2000-01-01","login":")" +
                        learner(n) + R"(","client_id":"S)" + std::to_string(n) + "\"}");
    }
}

void prepare(Engine& engine, const Race& race) {
    define(engine, race.course,
           R"(,"max_participants":)" + std::to_string(race.seats) +
               (race.may_wait ? R"(,"waiting_list":true)" : R"(,"waiting_list":false)"));
    for (const auto& each : race.inside) register_before(engine, race.course, each);
    if (race.count(Act::move_in) == 0) return;
    define(engine, race.other_course(), "");
    for (const Contender& each : race.contenders) {
        if (each.act == Act::move_in) register_before(engine, race.other_course(), each.learner);
    }
}

Reply ask(Engine& engine, const Race& race, const Contender& contender) {
    Reply reply;
    while (true) {
        const auto answer = ask_once(engine, race, contender);
        const Code code = answer ? answer->code : answer.error().code;
        keep_code(reply, code);
        if (answer) {
            reply.told = told_by(*answer);
            reply.place = answer->id;
            return reply;
        }
        reply.told = Told::other;
        if (code.name() != "store.contended" && code.name() != "store.busy") return reply;
        ++reply.asked_again;
    }
}

}  // namespace provost::races
