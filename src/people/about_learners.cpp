// What stands about a learner besides his record.
#include "people/about_learners.hpp"

namespace provost::people {

std::string fact_about(FactKind kind, std::string_view key) { return std::string(word(kind)).append(":").append(key); }

// IMC-PRE-18, IMC-PRE-19: the host supplies skills, job profiles and what is covered; the last word counts.
void state_fact(const StateFact& request, const StateFactFacts& facts, Context& context, Decision& decision) {
    if (request.from_on && request.until_on && *request.until_on < *request.from_on) {
        return decision.refuse("date.end-before-start"_code);
    }
    LearnerFact fact;
    fact.learner = facts.learner->id;
    fact.about = fact_about(*request.kind, request.about);
    for (const LearnerFact& known : facts.known) {
        if (known.about == fact.about) fact.id = known.id;
    }
    if (!fact.id) fact.id = context.ids.take<LearnerFact>();
    fact.holds = request.holds.value_or(true);
    fact.level = request.level.value_or(1);
    fact.from_on = request.from_on;
    fact.until_on = request.until_on;
    decision.put(std::move(fact));
}

// FIN-ACC-09
void mark_learner(const MarkLearner& request, const MarkLearnerFacts& facts, Context&, Decision& decision) {
    Learner marked = *facts.learner;
    marked.special_requirements = request.special_requirements;
    marked.privacy = request.privacy;
    decision.put(std::move(marked));
}

void define_supervision(const DefineSupervision&, const DefineSupervisionFacts& facts, Context& context,
                        Decision& decision) {
    Supervision made = facts.existing ? *facts.existing : Supervision{};
    if (!facts.existing) made.id = context.ids.take<Supervision>();
    made.learner = facts.learner->id;
    made.supervisors.clear();
    for (const Learner& supervisor : facts.supervisors) {
        if (supervisor.id == made.learner) return decision.refuse("supervisor.self"_code);
        made.supervisors.push_back(supervisor.id.value);
    }
    decision.put(std::move(made));
}

}  // namespace provost::people
