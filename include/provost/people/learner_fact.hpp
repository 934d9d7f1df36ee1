// What the host knows of a learner and Provost does not: skills, job profiles, courses that are covered otherwise.
#pragma once

#include <provost/people/learner.hpp>

namespace provost::people {

/// Kinds of facts. Since 0.1. [IMC-PRE-18, IMC-PRE-19, FIN-CRD-05]
enum class FactKind : std::uint8_t { skill, job_profile, course, course_template, usi_verified, fees_settled };

/// A fact about a learner, as the host last told it. Since 0.1.
struct LearnerFact {
    Id<LearnerFact> id;
    std::int64_t version = 0;
    Id<Learner> learner;
    std::string about;
    bool holds = true;
    std::int64_t level = 0;
    std::optional<Day> from_on;
    std::optional<Day> until_on;
};

/// Tells a fact about a learner, or what has become of it. Since 0.1.
struct StateFact {
    Head head;
    Ref<Learner> learner;
    std::optional<FactKind> kind;
    std::string about;
    std::optional<bool> holds;
    std::optional<std::int64_t> level;
    std::optional<Day> from_on;
    std::optional<Day> until_on;
};

/// The text by which a fact is found: "skill:welding".
[[nodiscard]] std::string fact_about(FactKind kind, std::string_view key);

}  // namespace provost::people

template <>
struct provost::Choices<provost::people::FactKind> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "skill", "Has a skill, of a level."},
        {1, "job_profile", "Has a job profile: level 1 assigned, 2 met."},
        {2, "course", "What he did elsewhere covers a course."},
        {3, "course_template", "What he did elsewhere covers the courses of a template."},
        {4, "usi_verified", "The registry has confirmed the USI; the key is usi."},
        {5, "fees_settled", "The fees of a program are settled; the key is its code."},
    });
};

PROVOST_DESCRIBE(provost::people::LearnerFact, record, "learner_fact", "What the host knows of a learner.",
                 PROVOST_INDEXES({"learner_about", true, {"learner", "about"}}, {"learner", false, {"learner"}}),
                 PROVOST_FIELD(id, "Identity in this store."), PROVOST_FIELD(version, "Counts the changes."),
                 PROVOST_FIELD(learner, "Of whom."), PROVOST_FIELD(about, "Kind and key, for example skill:welding."),
                 PROVOST_FIELD(holds, "Whether it is so."), PROVOST_FIELD(level, "Level of a skill or job profile."),
                 PROVOST_FIELD(from_on, "First day on which it is so; absent: always."),
                 PROVOST_FIELD(until_on, "Last day; absent: for good."));

PROVOST_REQUEST(
    provost::people::StateFact, "state_fact", "Tells a fact about a learner.",
    PROVOST_FIELD(learner, "Login of the learner.").required(), PROVOST_FIELD(kind, "Kind.").required(),
    PROVOST_FIELD(about,
                  "Key of the skill or job profile, external id of the course or template, usi, or code of a program.")
        .required()
        .at_most(100),
    PROVOST_FIELD(holds, "Whether it is so; absent: yes."),
    PROVOST_FIELD(level, "Level of a skill; of a job profile 1 assigned, 2 met; absent: 1.")
        .between(0, 1'000'000, "value.out-of-range"),
    PROVOST_FIELD(from_on, "First day on which it is so."), PROVOST_FIELD(until_on, "Last day."));
