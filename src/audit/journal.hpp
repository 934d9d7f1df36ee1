// Writing the journal: one entry per unit, built from its changes.
#pragma once

#include "audit/digest.hpp"

#include <provost/audit/journal.hpp>
#include <provost/plan/answer.hpp>
#include <provost/ports/store.hpp>

#include <span>

namespace provost::audit {

/// What an entry says besides its changes.
struct EntryFacts {
    std::string verb;
    std::string actor;
    std::optional<Instant> effective;
    Instant recorded;
    std::string key;
    std::int64_t about = 0;
    std::string request;
    std::string reads;
};

/// Adds to `unit` the entry for its changes of the state, the personal values beside it, and the moved head. Gives the
/// new head.
[[nodiscard]] JournalHead append_entry(Unit& unit, const JournalHead& head, const EntryFacts& facts,
                                       std::span<const Change> changes, std::string_view secret);

/// After-images in columns: for each kind and set of changed members one group {"kind","made","members","rows"}, each
/// row the id and the members' values; personal values as digests. `personal` gets the values themselves as a list, in
/// the order in which their digests stand in the text.
[[nodiscard]] std::string columns(std::span<const Change> changes, std::string_view secret, std::string& personal);

/// The chain after an entry: digest of the chain before it and of each member of the entry but its own chain, with its
/// name and length: a text as it is, anything else as canonical JSON.
[[nodiscard]] std::string chain_after(std::string_view before, const JournalEntry& entry);

}  // namespace provost::audit
