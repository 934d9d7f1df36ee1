// Rules that hold for rows alone: a verb knows neither two ids in one row nor what a session was told.
#include "engine/import_rules.hpp"

#include "catalogue/define.hpp"
#include "people/define_learner.hpp"

#include <provost/describe/compare.hpp>

namespace provost::engine {

namespace {

using catalogue::CourseTemplate;
using catalogue::DefineCourse;
using catalogue::DefineCourseFacts;
using catalogue::DefineTemplate;
using catalogue::DefineTemplateFacts;
using catalogue::TemplateVersion;
using people::DefineLearner;

// IMC-CSV-04: both ids, and they name two templates.
void import_course(const DefineCourse& request, const DefineCourseFacts& facts, Context& context, Decision& decision) {
    const auto& named = request.course_template;
    if (named.id != 0 && !named.name.empty() && facts.course_template &&
        facts.course_template->external_id != named.name) {
        return decision.refuse("template.conflict"_code, {{"field", "course_template"}});
    }
    catalogue::define_course(request, facts, context, decision);
}

// IMC-CSVT-01: a row alone makes no template without a name, whatever its type says.
bool lacks_name(const DefineTemplate& request, const DefineTemplateFacts& facts, Decision& decision) {
    if (facts.existing || !request.settings.name.empty()) return false;
    decision.refuse("field.missing"_code, {{"field", "name"}});
    return true;
}

void update_template(const DefineTemplate& request, const DefineTemplateFacts& facts, Context& context,
                     Decision& decision) {
    if (!lacks_name(request, facts, decision)) catalogue::define_template(request, facts, context, decision);
}

// Whether a record says something else than what is there; not who says it, which no row tells.
bool says_otherwise(const Record& put, const DefineTemplateFacts& facts) {
    if (const auto* head = put.get<CourseTemplate>()) {
        CourseTemplate same = *head;
        same.number = facts.existing->number;
        return !same_content(type_of<CourseTemplate>(), &same, &*facts.existing);
    }
    const auto* made = put.get<TemplateVersion>();
    if (made == nullptr) return false;  // the content of the version, which is copied
    TemplateVersion same = *made;
    same.id = facts.current->id;
    same.version = facts.current->version;
    same.number = facts.current->number;
    same.own = facts.current->own;
    return !same_content(type_of<TemplateVersion>(), &same, &*facts.current);
}

// IMC-CSVT-03: a template that is there already is only compared, unless the session says that it may be updated.
void add_template(const DefineTemplate& request, const DefineTemplateFacts& facts, Context& context,
                  Decision& decision) {
    catalogue::define_template(request, facts, context, decision);
    if (decision.verdict != Verdict::accepted || !facts.existing) return;
    const auto differs = [&](const Record& put) { return says_otherwise(put, facts); };
    if (std::ranges::any_of(decision.puts, differs)) return decision.refuse("template.exists"_code);
    decision.puts.clear();
    decision.unchanged(facts.existing->id.value);
}

// IMC-CSV-17: what a row leaves empty stays as it was, as in all files; a request tells a learner whole.
void import_learner(const DefineLearner& request, const people::DefineLearnerFacts& facts, Context& context,
                    Decision& decision) {
    DefineLearner told = request;
    for (const Field& field : type_of<DefineLearner>().fields) {
        const Field* kept = type_of<people::Learner>().find(field.name);
        if (!facts.by_login || kept == nullptr || field.access->present(field.in(&told))) continue;
        field.access->copy(field.in(&told), kept->in(&*facts.by_login));
    }
    people::define_learner(told, facts, context, decision);
}

template <auto decide>
verbs::Verb in_place_of(const RecordType& request) {
    verbs::Verb verb = *verbs::find(request);
    verb.decide = verbs::verb<decide>(verb.name, verb.right, verb.fetch, verb.most_ids).decide;
    return verb;
}

}  // namespace

const verbs::Verb* import_verb(const RecordType& request, const SessionRequest& session) {
    static const verbs::Verb course = in_place_of<&import_course>(type_of<DefineCourse>());
    static const verbs::Verb add = in_place_of<&add_template>(type_of<DefineTemplate>());
    static const verbs::Verb update = in_place_of<&update_template>(type_of<DefineTemplate>());
    static const verbs::Verb learner = in_place_of<&import_learner>(type_of<DefineLearner>());
    if (&request == course.request) return &course;
    if (&request == learner.request) return &learner;
    if (&request == add.request) return session.template_update ? &update : &add;
    return verbs::find(request);
}

}  // namespace provost::engine
