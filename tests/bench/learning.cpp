// Learning: events by three rules in memory, beside code written by hand for these three rules; the same events from a
// file on SQLite, beside a bare transaction per batch that writes the same rows; and what is open for 200 participants
// of a course of 40 components, beside code written by hand over the same data.
#include "bench.hpp"
#include "learning/way.hpp"
#include "sqlite_floor.hpp"

#include <provost/learning/progress.hpp>
#include <provost/open.hpp>

#include <filesystem>

namespace bench {

namespace {

using namespace provost;
using catalogue::ActionKind;
using catalogue::ComponentKind;
using catalogue::ConditionKind;
using catalogue::Ending;
using learning::EventKind;
using learning::LearningEvent;
using learning::TryStatus;

constexpr int participants = 2'000;
constexpr int rounds = 7;
constexpr int batch = 1'000;
constexpr std::int64_t tries = 3;

// A quiz opens the exam, a third failure unregisters, the exam concludes.
std::vector<catalogue::Component> components() {
    std::vector<catalogue::Component> made(2);
    made[0].key = "quiz";
    made[1].key = "exam";
    for (auto& each : made) each.kind = ComponentKind::test;
    return made;
}
catalogue::Rule rule(std::string key, std::string component, Ending ending, ActionKind kind) {
    catalogue::Rule made;
    made.key = std::move(key);
    made.component = std::move(component);
    made.conditions.push_back({ConditionKind::status, {}, {}, ending});
    made.actions.push_back({kind, {}, {}, {}});
    return made;
}
std::vector<catalogue::Rule> rules() {
    std::vector made{rule("on", "quiz", Ending::passed, ActionKind::continue_with),
                     rule("out", "quiz", Ending::failed, ActionKind::unregister),
                     rule("done", "exam", Ending::passed, ActionKind::conclude_passed)};
    made[0].actions[0].components.push_back("exam");
    made[1].tries = tries;
    return made;
}

// What happens to a participant: fails the quiz so often, then passes it, and the exam.
struct Told {
    int component;
    bool passed;
    std::int64_t minute;
};
std::vector<Told> told(int participant) {
    std::vector<Told> events;
    const int failures = participant % 4;
    for (int i = 0; i < failures && i < tries; ++i) events.push_back({0, false, i});
    if (failures < tries) {
        events.push_back({0, true, 10});
        events.push_back({1, true, 20});
    }
    return events;
}

Instant moment(std::int64_t minute) { return *parse_day("2026-02-10") + std::chrono::minutes{minute}; }

// The three rules by hand.
struct ByHand {
    int failures = 0;
    bool exam_open = false, concluded = false, out = false;

    void take(const Told& event) {
        if (concluded || out) return;
        if (event.component == 0) {
            if (failures >= tries) return;
            if (event.passed) {
                exam_open = true;
            } else {
                out = ++failures == tries && !exam_open;
            }
        } else if (exam_open && event.passed) {
            concluded = true;
        }
    }
};

std::size_t sink = 0;

double in_memory(const learning::Study& study, const catalogue::Course& course, const Zone& zone) {
    const double began = cpu_seconds();
    for (int n = 0; n < participants; ++n) {
        learning::Way way(study, course, zone, moment(0));
        for (const Told& each : told(n)) {
            LearningEvent event;
            event.component = study.components[static_cast<std::size_t>(each.component)].key;
            event.kind = EventKind::ended;
            event.status = each.passed ? TryStatus::passed : TryStatus::failed;
            event.occurred_at = moment(each.minute);
            way.take(event);
        }
        sink += static_cast<std::size_t>(way.state().ended);
    }
    return cpu_seconds() - began;
}

double by_hand() {
    const double began = cpu_seconds();
    for (int n = 0; n < participants; ++n) {
        ByHand way;
        for (const Told& each : told(n)) way.take(each);
        sink += way.concluded ? 1U : 0U;
    }
    return cpu_seconds() - began;
}

void events_in_memory() {
    const auto all = components();
    const auto logic = rules();
    catalogue::Settings settings;
    settings.conclude_by = catalogue::ConcludeBy::learning_logic;
    const learning::Study study = learning::study_of(all, logic, settings);
    const catalogue::Course course;
    const Zone zone{"UTC", {{Instant{}, std::chrono::seconds{0}}}};
    std::size_t events = 0;
    for (int n = 0; n < participants; ++n) events += told(n).size();
    std::vector<double> ours, floor;
    for (int i = 0; i < rounds; ++i) {
        ours.push_back(in_memory(study, course, zone));
        floor.push_back(by_hand());
    }
    report("events by three rules, in memory", median(ours), median(floor), static_cast<double>(events), "events", 0);
}

void run(Engine& engine, const std::string& document) { must(engine.run_document(document)); }

std::string login(int n) { return "learner" + std::to_string(n); }

std::string import_request(const std::string& preset) {
    return R"({"session":"import","zone":"UTC","preset":")" + preset + "\"}";
}

void import_text(Engine& engine, const std::string& preset, const std::string& text) {
    auto session = must(engine.begin(import_request(preset)));
    must(session->feed(text));
    must(session->finish());
}

std::unique_ptr<Engine> college(const std::string& path, const std::string& syllabus, int learners) {
    EngineOptions options;
    options.batch = batch;
    options.now = moment(0);
    auto engine = must(open(path, options));
    run(*engine, R"({"verb":"organisation.define_location","record":{"key":"L","name":"Campus","zone":"UTC"}})");
    run(*engine, R"({"verb":"catalogue.define_course_type","course_type":"T","name":"Online"})");
    run(*engine, R"({"verb":"catalogue.define_template","course_type":"T","external_id":"T","name":"Bread"})");
    run(*engine, R"({"verb":"catalogue.define_course","course_template":"T","external_id":"C","location":"L",)"
                 R"("duration":"6 M","conclude_by":"learning_logic"})");
    run(*engine, syllabus);
    std::string file = "Login,First name,Family name,Birth date,Email,Gender,Postcode,USI,Phone,Client ID\n";
    for (int n = 0; n < learners; ++n) file += login(n) + ",,Learner,2000-01-01,,,,,,S" + std::to_string(n) + "\n";
    import_text(*engine, "learners", file);
    for (int n = 0; n < learners; ++n) {
        run(*engine, R"({"verb":"registration.register_learner","course":"C","learner":")" + login(n) +
                         R"(","effective":"2026-02-03T00:00:00Z"})");
    }
    return engine;
}

constexpr std::string_view quiz_and_exam =
    R"({"verb":"catalogue.define_syllabus","course":"C","components":[{"key":"quiz","kind":"test"},)"
    R"({"key":"exam","kind":"test"}]})";
constexpr std::string_view three_rules =
    R"({"verb":"learning.define_logic","course":"C","rules":[)"
    R"({"key":"on","component":"quiz","conditions":[{"kind":"status","ending":"passed"}],)"
    R"("actions":[{"kind":"continue_with","components":["exam"]}]},)"
    R"({"key":"out","component":"quiz","tries":3,"conditions":[{"kind":"status","ending":"failed"}],)"
    R"("actions":[{"kind":"unregister"}]},)"
    R"({"key":"done","component":"exam","conditions":[{"kind":"status","ending":"passed"}],)"
    R"("actions":[{"kind":"conclude_passed"}]}]})";

// The rows that an import wrote, each batch in a transaction.
double write_bare(Bare& bare, const std::vector<std::pair<const Rows*, sqlite3_stmt*>>& inserts, std::size_t rows) {
    const double began = cpu_seconds();
    for (std::size_t from = 0; from < rows; from += batch) {
        bare.run("BEGIN IMMEDIATE");
        for (const auto& [held, statement] : inserts) {
            const std::size_t first = from * held->size() / rows;
            const std::size_t end = std::min(from + batch, rows) * held->size() / rows;
            for (std::size_t row = first; row < end; ++row) held->write(bare, statement, row);
        }
        bare.run("COMMIT");
    }
    return cpu_seconds() - began;
}

void events_on_sqlite(const std::string& folder) {
    const std::string path = (std::filesystem::path(folder) / "learning.db").string();
    std::string file = "Login,External Course ID,Component,Status,Percent,Attempt,Occurred at\n";
    std::size_t events = 0;
    for (int n = 0; n < participants; ++n) {
        for (const Told& each : told(n)) {
            file += login(n) + ",C," + (each.component == 0 ? "quiz," : "exam,") + (each.passed ? "passed" : "failed") +
                    ",,," + to_text(moment(each.minute)) + "\n";
            ++events;
        }
    }
    double ours = 0;
    {
        const auto engine = college(path, std::string(quiz_and_exam), participants);
        run(*engine, std::string(three_rules));
        const double began = cpu_seconds();
        import_text(*engine, "component_results", file);
        ours = cpu_seconds() - began;
    }
    Bare bare(path);
    const auto kinds = {"learning_event", "progress", "enrolment", "participant_change"};
    std::vector<std::unique_ptr<Rows>> held;
    std::vector<std::pair<const Rows*, sqlite3_stmt*>> inserts;
    for (const std::string kind : kinds) {
        held.push_back(std::make_unique<Rows>(bare, "SELECT * FROM " + kind + " ORDER BY id"));
        bare.run("DELETE FROM " + kind);
        inserts.emplace_back(held.back().get(), bare.prepare(held.back()->insert_into(kind)));
    }
    const double floor = write_bare(bare, inserts, events);
    for (const auto& [rows, statement] : inserts) sqlite3_finalize(statement);
    report("events from a file on SQLite, batches of 1,000", ours, floor, static_cast<double>(events), "events", 0);
}

constexpr int many_components = 40;
constexpr int many_participants = 200;

// Each of them opens the next, and every participant has come somewhere.
void what_is_open(const std::string& folder) {
    const std::string path = (std::filesystem::path(folder) / "open.db").string();
    std::string syllabus = R"({"verb":"catalogue.define_syllabus","course":"C","components":[)";
    std::string logic = R"({"verb":"learning.define_logic","course":"C","rules":[)";
    for (int n = 0; n < many_components; ++n) {
        const std::string key = "c" + std::to_string(n);
        syllabus += (n == 0 ? "" : ",") + (R"({"key":")" + key + "\"}");
        if (n + 1 == many_components) continue;
        logic += (n == 0 ? "" : ",") + (R"({"key":"r)" + std::to_string(n) + R"(","component":")" + key +
                                        R"(","conditions":[{"kind":"confirmed_by_participant"}],)"
                                        R"("actions":[{"kind":"continue_with","components":["c)" +
                                        std::to_string(n + 1) + R"("]}]})");
    }
    const auto engine = college(path, syllabus + "]}", many_participants);
    run(*engine, logic + "]}");
    learning::Overview request;
    request.course = "C";
    std::vector<int> reached;
    for (int n = 0; n < many_participants; ++n) {
        request.learners.push_back(login(n));
        reached.push_back(n % many_components);
        for (int c = 0; c < reached.back(); ++c) {
            run(*engine, R"({"verb":"learning.confirm","course":"C","learner":")" + login(n) + R"(","component":"c)" +
                             std::to_string(c) + R"(","effective":")" + to_text(moment(c + 1)) + R"("})");
        }
    }
    std::vector<double> ours, floor;
    for (int i = 0; i < rounds; ++i) {
        double began = cpu_seconds();
        sink += must(engine->run(request)).report.size();
        ours.push_back(cpu_seconds() - began);
        began = cpu_seconds();
        std::string text;
        for (const int processed : reached) {
            text += R"({"open":[)";
            for (int c = processed; c < many_components && c == processed; ++c) text += "\"c" + std::to_string(c) + '"';
            text += R"(],"percent":)" + std::to_string(processed * 100 / many_components) + R"(,"processed":[)";
            for (int c = 0; c < processed; ++c) text += (c == 0 ? "\"c" : ",\"c") + std::to_string(c) + '"';
            text += "]}";
        }
        floor.push_back(cpu_seconds() - began);
        sink += text.size();
    }
    report("what is open, 200 participants x 40 components", median(ours), median(floor), many_participants,
           "participants", 0);
}

}  // namespace

void learning(const std::string& folder) {
    events_in_memory();
    events_on_sqlite(folder);
    what_is_open(folder);
    std::printf("(%zu)\n", sink % 10);
}

}  // namespace bench
