// What the old integration gave is kept apart from e-learning enrolments: nothing here makes an LMS key due. WIS-MIG-07
#include "access/clearance.hpp"
#include "lms/cutover.hpp"

namespace provost::lms {

namespace {

// IMC-ACL-01: of a learner who is not cleared for whoever asks.
void leave_alone(const OldAccess& noted, Decision& decision) {
    ReportLine line;
    line.item = "/learner/" + std::to_string(noted.learner.value);
    line.fate = Fate::refused;
    line.code = "clearance.missing"_code;
    decision.report.push_back(std::move(line));
}

}  // namespace

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
    std::size_t count = 0;
    bool known = true;
    for (const OldAccess& each : *enabled) {
        const auto learner = context.one<people::Learner>(each.learner.value);
        known = known && learner;
        if (!learner) continue;
        const auto may = access::may(context, *learner, people::is_known, access::ObjectRight::edit);
        known = known && may;
        if (!may.value_or(false)) {
            leave_alone(each, decision);
            continue;
        }
        OldAccess revoked = each;
        revoked.enabled = false;
        decision.put(std::move(revoked));
        ++count;
    }
    if (!known) return;
    if (count == 0) return decision.unchanged(0);
    decision.ask_for_approval("old-access.approval"_code, {{"count", std::to_string(count)}});
}

}  // namespace provost::lms
