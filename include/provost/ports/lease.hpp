// Leases: several workers share one store, and one at a time carries out what it hands out.
#pragma once

#include <provost/describe/field.hpp>

#include <optional>
#include <string>

namespace provost {

/// Who may carry out the actions of one connection, and until when. A worker that dies lets its lease run out. Since
/// 0.1.
struct Lease {
    Id<Lease> id;
    std::int64_t version = 0;  ///< every settlement of the holder rests on it, so a worker that lost it settles nothing
    std::string name;
    std::string holder;
    std::optional<Instant> until;
};

}  // namespace provost

PROVOST_DESCRIBE(provost::Lease, bookkeeping, "lease", "Who may carry out the actions of a connection.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(id, "Follows from its name."),
                 PROVOST_FIELD(version, "Counts the times it was taken or renewed."),
                 PROVOST_FIELD(name, "What it is for, for example lms.provision."),
                 PROVOST_FIELD(holder, "The worker that has it; absent for a worker that gave no name."),
                 PROVOST_FIELD(until, "When it runs out."));
