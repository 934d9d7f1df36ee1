// The matrix of rights, over all verbs. Each step of each story that is carried out is asked for before by others, as a
// plan: by somebody without any right, by somebody with all of them, and, when all objects have clearances, by somebody
// whom they give everything but one right that the verb names. Every verb and every such right must have come by.
//
//     scenarios_rights FOLDER
#include "scenarios/expect.hpp"
#include "scenarios/matrix.hpp"
#include "verbs/verb.hpp"

#include <iostream>
#include <set>

namespace {

using namespace provost;
using namespace provost::scenarios;
namespace fs = std::filesystem;
namespace json = boost::json;

// What may have clearances, and the member by which access.set_clearances names it.
struct ObjectKind {
    std::string_view kind;
    const char* key;
};
constexpr ObjectKind object_kinds[] = {{"course", "external_id"}, {"course_template", "external_id"},
                                       {"course_type", "key"},    {"location", "key"},
                                       {"provider", "key"},       {"tutor", "login"},
                                       {"learner", "login"}};

json::object run(Engine& engine, const json::object& document) {
    const auto answer = engine.run_document(json::serialize(document));
    return answer ? json::parse(*answer).as_object() : json::object{};
}

void administrator(Engine& engine, const char* login, bool with_rights) {
    json::array rights;
    for (const ChoiceRow& row : Choices<access::Right>::rows) {
        if (with_rights && row.value != 0) rights.push_back(json::string(row.name));
    }
    run(engine, {{"verb", "access.define_administrator"}, {"record", {{"login", login}, {"rights", rights}}}});
}

json::array all_but(std::string_view right) {
    json::array rights;
    for (const ChoiceRow& row : Choices<access::ObjectRight>::rows) {
        if (row.value != 0 && row.name != right) rights.push_back(json::string(row.name));
    }
    return rights;
}

// What is known by now.
class Matrix {
public:
    void tell(const fs::path& file, const fs::path& folder) {
        const auto story = read_file(file).as_object();
        Teller teller(":memory:", story, background_of(story, folder));
        teller.before = [&](Engine& engine, const json::object& step) { ask(engine, step, file.stem().string()); };
        std::ignore = teller.tell();  // the administrators and clearances made here may change what comes later
    }

    [[nodiscard]] bool complete() {
        for (const verbs::Verb& verb : verbs::all()) {
            if (!seen_.contains(std::string(verb.name))) problem(std::string(verb.name) + " came in no story");
            for (const verbs::Touch& touch : verb.touched()) {
                const auto kind = verb.fetch[touch.step].row.type->name;  // of some kinds nothing has clearances
                if (std::ranges::find(object_kinds, kind, &ObjectKind::kind) == std::end(object_kinds)) continue;
                const auto name = std::string(verb.name) + ' ' + std::string(word(touch.right));
                if (!seen_.contains(name)) problem("no story needs " + name);
            }
        }
        std::cout << verbs::all().size() << " verbs, " << seen_.size() << " of verbs and rights, " << asked_
                  << " requests, " << problems_ << " problems\n";
        return problems_ == 0;
    }

private:
    void problem(const std::string& text) {
        std::cout << text << '\n';
        ++problems_;
    }

    static json::object as(const json::object& step, const char* actor) {
        json::object document = step;
        document["actor"] = actor;
        document["plan_only"] = true;
        document.erase("key");
        return document;
    }
    json::object plan(Engine& engine, const json::object& document) {
        ++asked_;
        return run(engine, document);
    }

    void ask(Engine& engine, const json::object& step, const std::string& where) {
        const json::value* name = step.if_contains("verb");
        const verbs::Verb* verb = name == nullptr ? nullptr : verbs::find(name->as_string());
        for (const char* member : {"actor", "approval", "plan_only", "ids"}) {
            if (step.contains(member)) return;
        }
        if (verb == nullptr || !is_accepted(plan(engine, as(step, "")))) return;
        administrator(engine, "without-rights", false);
        administrator(engine, "with-rights", true);
        seen_.insert(std::string(verb->name));
        set_clearances(engine, {});
        const bool free = verb->right == access::Right::none;
        if (is_refused(plan(engine, as(step, "without-rights")), "right.missing") == free)
            problem(where + ": " + std::string(verb->name) + " by somebody without rights");
        if (!is_accepted(plan(engine, as(step, "with-rights"))))
            problem(where + ": " + std::string(verb->name) + " by somebody with all rights");
        for (const verbs::Touch& touch : verb->touched()) {
            set_clearances(engine, all_but(word(touch.right)));
            const auto answer = plan(engine, as(step, "with-rights"));
            if (is_refused(answer, "clearance.missing")) {
                seen_.insert(std::string(verb->name) + ' ' + std::string(word(touch.right)));
            } else if (!is_accepted(answer)) {
                problem(where + ": " + std::string(verb->name) + ' ' + json::serialize(answer));
            }
        }
        if (!verb->touched().empty()) set_clearances(engine, {});
    }

    static bool is_accepted(const json::object& answer) {
        const json::value* verdict = answer.if_contains("verdict");
        return verdict != nullptr && (*verdict == "accepted" || *verdict == "unchanged");
    }
    static bool is_refused(const json::object& answer, const char* code) {
        const json::value* found = answer.if_contains("code");
        return found != nullptr && *found == code;
    }

    // All objects get these, for the one who holds all rights; none when there are no rights to give.
    static void set_clearances(Engine& engine, const json::array& rights) {
        json::array grants;
        if (!rights.empty()) {
            grants.push_back(json::object{{"holder", "user"}, {"name", "with-rights"}, {"rights", rights}});
        }
        for (const ObjectKind& object : object_kinds) {
            FindQuery query;
            query.kind = object.kind;
            query.limit = 1000;
            const auto found = engine.find(query);
            if (!found) continue;
            for (const std::string& record : *found) {
                const auto name = json::parse(record).as_object();
                if (!name.contains(object.key)) continue;  // deleted
                run(engine, {{"verb", "access.set_clearances"},
                             {json::string(object.kind), name.at(object.key)},
                             {"grants", grants}});
            }
        }
    }

    std::set<std::string> seen_;  // verbs, and verbs with a right that their objects need
    std::size_t asked_ = 0;
    std::size_t problems_ = 0;
};

}  // namespace

int main(int count, char** arguments) { return provost::scenarios::run_matrix<Matrix>(count, arguments); }
