// Who wishes to enter some day.
#include "registration/prebook.hpp"

#include "registration/entry.hpp"

namespace provost::registration {

namespace {

// IMC-ENI-05, IMC-ENI-06: the status codes of the template table.
constexpr auto statuses = std::to_array<std::string_view>({"10", "20", "30", "40", "50"});

// Whether a wish is in the way of another one: while it is open, and of a row that has opened it whatever became of it
// between two runs of the file. One that a row tells as over is never changed. IMC-ENI-11
bool is_in_the_way(const enrolment::Prebooking& wish, const Context& context) {
    const bool as_told = wish.version <= 1;
    return enrolment::is_open(wish) || (context.repeated(wish.id) && !as_told);
}

}  // namespace

void prebook(const Prebook& request, const PrebookFacts& facts, Context& context, Decision& decision) {
    if (std::ranges::find(statuses, request.status) == statuses.end()) {
        return decision.refuse("enrolment-status.out-of-range"_code, {{"field", "status"}});
    }
    for (const auto& existing : facts.existing) {  // known, whatever day it is by now
        if (existing.row_digest != context.digest()) continue;
        if (context.repeated(existing.id)) return decision.refuse("row.duplicate"_code);
        return decision.unchanged(existing.id.value);
    }
    if (is_due_too_early(request.due_at, context.effective, context)) {
        return decision.refuse("date.due-before-enrolment"_code, {{"field", "due_at"}});
    }
    for (const auto& existing : facts.existing) {  // IMC-ENI-11
        if (!is_in_the_way(existing, context)) continue;
        return decision.refuse(context.repeated(existing.id) ? "row.duplicate"_code : "enrolment.exists"_code);
    }
    enrolment::Prebooking wish;
    wish.id = context.ids.take<enrolment::Prebooking>();
    wish.learner = facts.learner->id;
    wish.course_template = facts.course_template->id;
    wish.status = request.status;
    wish.enrolled_at = context.effective;
    wish.preferred_start_at = request.preferred_start_at;  // IMC-ENI-07
    wish.due_at = request.due_at;
    wish.end_at = request.end_at;
    wish.obligation = request.obligation;  // IMC-ENI-10
    wish.row_digest = context.digest();
    decision.put(std::move(wish));
}

}  // namespace provost::registration
