// FIN-ACC-03: the one guard of inactive learners. Whatever verb, rule or row of a file decides it: what belongs to an
// inactive learner stays as it is. FIN-ACC-06: so automation still reminds and tells, but changes nothing.
#include "engine/core.hpp"

#include <provost/describe/compare.hpp>
#include <provost/learning/progress.hpp>
#include <provost/results/results.hpp>

namespace provost::engine {

namespace {

std::int64_t number_in(const Record& record, std::string_view member) {
    const Field* field = record.type().find(member);
    if (field == nullptr || field->access->kind != Kind::id) return 0;
    return field->access->load(field->in(record.data()));
}

// What came in is kept for somebody to look at it: it changes nothing by itself.
bool is_event(const RecordType& type) {
    return &type == &type_of<results::ResultEvent>() || &type == &type_of<learning::LearningEvent>();
}

}  // namespace

// Whose record it is; 0: nobody's.
std::int64_t Core::owner_of(const Record& record) const {
    if (&record.type() == &type_of<people::Learner>()) return record.id();
    if (const auto learner = number_in(record, "learner")) return learner;
    if (const auto place = number_in(record, "enrolment")) {
        const Record& found = overlay_.current(type_of<enrolment::Enrolment>(), place);
        return found ? found.get<enrolment::Enrolment>()->learner.value : 0;
    }
    const auto program = number_in(record, "program_enrolment");
    if (program == 0) return 0;
    const Record& found = overlay_.current(type_of<enrolment::ProgramEnrolment>(), program);
    return found ? found.get<enrolment::ProgramEnrolment>()->learner.value : 0;
}

Result<void> Core::keep_inactive(Item& item) {
    if (item.decision.refused() || item.asked.verb->of_inactive) return {};
    for (const Record& put : item.decision.puts) {
        if (is_event(put.type()) || put.type().role != Role::record) continue;
        const auto learner = owner_of(put);
        const bool is_new =
            &put.type() == &type_of<people::Learner>() && !overlay_.current(type_of<people::Learner>(), learner);
        if (learner == 0 || is_new) continue;
        const auto found = one<people::Learner>(id_key(type_of<people::Learner>(), learner));
        if (!found) return found.error();
        if (*found == nullptr || !(*found)->inactive) continue;
        const Record& before = overlay_.current(put.type(), put.id());
        if (before && same_content(put.type(), before.data(), put.data())) continue;
        item.decision.refuse("learner.inactive"_code, {{"learner", (*found)->client_id}});
        return {};
    }
    return {};
}

}  // namespace provost::engine
