// Identity of records. Ids are 64-bit integers below 2^53 (exact in JSON and in every binding's numbers), reserved
// from the store and carried by requests, so that a plan is complete before it is committed.
#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace provost {

/// Largest id that may occur; JSON readers of other languages hold integers up to 2^53 - 1 exactly.
inline constexpr std::int64_t id_limit = (std::int64_t{1} << 53) - 1;

/// Id of a record of type T. Zero means "no record". Since 0.1.
template <class T>
struct Id {
    std::int64_t value = 0;

    [[nodiscard]] constexpr explicit operator bool() const { return value != 0; }
    friend constexpr auto operator<=>(const Id&, const Id&) = default;
};

/// How a request names a record of type T: by what users see (external id, login, code) or by its id.
/// In documents a string or an integer. Exactly one of the two is set, or none for an absent reference. Since 0.1.
template <class T>
struct Ref {
    std::int64_t id = 0;
    std::string name;

    Ref() = default;
    Ref(Id<T> known) : id(known.value) {}
    Ref(std::string external) : name(std::move(external)) {}
    Ref(const char* external) : name(external) {}

    [[nodiscard]] bool given() const { return id != 0 || !name.empty(); }
    friend bool operator==(const Ref&, const Ref&) = default;
};

}  // namespace provost
