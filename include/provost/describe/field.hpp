// One description per record, request and answer: a constexpr table beside the struct says for each member its name,
// meaning, kind and constraints. JSON, schemas, canonical text, digests, SQL columns, Python classes and the
// documentation all come from walking this table; nothing is listed a second time.
#pragma once

#include <provost/base/decimal.hpp>
#include <provost/base/id.hpp>
#include <provost/base/result.hpp>
#include <provost/base/time.hpp>
#include <provost/describe/access.hpp>
#include <provost/describe/lifetime.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

namespace provost {

/// A check of one text value: the empty code when it is right. Since 0.1.
using TextCheck = Code (*)(std::string_view);

/// One member of a described struct. Built by PROVOST_FIELD and the chain of `with` functions. Since 0.1.
struct Field {
    std::string_view name;
    std::string_view doc;
    const Access* access = nullptr;
    std::uint32_t offset = 0;
    std::uint32_t most = 0;  ///< most characters of a text, most items of a list; 0 = the kind's own ceiling
    bool is_required = false;
    bool is_personal = false;
    bool is_key = false;
    bool is_external_id = false;
    bool is_zone = false;
    bool is_line = false;
    TextCheck check = nullptr;
    std::string_view malformed{};  ///< code of a value that can not be read; empty = the kind's own
    std::int64_t lowest = INT64_MIN, highest = INT64_MAX;

    /// A copy with one property set; the functions below say what the properties mean.
    template <class M>
    [[nodiscard]] constexpr Field with(M Field::*member, M value) const {
        Field copy = *this;
        copy.*member = value;
        return copy;
    }
    /// Must be present, not empty, and no text of blanks alone.
    [[nodiscard]] constexpr Field required() const { return with(&Field::is_required, true); }
    /// A person's value: journaled as a digest, never in errors or logs.
    [[nodiscard]] constexpr Field personal() const { return with(&Field::is_personal, true); }
    /// What others will name the thing by that is made here: no control characters, no blanks around it.
    [[nodiscard]] constexpr Field key(std::uint32_t n = 40) const { return with(&Field::is_key, true).at_most(n); }
    /// An external id of at most 40 characters: a key.
    [[nodiscard]] constexpr Field external_id() const { return with(&Field::is_external_id, true).key(); }
    /// The IANA name of the zone in which the record, and all that leads to it, has its days.
    [[nodiscard]] constexpr Field zone() const { return with(&Field::is_zone, true).at_most(64); }
    /// One line of text: no control characters.
    [[nodiscard]] constexpr Field line() const { return with(&Field::is_line, true); }
    [[nodiscard]] constexpr Field at_most(std::uint32_t n) const { return with(&Field::most, n); }
    [[nodiscard]] constexpr Field checked(TextCheck f) const { return with(&Field::check, f); }
    /// Numbers from `low` to `high` (of a decimal: whole units); `code` when outside or unreadable.
    [[nodiscard]] constexpr Field between(std::int64_t low, std::int64_t high, std::string_view code) const {
        const auto scale = access->kind == Kind::decimal ? Decimal::of(1).millionths : 1;
        return with(&Field::lowest, low * scale).with(&Field::highest, high * scale).or_else(code);
    }
    /// Code of a value that can not be read.
    [[nodiscard]] constexpr Field or_else(std::string_view code) const { return with(&Field::malformed, code); }

    [[nodiscard]] const void* in(const void* record) const { return static_cast<const std::byte*>(record) + offset; }
    [[nodiscard]] void* in(void* record) const { return static_cast<std::byte*>(record) + offset; }
};

/// An index of a record: up to three members that are looked up together. Since 0.1.
struct Index {
    std::string_view name;
    bool unique = false;
    std::array<std::string_view, 3> members{};
    std::string (*canonical)(std::string_view) = nullptr;  ///< how a text given by a user becomes the stored key
    std::size_t size = 0;                                  ///< how many members there are
    std::array<std::uint16_t, 3> positions{};              ///< theirs in `fields`
};

/// What kind of life a described struct leads. Since 0.1.
enum class Role : std::uint8_t {
    record,       ///< part of the state: stored, journaled, digested
    bookkeeping,  ///< stored, but not part of the state (journal, runs, LMS due keys)
    document,     ///< a request, an answer or a part of one: never stored by itself
};

/// The description of a whole struct, type-erased; and how objects of it are made. Since 0.1.
struct RecordType : Lifetime {
    std::string_view name;
    std::string_view doc;
    Role role = Role::document;
    std::span<const Field> fields;           ///< in the order of the struct
    std::span<const std::uint16_t> by_name;  ///< positions in `fields`, in byte order of the names
    std::span<const Index> indexes;          ///< besides the id
    bool has_personal = false;

    [[nodiscard]] constexpr const Field* find(std::string_view field) const {
        for (const Field& candidate : fields) {
            if (candidate.name == field) return &candidate;
        }
        return nullptr;
    }
};

/// Specialised beside each described struct by PROVOST_DESCRIBE. Since 0.1.
template <class T>
struct Description;

/// The description of T: the one object by which its type is known. Since 0.1.
template <class T>
[[nodiscard]] constexpr const RecordType& type_of() {
    return Description<T>::type;
}

/// The table behind it, for what is looked up while compiling; not the object by which the type is known.
template <class T>
[[nodiscard]] constexpr const auto& fields_of() {
    return Description<T>::template Table<T>::fields;
}
template <class T>
[[nodiscard]] constexpr const auto& indexes_of() {
    return Description<T>::template Table<T>::indexes;
}

namespace detail {

inline constexpr std::array<Index, 0> no_index{};

// What works on a whole table takes a span: these headers are everywhere, and an array of each size would be compiled
// anew.
constexpr void sort_by_name(std::span<const Field> fields, std::span<std::uint16_t> order) {
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<std::uint16_t>(i);
    std::ranges::sort(order, {}, [&](std::uint16_t i) { return fields[i].name; });
}

template <std::size_t N>
constexpr std::array<std::uint16_t, N> order_by_name(const std::array<Field, N>& fields) {
    std::array<std::uint16_t, N> order{};
    sort_by_name(fields, order);
    return order;
}

/// The fields of a described part that lies `at` bytes into another struct.
template <std::size_t N>
constexpr std::array<Field, N> shifted(std::size_t at, std::array<Field, N> fields) {
    for (Field& field : fields) field.offset += static_cast<std::uint32_t>(at);
    return fields;
}

/// The same fields, one of which must be given.
template <std::size_t N>
constexpr std::array<Field, N> required(std::string_view name, std::array<Field, N> fields) {
    for (Field& field : fields) field.is_required = field.is_required || field.name == name;
    return fields;
}

template <class T, std::size_t... N>
constexpr auto join(const std::array<T, N>&... parts) {
    std::array<T, (N + ...)> all{};
    std::size_t end = 0;
    const auto append = [&](const auto& part) {
        for (const T& row : part) all[end++] = row;
    };
    (append(parts), ...);
    return all;
}

// Each field must begin where the one before it ends (after alignment), and the last one must end the struct: a member
// that is missing from the table leaves a hole and does not compile.
constexpr bool complete(std::span<const Field> fields, std::size_t size, std::size_t alignment_of_all) {
    std::size_t end = 0;
    const auto aligned = [&](std::size_t alignment) { return (end + alignment - 1) / alignment * alignment; };
    for (const Field& field : fields) {
        if (field.offset != aligned(field.access->align)) return false;
        end = field.offset + field.access->size;
    }
    return aligned(alignment_of_all) == size;
}

// Indexes with their members found: keys are made by the million. A name that is in no field does not compile.
constexpr void place_in(Index& index, std::span<const Field> fields) {
    for (; index.size < index.members.size() && !index.members[index.size].empty(); ++index.size) {
        std::size_t position = 0;
        while (position < fields.size() && fields[position].name != index.members[index.size]) ++position;
        if (position == fields.size()) throw "an index names a member that its record lacks";
        index.positions[index.size] = static_cast<std::uint16_t>(position);
    }
}

template <std::size_t M>
constexpr std::array<Index, M> place_members(std::array<Index, M> indexes, std::span<const Field> fields) {
    for (Index& index : indexes) place_in(index, fields);
    return indexes;
}

}  // namespace detail

/// Type-erases a table of fields; PROVOST_DESCRIBE calls it.
template <class T, Role role, std::size_t N, std::size_t M>
[[nodiscard]] constexpr RecordType describe(std::string_view name, std::string_view doc,
                                            const std::array<Field, N>& fields,
                                            const std::array<std::uint16_t, N>& by_name,
                                            const std::array<Index, M>& indexes) {
    if (std::ranges::adjacent_find(by_name, {}, [&](std::uint16_t i) { return fields[i].name; }) != by_name.end()) {
        throw "two members have the same name";
    }
    if (!detail::complete(fields, sizeof(T), alignof(T)))
        throw "a member of the struct is missing from its description, or out of order";
    RecordType type{lifetime<T>(), name, doc, role, fields, by_name, indexes};
    for (const Field& field : fields) type.has_personal = type.has_personal || field.is_personal;
    return type;
}

}  // namespace provost

/// One row of a description's table. Only inside PROVOST_DESCRIBE.
#define PROVOST_FIELD(member, doc) \
    ::provost::Field { #member, doc, &::provost::access_of < decltype(Self::member)>, offsetof(Self, member) }

/// The indexes of a record, e.g. PROVOST_INDEXES({"login", true, {"login_key"}}); documents have PROVOST_NO_INDEX.
#define PROVOST_INDEXES(...) std::to_array<::provost::Index>({__VA_ARGS__})
#define PROVOST_NO_INDEX ::provost::detail::no_index

/// Some rows of a table, and the rows of a described member whose own members stand in the struct as if they were its
/// own: several structs that share them are told of once.
#define PROVOST_FIELDS(...) std::to_array<::provost::Field>({__VA_ARGS__})
#define PROVOST_MEMBERS(member) \
    ::provost::detail::shifted(offsetof(Self, member), ::provost::fields_of<decltype(Self::member)>())

/// The description of a struct: PROVOST_DESCRIBE(Type, role, "name", "doc", PROVOST_INDEXES(...), fields...).
#define PROVOST_DESCRIBE(Type, role, name, doc, index_list, ...) \
    PROVOST_DESCRIBE_PARTS(Type, role, name, doc, index_list, PROVOST_FIELDS(__VA_ARGS__))

/// The same from parts: PROVOST_FIELDS(...) and PROVOST_MEMBERS(...), in the order of the struct. The table is a
/// template so that it costs only the files that look into it, and the one that has the struct's PROVOST_DESCRIBED.
#define PROVOST_DESCRIBE_PARTS(Type, role, name, doc, index_list, ...)                                 \
    template <>                                                                                        \
    struct provost::Description<Type> {                                                                \
        template <class Self>                                                                          \
        struct Table {                                                                                 \
            static constexpr auto fields = ::provost::detail::join(__VA_ARGS__);                       \
            static constexpr auto by_name = ::provost::detail::order_by_name(fields);                  \
            static constexpr auto indexes = ::provost::detail::place_members(index_list, fields);      \
            static constexpr ::provost::RecordType type =                                              \
                ::provost::describe<Self, ::provost::Role::role>(name, doc, fields, by_name, indexes); \
        };                                                                                             \
        static const ::provost::RecordType type;                                                       \
    }

/// In one .cpp file for each described struct: here its description is made.
#define PROVOST_DESCRIBED(Type)                                              \
    constinit const ::provost::RecordType provost::Description<Type>::type = \
        provost::Description<Type>::Table<Type>::type
