// A learner's way through a course: what is open, what opens the next thing, and how the course ends.
//
//     learning [STORE.db]
//
// Without a file everything is kept in memory; a file has to be a new one. The same in C, Python and PHP: learning.c,
// learning.py and learning.php print the same text.
#include <provost/learning/progress.hpp>
#include <provost/open.hpp>
#include <provost/registration/registration.hpp>

#include <iomanip>
#include <iostream>
#include <stdexcept>

namespace {

using namespace provost::catalogue;
using namespace provost::learning;
using provost::Decimal;

// An error stops the program in the library's own words; a refusal is an answer.
template <class T>
T value(provost::Result<T> result) {
    if (result) return std::move(*result);
    throw std::runtime_error(provost::sentence(result.error().code, result.error().parameters));
}

// The answer to a request that is not expected to be refused.
template <class Request>
provost::Answer must(provost::Engine& engine, const Request& request) {
    auto answer = value(engine.run(request));
    if (answer.verdict == provost::Verdict::refused) throw std::runtime_error(answer.sentence);
    return answer;
}

std::optional<provost::Instant> moment(const char* text) { return provost::parse_moment(text)->in({}); }

Rule rule(const char* key, const char* component, RuleCondition condition, RuleAction action) {
    Rule made;
    made.key = key, made.component = component;
    made.conditions = {std::move(condition)}, made.actions = {std::move(action)};
    return made;
}

// Three components; a rule opens the next one, and the last concludes the course.
void define_rules(provost::Engine& engine) {
    DefineSyllabus syllabus;
    syllabus.course = "bread-1", syllabus.components.resize(3);
    syllabus.components[0].key = "film", syllabus.components[0].name = "Film";
    syllabus.components[1].key = "quiz", syllabus.components[1].kind = ComponentKind::test;
    syllabus.components[2].key = "exam", syllabus.components[2].kind = ComponentKind::test;
    syllabus.components[2].weight = Decimal::of(2);
    must(engine, syllabus);
    DefineLogic logic;
    logic.course = "bread-1";
    logic.rules = {
        rule("seen", "film", {ConditionKind::confirmed_by_participant, {}, {}, {}},
             {ActionKind::continue_with, {"quiz"}, {}, {}}),
        rule("known", "quiz", {ConditionKind::percentage, Decimal::of(60), {}, {}},
             {ActionKind::continue_with, {"exam"}, {}, {}}),
        rule("done", "exam", {ConditionKind::status, {}, {}, Ending::passed},
             {ActionKind::conclude_passed, {}, {}, {}}),
        rule("out", "exam", {ConditionKind::status, {}, {}, Ending::failed}, {ActionKind::conclude_failed, {}, {}, {}}),
    };
    logic.rules[2].tries = logic.rules[3].tries = 2;
    must(engine, logic);
}

void define_course(provost::Engine& engine) {
    provost::Define<provost::organisation::Location> city;
    city.record.key = "city", city.record.name = "City campus", city.record.zone = "Australia/Melbourne";
    must(engine, city);
    DefineCourseType type;
    type.course_type = "online", type.settings.name = "Online";
    must(engine, type);
    DefineTemplate bread;
    bread.course_type = "online", bread.external_id = "bread", bread.settings.name = "Bread";
    must(engine, bread);
    DefineCourse course;
    course.course_template = "bread", course.external_id = "bread-1", course.assignments.location = "city";
    course.settings.duration = "6 M", course.settings.conclude_by = ConcludeBy::learning_logic;
    must(engine, course);
    define_rules(engine);
    provost::people::DefineLearner ann;
    ann.login = "ann", ann.family_name = "Ashby", ann.birth_date = provost::parse_day("2004-05-06");
    ann.client_id = "A1";
    must(engine, ann);
    provost::registration::RegisterLearner place;
    place.course = "bread-1", place.learner = "ann";
    must(engine, place);
}

// What each component is to her, and how far she has come.
void tell_open(provost::Engine& engine) {
    WhatIsOpen question;
    question.course = "bread-1", question.learner = "ann";
    for (const auto& line : must(engine, question).report) {
        std::cout << std::left << std::setw(9) << line.item << ' ';
        if (line.item == "progress") {
            std::cout << line.value << '\n';
        } else {
            std::cout << (line.code ? line.code.name() : "open") << '\n';
        }
    }
}

void tell(const char* what, const provost::Answer& answer) {
    std::cout << what << ": " << word(answer.verdict);
    if (!answer.sentence.empty()) std::cout << ": " << answer.sentence;
    std::cout << '\n';
}

void open(provost::Engine& engine, const char* what, const char* component, const char* at) {
    OpenComponent request;
    request.course = "bread-1", request.learner = "ann", request.component = component;
    request.head.effective = moment(at);
    tell(what, value(engine.run(request)));
}

void result(provost::Engine& engine, const char* what, ReceiveResult request, const char* at) {
    request.course = "bread-1", request.learner = "ann";
    request.head.effective = moment(at);
    tell(what, value(engine.run(request)));
}

// She does one thing after the other; what is not open is refused with the reason.
void go_through(provost::Engine& engine) {
    open(engine, "opens the quiz", "quiz", "2026-03-02T09:00:00Z");
    Confirm film;
    film.course = "bread-1", film.learner = "ann", film.component = "film";
    film.head.effective = moment("2026-03-02T09:10:00Z");
    tell("confirms the film", value(engine.run(film)));
    ReceiveResult quiz;
    quiz.component = "quiz", quiz.status = TryStatus::scored, quiz.percent = Decimal::of(40);
    result(engine, "quiz, 40 percent", quiz, "2026-03-02T09:20:00Z");
    quiz.percent = Decimal::of(80);
    result(engine, "quiz, 80 percent", quiz, "2026-03-02T09:30:00Z");
    std::cout << "\n# Half way\n";
    tell_open(engine);
    std::cout << "\n# And on\n";
    ReceiveResult exam;
    exam.component = "exam", exam.status = TryStatus::passed;
    result(engine, "exam, passed", exam, "2026-03-02T09:40:00Z");
    open(engine, "opens the film", "film", "2026-03-02T09:50:00Z");
}

}  // namespace

int main(int count, char** words) try {
    provost::EngineOptions options;
    options.now = moment("2026-03-02T09:00:00Z");
    const auto engine = value(provost::open(count > 1 ? words[1] : ":memory:", options));
    define_course(*engine);
    std::cout << "# At the beginning\n";
    tell_open(*engine);
    std::cout << "\n# The way\n";
    go_through(*engine);
    return 0;
} catch (const std::exception& error) {
    std::cerr << "learning: " << error.what() << '\n';
    return 1;
}
