// One request for many people: each is decided by the verb for one, after those before him, and whoever is refused
// stops nobody.
#include "registration/many.hpp"

namespace provost::registration {

namespace {

std::string place_of(std::size_t position) { return "/learners/" + std::to_string(position); }

}  // namespace

void register_many(const RegisterMany& request, const ManyFacts& facts, Context&, Decision& decision) {
    decision.about = facts.course->id.value;
    for (std::size_t i = 0; i < request.learners.size(); ++i) {
        RegisterLearner one;
        one.course = Ref<catalogue::Course>(facts.course->id);
        one.learner = Ref<people::Learner>(request.learners[i]);
        decision.then(std::move(one), place_of(i));
    }
}

void cancel_many(const CancelMany& request, const ManyFacts& facts, Context&, Decision& decision) {
    decision.about = facts.course->id.value;
    for (std::size_t i = 0; i < request.learners.size(); ++i) {
        CancelPlace one;
        one.course = Ref<catalogue::Course>(facts.course->id);
        one.learner = Ref<people::Learner>(request.learners[i]);
        one.because = request.because;
        one.reason = request.reason;
        decision.then(std::move(one), place_of(i)).together = true;
    }
}

}  // namespace provost::registration
