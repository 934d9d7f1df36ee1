// How a walker reads and writes one member of a described struct, per C++ type. The list of kinds is closed: a member
// of any other type does not compile.
#pragma once

#include <provost/base/decimal.hpp>
#include <provost/base/id.hpp>
#include <provost/base/result.hpp>
#include <provost/base/time.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace provost {

struct RecordType;
template <class T>
struct Description;

/// Kinds of values. How each is written: docs/documents.md. Since 0.1.
enum class Kind : std::uint8_t {
    boolean,    ///< true, false
    integer,    ///< 64 bits
    id,         ///< integer, 0 = none
    choice,     ///< one word of a closed list
    decimal,    ///< exact, as text
    day,        ///< YYYY-MM-DD
    instant,    ///< moment in UTC
    text,       ///< UTF-8; empty = absent
    code,       ///< a row of the table of codes, by name
    reference,  ///< external id as text, or id as integer
    texts,      ///< list of texts
    numbers,    ///< list of integers or ids
    record,     ///< a described struct
    records,    ///< list of described structs
};

/// A word of a closed list. The first row of a list is the value's default. Since 0.1.
struct ChoiceRow {
    std::uint8_t value;
    std::string_view name;
    std::string_view doc;
};

/// Specialised beside each enum that stands in a record: `static constexpr std::array<ChoiceRow, N> rows`. Since 0.1.
template <class E>
struct Choices;

/// How to reach a member of one C++ type through its address. Functions that a kind has no use for are null. Since 0.1.
struct Access {
    Kind kind;
    bool optional;  ///< may be absent (std::optional, empty text, zero id, empty list)
    std::uint32_t size;
    std::uint32_t align;
    bool (*present)(const void*);
    std::int64_t (*load)(const void*);  ///< boolean … instant, code
    void (*store)(void*, std::int64_t);
    void (*clear)(void*);                         ///< back to absent
    void (*copy)(void* to, const void* from);     ///< of two members of this type
    std::span<const ChoiceRow> choices;           ///< choice
    const RecordType* (*target)();                ///< record, records: what it holds
    const RecordType* (*names)();                 ///< id: the record it names
    std::size_t (*count)(const void*);            ///< records
    const void* (*at)(const void*, std::size_t);  ///< record (0), records
    void* (*add)(void*);                          ///< record, records: makes one and gives its address
};

/// The word of a choice, e.g. "in_progress". Since 0.1.
template <class E>
[[nodiscard]] constexpr std::string_view word(E value) {
    for (const ChoiceRow& row : Choices<E>::rows) {
        if (row.value == static_cast<std::uint8_t>(value)) return row.name;
    }
    return {};
}

/// Whether a text is a word of a choice. Since 0.1.
template <class E>
[[nodiscard]] constexpr bool is_word(std::string_view text) {
    for (const ChoiceRow& row : Choices<E>::rows) {
        if (row.name == text) return true;
    }
    return false;
}

namespace detail {

template <class T>
struct Scalar;  // how a single value becomes a 64-bit integer and back

template <>
struct Scalar<bool> {
    static constexpr Kind kind = Kind::boolean;
    static std::int64_t load(bool v) { return v ? 1 : 0; }
    static bool store(std::int64_t v) { return v != 0; }
};
template <>
struct Scalar<std::int64_t> {
    static constexpr Kind kind = Kind::integer;
    static std::int64_t load(std::int64_t v) { return v; }
    static std::int64_t store(std::int64_t v) { return v; }
};
template <>
struct Scalar<Decimal> {
    static constexpr Kind kind = Kind::decimal;
    static std::int64_t load(Decimal v) { return v.millionths; }
    static Decimal store(std::int64_t v) { return {v}; }
};
template <>
struct Scalar<Day> {
    static constexpr Kind kind = Kind::day;
    static std::int64_t load(Day v) { return v.time_since_epoch().count(); }
    static Day store(std::int64_t v) { return Day{std::chrono::days{v}}; }
};
template <>
struct Scalar<Instant> {
    static constexpr Kind kind = Kind::instant;
    static std::int64_t load(Instant v) { return v.time_since_epoch().count(); }
    static Instant store(std::int64_t v) { return Instant{std::chrono::milliseconds{v}}; }
};
template <>
struct Scalar<Code> {
    static constexpr Kind kind = Kind::code;
    static std::int64_t load(Code v) { return v.key(); }
    static Code store(std::int64_t v) { return Code(static_cast<std::uint32_t>(v)); }
};
template <class T>
struct Scalar<Id<T>> {
    static constexpr Kind kind = Kind::id;
    using Named = T;
    static std::int64_t load(Id<T> v) { return v.value; }
    static Id<T> store(std::int64_t v) { return {v}; }
};
template <class E>
requires std::is_enum_v<E>
struct Scalar<E> {
    static constexpr Kind kind = Kind::choice;
    static std::int64_t load(E v) { return static_cast<std::int64_t>(v); }
    static E store(std::int64_t v) { return static_cast<E>(v); }
};

// A function template, not a lambda: its body is instantiated at the end of the file, so a struct may hold a list of
// itself.
template <class T>
const RecordType* description_of() {
    return &Description<T>::type;
}

template <class T>
const T& as(const void* p) {
    return *static_cast<const T*>(p);
}
template <class T>
T& as(void* p) {
    return *static_cast<T*>(p);
}

template <class T>
constexpr Access base_access(Kind kind, bool optional) {
    Access access{};
    access.kind = kind;
    access.optional = optional;
    access.size = sizeof(T);
    access.align = alignof(T);
    access.clear = [](void* p) { as<T>(p) = T{}; };
    access.copy = [](void* to, const void* from) { as<T>(to) = as<T>(from); };
    return access;
}

template <class T>
constexpr void add_choices(Access& access) {
    if constexpr (std::is_enum_v<T>) access.choices = Choices<T>::rows;
}

template <class T>
constexpr Access scalar_access() {
    Access access = base_access<T>(Scalar<T>::kind, Scalar<T>::kind == Kind::id || Scalar<T>::kind == Kind::code);
    access.present = [](const void* p) {
        if constexpr (Scalar<T>::kind == Kind::id || Scalar<T>::kind == Kind::code) return static_cast<bool>(as<T>(p));
        return true;
    };
    access.load = [](const void* p) { return Scalar<T>::load(as<T>(p)); };
    access.store = [](void* p, std::int64_t v) { as<T>(p) = Scalar<T>::store(v); };
    if constexpr (Scalar<T>::kind == Kind::id) access.names = &description_of<typename Scalar<T>::Named>;
    add_choices<T>(access);
    return access;
}

template <class T>
constexpr Access optional_access() {
    Access access = base_access<std::optional<T>>(Scalar<T>::kind, true);
    access.present = [](const void* p) { return as<std::optional<T>>(p).has_value(); };
    access.load = [](const void* p) { return Scalar<T>::load(*as<std::optional<T>>(p)); };
    access.store = [](void* p, std::int64_t v) { as<std::optional<T>>(p) = Scalar<T>::store(v); };
    add_choices<T>(access);
    return access;
}

template <class T>
struct Accessor {  // scalars, and single described structs
    static constexpr Access make() {
        if constexpr (requires { Scalar<T>::kind; }) {
            return scalar_access<T>();
        } else {
            Access access = base_access<T>(Kind::record, false);
            access.present = [](const void*) { return true; };
            access.target = &description_of<T>;
            access.count = [](const void*) { return std::size_t{1}; };
            access.at = [](const void* p, std::size_t) { return p; };
            access.add = [](void* p) { return p; };
            return access;
        }
    }
};

template <class T>
struct Accessor<std::optional<T>> {
    static constexpr Access make() {
        if constexpr (requires { Scalar<T>::kind; }) {
            return optional_access<T>();
        } else {
            using M = std::optional<T>;
            Access access = base_access<M>(Kind::record, true);
            access.present = [](const void* p) { return as<M>(p).has_value(); };
            access.target = &description_of<T>;
            access.count = [](const void* p) { return std::size_t{as<M>(p) ? 1U : 0U}; };
            access.at = [](const void* p, std::size_t) { return static_cast<const void*>(&*as<M>(p)); };
            access.add = [](void* p) { return static_cast<void*>(&as<M>(p).emplace()); };
            return access;
        }
    }
};

template <>
struct Accessor<std::string> {
    static constexpr Access make() {
        Access access = base_access<std::string>(Kind::text, true);
        access.present = [](const void* p) { return !as<std::string>(p).empty(); };
        return access;
    }
};

template <class T>
struct Accessor<Ref<T>> {
    static constexpr Access make() {
        Access access = base_access<Ref<T>>(Kind::reference, true);
        access.present = [](const void* p) { return as<Ref<T>>(p).given(); };
        access.load = [](const void* p) { return as<Ref<T>>(p).id; };
        access.store = [](void* p, std::int64_t v) { as<Ref<T>>(p).id = v; };
        access.at = [](const void* p, std::size_t) { return static_cast<const void*>(&as<Ref<T>>(p).name); };
        access.add = [](void* p) { return static_cast<void*>(&as<Ref<T>>(p).name); };
        return access;
    }
};

template <class T>
struct Accessor<std::vector<T>> {
    static constexpr Access make() {
        using M = std::vector<T>;
        constexpr Kind kind = std::is_same_v<T, std::string>    ? Kind::texts
                              : std::is_same_v<T, std::int64_t> ? Kind::numbers
                                                                : Kind::records;
        Access access = base_access<M>(kind, true);
        access.present = [](const void* p) { return !as<M>(p).empty(); };
        access.count = [](const void* p) { return as<M>(p).size(); };
        access.at = [](const void* p, std::size_t i) { return static_cast<const void*>(&as<M>(p)[i]); };
        access.add = [](void* p) { return static_cast<void*>(&as<M>(p).emplace_back()); };
        if constexpr (kind == Kind::records) access.target = &description_of<T>;
        return access;
    }
};

}  // namespace detail

/// The access of a member type: `access_of<std::optional<Day>>`. Since 0.1.
template <class M>
inline constexpr Access access_of = detail::Accessor<M>::make();

}  // namespace provost
