// From a request document to the verb it names and the request itself; and from a key to text that a host can look up,
// and back.
#pragma once

#include "verbs/verb.hpp"

#include <provost/describe/record.hpp>
#include <provost/plan/answer.hpp>

namespace provost::engine {

/// A request as it was read, with the verb it names.
struct NamedRequest {
    const verbs::Verb* verb = nullptr;
    std::shared_ptr<void> request;
};
[[nodiscard]] Result<NamedRequest> read_request(std::string_view document);

/// That there is no such verb, or kind of record; with the one that looks like it. `pointer`: its place in a document.
[[nodiscard]] Error no_verb(std::string_view name, std::string pointer);
[[nodiscard]] Error no_kind(std::string_view name, std::string pointer);

/// A key in words: kind, index, and its values as canonical text.
[[nodiscard]] Need need_of(const Key& key);
/// The key that these words name; its values may be the first ones of the index only.
[[nodiscard]] Result<Key> key_of(const Need& need);

}  // namespace provost::engine
