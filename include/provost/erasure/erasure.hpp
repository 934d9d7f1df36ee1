// Erasing a person: what identifies a learner goes, what was trained and achieved stays.
//
// Two steps. The verb people.erase_learner decides, and takes the values out of the learner's record: a change like any
// other, with an entry of its own. The session `erase` then takes them out of what stands beside earlier entries of the
// journal and out of the file's freed space. Only after the session are they gone.
#pragma once

#include <provost/enrolment/enrolment.hpp>

namespace provost::erasure {

/// Why a person is erased: a closed list, because the journal keeps it for ever. Since 0.1.
enum class Ground : std::uint8_t { requested, retention_ended, mistaken, ordered };

/// Takes a learner's personal values out of the record, at the effective moment. Since 0.1.
struct EraseLearner {
    Head head;
    Ref<people::Learner> learner;
    std::optional<Ground> reason;
};

}  // namespace provost::erasure

template <>
struct provost::Choices<provost::erasure::Ground> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "requested", "The person asked for it."},
        {1, "retention_ended", "The time for which the values had to be kept is over."},
        {2, "mistaken", "The record should never have been made."},
        {3, "ordered", "An authority or a court ordered it."},
    });
};

PROVOST_REQUEST(provost::erasure::EraseLearner, "erase_learner",
                "Takes a learner's personal values out of the record; the session erase takes them out of the journal.",
                PROVOST_FIELD(learner, "Login of the learner.").required(),
                PROVOST_FIELD(reason, "Why; stays in the journal.").required());
