// Telling participants that components have opened.
#pragma once

#include <provost/learning/progress.hpp>

namespace provost::learning {

/// Up to when participants of a course were told of components that opened, and when there is more to tell. Since 0.1.
/// [IMC-SYL-11]
struct ComponentNotices {
    Id<ComponentNotices> id;
    std::int64_t version = 0;
    Id<catalogue::Course> course;
    std::optional<Instant> until;
    std::optional<Instant> next_at;
};

/// Tells participants of a course which components have opened for them since it was asked last: of those whose notices
/// are on, and that they have still to do; and makes the notices by days that have become due. Since 0.1. [IMC-SYL-11,
/// IMC-SYL-12, IMC-SCH-07, IMC-NOT-06]
struct SendComponentNotices {
    Head head;
    Ref<catalogue::Course> course;
    std::optional<Instant> since;
};

}  // namespace provost::learning

PROVOST_DESCRIBE(provost::learning::ComponentNotices, bookkeeping, "component_notices",
                 "Up to when participants were told of components that opened.",
                 PROVOST_INDEXES({"course", true, {"course"}}), PROVOST_FIELD(id, "Identity in this store."),
                 PROVOST_FIELD(version, "Counts the changes."), PROVOST_FIELD(course, "Of which course."),
                 PROVOST_FIELD(until, "What opened at this moment, or before it, was told."),
                 PROVOST_FIELD(next_at, "When the next one opens, as far as was known then; absent: none is known."));

PROVOST_REQUEST(provost::learning::SendComponentNotices, "send_component_notices",
                "Tells participants which components have opened, and what has become due by days.",
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(since,
                              "Notices by days: those that became due after this moment; absent: since the course "
                              "was asked last."));
