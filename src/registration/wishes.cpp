// Wishes of learners.
#include "registration/wishes.hpp"

namespace provost::registration {

namespace {

using enrolment::Prebooking;

const Prebooking* open_wish(const Many<Prebooking>& wishes) {
    return wishes.first([](const Prebooking& wish) { return enrolment::is_open(wish); });
}

}  // namespace

// IMC-TPL-06: it stands at the template until the learner is in a course of it, or takes it back.
void wish(const Wish& request, const WishFacts& facts, Context& context, Decision& decision) {
    if (!clearances::roles_of(facts.acting, *facts.learner, context).acts()) {
        return decision.refuse("registration.not-entitled"_code);
    }
    const Prebooking* open = open_wish(facts.existing);
    if (request.withdraw) {
        if (open == nullptr) return decision.refuse("wish.none"_code);
        Prebooking back = *open;
        back.status = enrolment::cancelled_wish;
        return decision.put(std::move(back));
    }
    if (open != nullptr) return decision.unchanged(open->id.value);
    Prebooking made;
    made.id = context.ids.take<Prebooking>();
    made.learner = facts.learner->id;
    made.course_template = facts.course_template->id;
    made.status = "10";
    made.enrolled_at = context.effective;
    made.preferred_start_at = request.preferred_start_at;
    made.row_digest = context.digest();
    decision.put(std::move(made));
}

// IMC-PART-10: the rules are those of registering; the wish knows what it became.
void register_prebooked(const RegisterPrebooked& request, const RegisterPrebookedFacts& facts, Context& context,
                        Decision& decision) {
    const Prebooking* open = open_wish(facts.wishes);
    if (open == nullptr) return decision.refuse("wish.none"_code);
    RegisterLearner one;
    one.head = request.head;
    if (open->due_at >= context.effective) one.due_at = open->due_at;  // IMC-ENI-09: one that has passed says nothing
    one.end_at = open->end_at;
    one.obligation = open->obligation;
    register_learner(one, facts.registering, context, decision);
    if (decision.puts.empty()) return;
    Prebooking fulfilled = *open;
    fulfilled.enrolment = {decision.about};
    decision.put(std::move(fulfilled));
}

}  // namespace provost::registration
