// From the journal's forms back to records: with the personal values that stand beside the journal.
#pragma once

#include "audit/replay.hpp"

namespace provost::audit {

/// Personal values (canonical JSON) by their digests.
class PersonalValues {
public:
    explicit PersonalValues(std::string_view secret) : secret_(secret) {}

    /// Takes the values beside an entry. False when they are not those that its digests were made of. Erased ones
    /// (null, or none at all in a record that is there) are right.
    [[nodiscard]] bool add(std::span<const PersonalCell> cells, std::span<const Record> beside);
    /// Null when erased.
    [[nodiscard]] const std::string* find(const std::string& digest) const;
    void clear() { values_.clear(); }

private:
    std::string secret_;
    std::unordered_map<std::string, std::string> values_;
};

/// A record again.
struct Restored {
    Record record;
    bool complete = true;  // no personal value of it was erased
};
[[nodiscard]] Result<Restored> restore(const RecordType& type, const Form& form, const PersonalValues& values);

}  // namespace provost::audit
