// Verbs of how enrolments end.
#include "finalise/amend.hpp"
#include "finalise/commitment.hpp"
#include "finalise/credential.hpp"
#include "finalise/credit.hpp"
#include "finalise/finalise_program.hpp"
#include "finalise/finalise_unit.hpp"
#include "finalise/learncycle.hpp"
#include "finalise/learner_activity.hpp"
#include "finalise/reopen.hpp"
#include "finalise/reopen_unit.hpp"
#include "finalise/transition.hpp"
#include "verbs/parts.hpp"

namespace provost::verbs {

namespace {

using access::Right;
using enum access::ObjectRight;

// clang-format off
constexpr auto finalise_verbs = std::to_array<Verb>({
    verb<finalise::finalise_unit>("finalise.finalise_unit", Right::finalise, finalise::finalise_unit_fetch<finalise::FinaliseUnit>, 2)
        .on({{"course", change_participant_status}}),
    verb<finalise::reopen_unit>("finalise.reopen_unit", Right::reopen, finalise::finalise_unit_fetch<finalise::ReopenUnit>, 1)
        .on({{"course", change_participant_status}}),
    master<enrolment::ProgramStatus, finalise::check_status>("finalise.define_status", Right::organise),
    verb<finalise::finalise_program>("finalise.finalise_program", Right::finalise, finalise::finalise_program_fetch<>, finalise::most_program_ids)
        .on({{"learner", edit}}),
    verb<finalise::complete_item>("finalise.complete_item", Right::finalise, finalise::program_item_fetch<finalise::CompleteItem>, 0)
        .on({{"learner", edit}}),
    verb<finalise::reopen>("finalise.reopen", Right::reopen, finalise::reopen_fetch<>, finalise::most_program_ids)
        .on({{"learner", edit}}),
    verb<finalise::amend>("finalise.amend", Right::finalise, finalise::amend_fetch<>, 2)
        .on({{"learner", edit}})
        .even_inactive(),
    master<finalise::Transition, finalise::check_transition>("finalise.define_transition", Right::edit_courses),
    verb<finalise::transition_program>("finalise.transition_program", Right::finalise, finalise::transition_program_fetch<>, finalise::most_program_ids)
        .on({{"learner", edit}}),
    verb<finalise::cancel_commitment>("finalise.cancel_commitment", Right::finalise, finalise::commitment_fetch<finalise::CancelCommitment>, 0)
        .on({{"learner", edit}}),
    verb<finalise::record_commitment>("finalise.record_commitment", Right::finalise, finalise::commitment_fetch<finalise::RecordCommitment>, 0)
        .on({{"learner", edit}}),
    verb<finalise::credit_unit>("finalise.credit_unit", Right::finalise, finalise::credit_unit_fetch<>, 1)
        .on({{"learner", edit}}),
    verb<finalise::check_packaging>("finalise.check_packaging", Right::finalise, finalise::award_fetch<finalise::CheckPackaging>, 0)
        .on({{"learner", view}}),
    verb<finalise::offer_credentials>("finalise.offer_credentials", Right::finalise, finalise::award_fetch<finalise::OfferCredentials>, 0)
        .on({{"learner", edit}}),
    master<finalise::Learncycle, finalise::check_learncycle>("finalise.define_learncycle", Right::organise),
    verb<finalise::fire_learncycle>("finalise.fire_learncycle", Right::finalise, finalise::fire_learncycle_fetch<>, 2)
        .on({{"of_program", edit}, {"of_place", edit}, {"course", edit}}),
    verb<finalise::issue_credential>("finalise.issue_credential", Right::finalise, finalise::issue_credential_fetch<>, 2)
        .on({{"learner", edit}}),
    verb<finalise::reissue_credential>("finalise.reissue_credential", Right::finalise, finalise::edition_fetch<finalise::ReissueCredential>, 1)
        .on({{"learner", edit}}),
    verb<finalise::revoke_credential>("finalise.revoke_credential", Right::finalise, finalise::edition_fetch<finalise::RevokeCredential>, 1)
        .on({{"learner", edit}}),
});
// clang-format on

}  // namespace

std::span<const Verb> verbs_of_finalise() { return finalise_verbs; }

}  // namespace provost::verbs
