// The journal, played again: from its entries alone what every record holds, as the text that record digests are taken
// over. Checks chain and state digest of each entry on the way.
#pragma once

#include "audit/digest.hpp"

#include <provost/audit/journal.hpp>
#include <provost/ports/store.hpp>

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <unordered_map>

namespace provost::audit {

/// The kinds of records that a store keeps.
using Kinds = std::span<const RecordType* const>;

/// A record as the journal tells it.
struct Form {
    std::string text;          // as digest_text makes it
    std::int64_t version = 0;  // how often it was written
    std::int64_t entry = 0;    // the last entry that wrote it
};
using Forms = std::map<std::int64_t, Form>;

/// A personal value of an entry, which the entry itself holds as a digest.
struct PersonalCell {
    const RecordType* type = nullptr;
    std::int64_t id = 0;
    const Field* field = nullptr;
    std::string digest;
};

/// What one entry proved to be.
struct Step {
    bool in_place = false;  // its number follows the one before
    bool chained = false;   // its chain is the digest of itself and the chain before
    bool readable = false;  // its changes can be carried out
    bool summed = false;    // its state digest is what its changes make of the one before
    std::string state;      // as they should be
    std::string chain;

    [[nodiscard]] bool whole() const { return in_place && chained && readable && summed; }
};

class Replay {
public:
    explicit Replay(Kinds kinds) : kinds_(kinds) {}

    /// Carries out an entry. Of one that is not whole as much as can be, and the next is judged by what it claims to
    /// leave, so that each entry answers for itself alone.
    Step apply(const JournalEntry& entry);

    [[nodiscard]] const Forms& forms(const RecordType& type) const;
    /// The records that the last entry wrote, and its personal values.
    struct Name {
        const RecordType* type = nullptr;
        std::int64_t id = 0;
        friend auto operator<=>(const Name&, const Name&) = default;
    };
    [[nodiscard]] std::span<const Name> touched() const { return touched_; }
    [[nodiscard]] std::span<const PersonalCell> personal() const { return personal_; }
    /// Where the journal ends, as far as it was applied.
    [[nodiscard]] std::int64_t entries() const { return entries_; }
    [[nodiscard]] const std::string& state() const { return state_; }
    [[nodiscard]] const std::string& chain() const { return chain_; }

private:
    class Changes;

    Kinds kinds_;
    std::unordered_map<const RecordType*, Forms> forms_;
    std::vector<Name> touched_;
    std::vector<PersonalCell> personal_;
    std::int64_t entries_ = 0;
    std::string state_;
    std::string chain_;
};

/// Calls `visit` for each entry in order, with the records of personal values beside it, until it answers an error.
using VisitEntry = std::function<Result<void>(const JournalEntry&, std::span<const Record>)>;
[[nodiscard]] Result<void> each_entry(Store& store, const VisitEntry& visit);

/// Calls `visit` for each record of a kind in ascending order of id, until it answers an error.
using VisitRecord = std::function<Result<void>(const Record&)>;
[[nodiscard]] Result<void> each_record(Store& store, const RecordType& type, std::size_t page,
                                       const VisitRecord& visit);

}  // namespace provost::audit
