// Records of a slot by an id that they have, for verbs that look up many.
#pragma once

#include "plan/fetch.hpp"

#include <unordered_map>

namespace provost {

/// By their own id, or the one under which others ask for them: `ById(facts.seats, &Seats::course)`.
template <class T>
class ById {
public:
    template <class Member>
    ById(const Many<T>& records, Member member) {
        by_.reserve(records.size());
        for (const T& record : records) by_.emplace((record.*member).value, &record);
    }
    /// Null when there is none.
    [[nodiscard]] const T* find(std::int64_t id) const {
        const auto found = by_.find(id);
        return found == by_.end() ? nullptr : found->second;
    }

private:
    std::unordered_map<std::int64_t, const T*> by_;
};

}  // namespace provost
