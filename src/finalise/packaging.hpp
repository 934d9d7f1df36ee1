// What a learner lacks for a program, by its packaging rules, as a condition over its core units and the bounds of its
// electives; and the facts that every rule about a learner in a program asks.
#pragma once

#include "plan/decision.hpp"
#include "plan/fetch.hpp"

#include <provost/finalise/credential.hpp>

#include <span>

namespace provost::finalise {

/// A learner in a program, what was achieved in it, and what was issued for it.
struct AwardFacts {
    One<enrolment::ProgramEnrolment> enrolment;
    One<catalogue::Packaging> packaging;
    Many<enrolment::Activity> in_program;
    Many<enrolment::Activity> by_subject;  // of its units, whichever program they belong to
    Many<Credential> credentials;
};

/// For a fetch plan with slots `learner` and `program`: `PROVOST_PART(of, award_rows)`.
template <class Facts = AwardFacts>
inline constexpr auto award_rows = [] {
    return std::to_array<FetchRow>({
        PROVOST_SLOT(enrolment, "learner_program(learner.id, program.id)", "program.not-enrolled"_code),
        PROVOST_SLOT(packaging, "program(program.id)"),
        PROVOST_SLOT(in_program, "program_enrolment(enrolment.id)"),
        PROVOST_SLOT(by_subject, "learner_subject(learner.id, packaging.units.subject)"),
        PROVOST_SLOT(credentials, "program_enrolment(enrolment.id)"),
    });
}();

using Activities = std::vector<const enrolment::Activity*>;

/// The activities that may count: those in the program, and those of its units that belong to no program.
[[nodiscard]] Activities activities_of(const AwardFacts& facts);

/// Whether an outcome counts towards a credential: 20, 51 and 60, and 81 where nothing is assessed. [FIN-CRD-02]
[[nodiscard]] bool counts(std::string_view outcome, bool non_assessed);

struct PackagingFound {
    bool complete = false;
    std::optional<Day> met_on;      // the day of the last requirement
    Reason reason;                  // when asked for
    std::vector<Reason> nearest{};  // what is missing
};

/// What is missing of a program. The day is that of the first moment at which nothing was. [FIN-CRD-02]
[[nodiscard]] PackagingFound packaging_missing(const catalogue::Packaging& packaging,
                                               std::span<const enrolment::Activity* const> activities, bool explains);

/// The same for a decision that works with activities of its own; nothing while it is not known yet. The program
/// enrolment and the activities outlive what is made of them.
[[nodiscard]] std::optional<AwardFacts> award_facts(const enrolment::ProgramEnrolment& program,
                                                    const Activities& in_program, const Context& context);

/// The day on which the program was completed: that of the last requirement where the program says what it asks for,
/// else the last end of a successful unit. [FIN-CRD-02]
[[nodiscard]] std::optional<Day> last_requirement(const AwardFacts& facts);

/// The facts of verbs about a learner in a program.
struct LearnerInProgram {
    One<people::Learner> learner;
    One<catalogue::Program> program;
    AwardFacts of;
};

template <class Request, class Facts = LearnerInProgram>
inline constexpr auto award_fetch = [] {
    return fetch_plan<Request>(detail::join(std::to_array<FetchRow>({
                                                PROVOST_SLOT(learner, "login(request.learner)", "learner.unknown"_code),
                                                PROVOST_SLOT(program, "code(request.program)", "program.unknown"_code),
                                            }),
                                            PROVOST_PART(of, award_rows)));
}();

void check_packaging(const CheckPackaging& request, const LearnerInProgram& facts, Context& context,
                     Decision& decision);

}  // namespace provost::finalise
