// What the old integration gave is kept apart from e-learning enrolments: nothing here makes an LMS key due. WIS-MIG-07
#include "lms/cutover.hpp"

namespace provost::lms {

void note_old_access(const NoteOldAccess& request, const NoteOldAccessFacts& facts, Context& context,
                     Decision& decision) {
    OldAccess noted = facts.existing ? *facts.existing : OldAccess{};
    if (!facts.existing) noted.id = context.ids.take<OldAccess>();
    noted.learner = facts.learner->id;
    noted.enabled = request.enabled;
    decision.put(std::move(noted));
}

// WIS-MIG-13: of all at once, once a person has seen how many that are.
void revoke_old_access(const RevokeOldAccess&, const RevokeOldAccessFacts&, Context& context, Decision& decision) {
    const auto enabled = context.find<OldAccess>(find_index(type_of<OldAccess>(), "enabled"), {{1, {}, false}});
    if (!enabled) return;
    if (enabled->empty()) return decision.unchanged(0);
    for (const OldAccess& each : *enabled) {
        OldAccess revoked = each;
        revoked.enabled = false;
        decision.put(std::move(revoked));
    }
    decision.ask_for_approval("old-access.approval"_code, {{"count", std::to_string(enabled->size())}});
}

}  // namespace provost::lms
