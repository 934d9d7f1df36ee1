// lms.define_cutover, lms.tick_cutover, lms.cutover_of: the checklist. lms.note_old_access, lms.revoke_old_access: what
// the old integration gave.
#pragma once

#include "plan/decision.hpp"
#include "plan/fetch.hpp"

#include <provost/lms/cutover.hpp>
#include <provost/lms/lms.hpp>

namespace provost::lms {

struct CutoverFacts {
    One<Connection> connection;
    One<Cutover> cutover;
    One<LmsStanding> standing;
};

template <class Request, class Facts = CutoverFacts>
inline constexpr auto cutover_fetch = [] {
    return fetch_plan<Request>(std::to_array<FetchRow>({
        PROVOST_SLOT(connection, "key(request.connection)", "connection.unknown"_code),
        PROVOST_SLOT(cutover, "connection(connection.key)"),
        PROVOST_SLOT(standing, "connection(connection.key)"),
    }));
}();

struct NoteOldAccessFacts {
    One<people::Learner> learner;
    One<OldAccess> existing;
};

template <class Facts = NoteOldAccessFacts>
inline constexpr auto note_old_access_fetch = [] {
    return fetch_plan<NoteOldAccess>(std::to_array<FetchRow>({
        PROVOST_SLOT(learner, "login(request.learner)", "learner.unknown"_code,
                     when<people::Learner, people::is_known>),
        PROVOST_SLOT(existing, "learner(learner.id)"),
    }));
}();

struct RevokeOldAccessFacts {};
inline constexpr std::array<FetchStep, 0> revoke_old_access_fetch{};

void define_cutover(const DefineCutover& request, const CutoverFacts& facts, Context& context, Decision& decision);
void tick_cutover(const TickCutover& request, const CutoverFacts& facts, Context& context, Decision& decision);
void cutover_of(const CutoverOf& request, const CutoverFacts& facts, Context& context, Decision& decision);
void note_old_access(const NoteOldAccess& request, const NoteOldAccessFacts& facts, Context& context,
                     Decision& decision);
void revoke_old_access(const RevokeOldAccess& request, const RevokeOldAccessFacts& facts, Context& context,
                       Decision& decision);

}  // namespace provost::lms
