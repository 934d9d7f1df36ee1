// The matrix of tutors' functions: over all verbs that tutors may ask, all functions, and all positions of both
// presets. Steps of stories are asked for before by a tutor of their course, as a plan, in one position after the
// other. He must be let in exactly when his position has one of the functions that the verb names; the course has
// clearances, which name somebody else. Every such verb must have come by, let somebody in and kept somebody out.
//
//     scenarios_positions FOLDER
#include "staffing/positions.hpp"
#include "scenarios/expect.hpp"
#include "scenarios/matrix.hpp"
#include "verbs/verb.hpp"

#include <iostream>
#include <map>

namespace {

using namespace provost;
using namespace provost::scenarios;
using staffing::FunctionSet;
namespace fs = std::filesystem;
namespace json = boost::json;

constexpr int most_steps = 3;  // of each verb

json::object run(Engine& engine, const json::object& document) {
    const auto answer = engine.run_document(json::serialize(document));
    return answer ? json::parse(*answer).as_object() : json::object{};
}

bool is_accepted(const json::object& answer) {
    const json::value* verdict = answer.if_contains("verdict");
    return verdict != nullptr && (*verdict == "accepted" || *verdict == "unchanged");
}

// Each function with what it needs, and whatever the presets have.
std::map<std::string, FunctionSet> positions() {
    std::map<std::string, FunctionSet> all{{"everything", staffing::all_functions}, {"nothing", 0}};
    using enum staffing::TutorFunction;
    const std::map<staffing::TutorFunction, FunctionSet> needs{
        {preview, staffing::functions(syllabus)},
        {edit_content, staffing::functions(syllabus)},
        {progress, staffing::functions(members)},
        {grading, staffing::functions(progress, members)},
        {corrections, staffing::functions(progress, members)},
        {releases, staffing::functions(progress, members)},
        {reports, staffing::functions(members)},
        {on_the_job, staffing::functions(members)},
    };
    for (const ChoiceRow& row : Choices<staffing::TutorFunction>::rows) {
        const auto function = static_cast<staffing::TutorFunction>(row.value);
        const auto found = needs.find(function);
        all["only_" + std::string(row.name)] =
            staffing::functions(function) | (found == needs.end() ? FunctionSet{0} : found->second);
    }
    for (const staffing::ReadyPosition& each : staffing::ready_positions()) {
        const auto preset = std::string(word(each.preset)) + "_";
        all[preset + std::string(each.key)] = each.functions;
    }
    return all;
}

// What is known by now.
class Matrix {
public:
    void tell(const fs::path& file, const fs::path& folder) {
        const auto story = read_file(file).as_object();
        Teller teller(":memory:", story, background_of(story, folder));
        teller.before = [&](Engine& engine, const json::object& step) { ask(engine, step, file.stem().string()); };
        std::ignore = teller.tell();  // the positions and clearances made here may change what comes later
    }

    [[nodiscard]] bool complete() {
        std::size_t verbs = 0;
        for (const verbs::Verb& verb : verbs::all()) {
            if (verb.functions == 0 || is_open_to_all(verb)) continue;
            ++verbs;
            const Seen& seen = seen_[std::string(verb.name)];
            if (seen.let_in == 0) problem(std::string(verb.name) + " let no tutor in");
            if (seen.kept_out == 0) problem(std::string(verb.name) + " kept no tutor out");
        }
        std::cout << verbs << " verbs, " << positions_.size() << " positions, " << asked_ << " requests, " << problems_
                  << " problems\n";
        return problems_ == 0;
    }

private:
    struct Seen {
        int steps = 0;
        std::size_t let_in = 0, kept_out = 0;
    };

    void problem(const std::string& text) {
        std::cout << text << '\n';
        ++problems_;
    }

    // Whom it shows what hangs on who asks, but everybody may ask.
    static bool is_open_to_all(const verbs::Verb& verb) { return verb.name == "staffing.tutors_of"; }

    static FunctionSet wanted(const verbs::Verb& verb, const json::object& step) {
        if (verb.name == "registration.may_enter" && step.contains("learner")) {
            return staffing::functions(staffing::TutorFunction::members, staffing::TutorFunction::progress);
        }
        if (verb.name != "staffing.may_use") return verb.functions;
        for (const ChoiceRow& row : Choices<staffing::TutorFunction>::rows) {
            if (step.at("function") == json::string_view(row.name)) return FunctionSet{1} << row.value;
        }
        return 0;
    }

    static json::object as(const json::object& step, const char* actor) {
        json::object document = step;
        document["actor"] = actor;
        document["plan_only"] = true;
        document.erase("key");
        return document;
    }
    bool lets_in(Engine& engine, const json::object& step, const char* actor) {
        ++asked_;
        return is_accepted(run(engine, as(step, actor)));
    }

    // A tutor of the course, in a position with everything; the course has clearances for somebody else.
    bool prepare(Engine& engine, const json::value& course) {
        run(engine, {{"verb", "staffing.define_settings"},
                     {"record", {{"key", "default"}, {"default_position", "everything"}}}});
        for (const auto& [key, functions] : positions_) {
            json::array words;
            for (const std::string& word : staffing::words_of(functions)) words.push_back(json::string(word));
            run(engine, {{"verb", "staffing.define_position"}, {"record", {{"key", key}, {"functions", words}}}});
        }
        run(engine, {{"verb", "staffing.define_settings"},
                     {"record", {{"key", "default"}, {"default_position", "everything"}}}});
        run(engine, {{"verb", "staffing.define_tutor"}, {"record", {{"login", "matrix"}, {"group", "matrix"}}}});
        run(engine, {{"verb", "access.define_administrator"}, {"record", {{"login", "nobody"}}}});
        run(engine, {{"verb", "access.set_clearances"},
                     {"course", course},
                     {"grants", {{{"holder", "user"}, {"name", "nobody"}, {"rights", {"FULL"}}}}}});
        run(engine,
            {{"verb", "staffing.assign_tutor"}, {"course", course}, {"tutor", "matrix"}, {"position", "everything"}});
        return change(engine, course, "everything", true);
    }
    static bool change(Engine& engine, const json::value& course, const std::string& position, bool may_grade) {
        return is_accepted(run(engine, {{"verb", "staffing.change_tutor"},
                                        {"course", course},
                                        {"tutor", "matrix"},
                                        {"position", position},
                                        {"may_grade", may_grade},
                                        {"on_the_job", true}}));
    }

    void ask(Engine& engine, const json::object& step, const std::string& where) {
        const json::value* name = step.if_contains("verb");
        const verbs::Verb* verb = name == nullptr ? nullptr : verbs::find(name->as_string());
        const json::value* course = step.if_contains("course");
        if (verb == nullptr || verb->functions == 0 || course == nullptr || is_open_to_all(*verb)) return;
        Seen& seen = seen_[std::string(verb->name)];
        if (seen.steps == most_steps) return;
        for (const char* member : {"approval", "ids"}) {
            if (step.contains(member)) return;
        }
        // Who asks as somebody else is let in for that.
        if (prepare(engine, *course) && lets_in(engine, step, "matrix") && !lets_in(engine, step, "outsider")) {
            ++seen.steps;
            ask_in_all(engine, *verb, step, where);
        }
        // The story goes on as if nobody had asked.
        run(engine, {{"verb", "access.set_clearances"}, {"course", *course}, {"grants", json::array()}});
        run(engine, {{"verb", "staffing.remove_tutor"}, {"course", *course}, {"tutor", "matrix"}});
    }

    void ask_in_all(Engine& engine, const verbs::Verb& verb, const json::object& step, const std::string& where) {
        Seen& seen = seen_[std::string(verb.name)];
        const FunctionSet any = wanted(verb, step);
        for (const auto& [position, functions] : positions_) {
            for (const bool grades : {true, false}) {
                using enum staffing::TutorFunction;
                if (!change(engine, step.at("course"), position, grades)) problem(where + ": no position " + position);
                const FunctionSet open = grades ? functions : functions & ~staffing::functions(grading, corrections);
                const bool may = (open & any) != 0;
                ++(may ? seen.let_in : seen.kept_out);
                if (lets_in(engine, step, "matrix") == may) continue;
                problem(where + ": " + std::string(verb.name) + " as " + position +
                        (may ? " is refused" : " is let in"));
            }
        }
    }

    const std::map<std::string, FunctionSet> positions_ = positions();
    std::map<std::string, Seen> seen_;
    std::size_t asked_ = 0;
    std::size_t problems_ = 0;
};

}  // namespace

int main(int count, char** arguments) { return provost::scenarios::run_matrix<Matrix>(count, arguments); }
