// people.state_fact, people.mark_learner, people.define_supervision: what stands about a learner besides his record.
#pragma once

#include "plan/decision.hpp"
#include "plan/fetch.hpp"

#include <provost/people/learner_fact.hpp>
#include <provost/people/supervision.hpp>

namespace provost::people {

struct StateFactFacts {
    One<Learner> learner;
    Many<LearnerFact> known;
};

template <class Facts = StateFactFacts>
inline constexpr auto state_fact_fetch = [] {
    return fetch_plan<StateFact>(std::to_array<FetchRow>({
        PROVOST_SLOT(learner, "login(request.learner)", "learner.unknown"_code, when<Learner, is_known>),
        PROVOST_SLOT(known, "learner(learner.id)"),
    }));
}();

void state_fact(const StateFact& request, const StateFactFacts& facts, Context& context, Decision& decision);

struct DefineSupervisionFacts {
    One<Learner> learner;
    Many<Learner> supervisors;
    One<Supervision> existing;
};

template <class Facts = DefineSupervisionFacts>
inline constexpr auto define_supervision_fetch = [] {
    return fetch_plan<DefineSupervision>(std::to_array<FetchRow>({
        PROVOST_SLOT(learner, "login(request.learner)", "learner.unknown"_code, when<Learner, is_known>),
        PROVOST_SLOT(supervisors, "login(request.supervisors)", "learner.unknown"_code, when<Learner, is_known>),
        PROVOST_SLOT(existing, "learner(learner.id)"),
    }));
}();

void define_supervision(const DefineSupervision& request, const DefineSupervisionFacts& facts, Context& context,
                        Decision& decision);

struct MarkLearnerFacts {
    One<Learner> learner;
};

template <class Facts = MarkLearnerFacts>
inline constexpr auto mark_learner_fetch = [] {
    return fetch_plan<MarkLearner>(std::to_array<FetchRow>({
        PROVOST_SLOT(learner, "login(request.learner)", "learner.unknown"_code, when<Learner, is_known>),
    }));
}();

void mark_learner(const MarkLearner& request, const MarkLearnerFacts& facts, Context& context, Decision& decision);

}  // namespace provost::people
