// Facts: what a verb may see. A facts struct has a slot per thing; its fetch plan says for each slot under which key
// the records stand, as a path that is checked while compiling:
//
//     struct RegisterFacts { One<Course> course; Many<Prerequisite> prerequisites; Evidence evidence; ... };
//     template <class Facts = RegisterFacts>
//     inline constexpr auto register_fetch = [] { return fetch_plan<Register>(std::to_array<FetchRow>({
//         PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code)
//         PROVOST_SLOT(prerequisites, "course_template(course.course_template)")
//         PROVOST_SLOT(tags, "key(request.tags.tag)")  -- a member of each document of a list; absent: asks for nothing
//         PROVOST_PART(evidence, evidence_rows)  -- a slot that is a struct of slots
//
// Plans are templates so that only the table of verbs works them out, not every file that sees their header.
// The engine loads the slots of a whole batch of requests wave by wave; a host without a store is told what is missing.
// A reference that a request must not leave dangling names the code of its refusal; these are checked in the order of
// the plan, before the verb's own rules. What a record names and the store must have says record.missing: an error.
#pragma once

#include "base/code_table.hpp"

#include <provost/describe/record.hpp>

#include <array>
#include <span>
#include <string_view>
#include <vector>

namespace provost {

/// A slot of at most one record.
struct AnyOne {
    const void* record = nullptr;
};
template <class T>
struct One : AnyOne {
    using Type = T;
    static constexpr bool many = false;
    [[nodiscard]] explicit operator bool() const { return record != nullptr; }
    const T& operator*() const { return *static_cast<const T*>(record); }
    const T* operator->() const { return static_cast<const T*>(record); }
};

/// A slot of any number of records: for each key in the order of the request, and under one key in ascending order of
/// id. What is found by what other slots hold is there once, however many of its keys it stands under.
struct AnyMany {
    std::vector<const void*> records;
};
template <class T>
struct Many : AnyMany {
    using Type = T;
    static constexpr bool many = true;
    struct Iterator {
        const void* const* at;
        const T& operator*() const { return *static_cast<const T*>(*at); }
        Iterator& operator++() { return (++at, *this); }
        bool operator==(const Iterator&) const = default;
    };
    [[nodiscard]] Iterator begin() const { return {records.data()}; }
    [[nodiscard]] Iterator end() const { return {records.data() + records.size()}; }
    [[nodiscard]] std::size_t size() const { return records.size(); }
    [[nodiscard]] bool empty() const { return records.empty(); }
    /// The first for which it holds; null: none.
    template <class Is>
    [[nodiscard]] const T* first(const Is& is) const {
        for (const T& record : *this) {
            if (is(record)) return &record;
        }
        return nullptr;
    }
};

/// One row of a fetch plan as it is written.
struct FetchRow {
    std::string_view slot;
    std::uint32_t offset = 0;
    bool many = false;
    const RecordType* type = nullptr;
    std::span<const Field> fields{};  // the members and indexes of that type, as the path may name them
    std::span<const Index> indexes{};
    std::string_view path{};                   // index(source.member, …)
    Code absent{};                             // refusal when a given reference finds nothing
    bool (*usable)(const void*) = nullptr;     // a record that is not usable counts as absent
    bool (*asks)(std::string_view) = nullptr;  // a text that asks for no record is passed over
};

/// One row with its path resolved.
struct FetchStep {
    struct Part {
        int slot = -1;  // -1: the request; else the position of an earlier step
        const Field* field = nullptr;
        std::uint32_t base = 0;     // where the struct that has the field begins
        std::string_view nested{};  // of a list of documents: their member
    };
    FetchRow row;
    int index = Key::by_id;
    std::array<Part, 3> parts{};
    std::uint32_t part_count = 0;
    std::uint32_t wave = 1;
};

namespace detail {

constexpr FetchStep::Part resolve_part(std::string_view text, std::span<const Field> request,
                                       std::span<const FetchStep> before) {
    const auto dot = text.find('.');
    const auto source = text.substr(0, dot);
    const auto behind = text.substr(dot + 1);
    const auto member = behind.substr(0, behind.find('.'));
    FetchStep::Part part;
    if (member.size() < behind.size()) part.nested = behind.substr(member.size() + 1);
    // Positions instead of pointers: GCC with sanitizers does not compare addresses with null while compiling.
    std::size_t slot = 0;
    while (slot < before.size() && before[slot].row.slot != source) ++slot;
    const bool is_request = source == "request";
    if (!is_request && slot == before.size()) throw "a path names a slot that does not stand before it";
    part.slot = is_request ? -1 : static_cast<int>(slot);
    const auto fields = is_request ? request : before[slot].row.fields;
    std::size_t position = 0;
    while (position < fields.size() && fields[position].name != member) ++position;
    if (position == fields.size()) throw "a path names a member that its record lacks";
    part.field = &fields[position];
    // The members of the documents are not at hand while compiling; tests/unit/engine checks the name.
    if (!part.nested.empty() && part.field->access->kind != Kind::records)
        throw "a path goes into no list of documents";
    return part;
}

constexpr int resolve_index(std::span<const Index> indexes, std::string_view name) {
    if (name == "id") return Key::by_id;
    for (std::size_t i = 0; i < indexes.size(); ++i) {
        if (indexes[i].name == name) return static_cast<int>(i);
    }
    throw "a path names an index that its record lacks";
}

constexpr FetchStep resolve(const FetchRow& row, std::span<const Field> request, std::span<const FetchStep> before) {
    FetchStep step{row, Key::by_id, {}, 0, 1};
    const auto open = row.path.find('(');
    step.index = resolve_index(row.indexes, row.path.substr(0, open));
    auto rest = row.path.substr(open + 1, row.path.size() - open - 2);
    while (!rest.empty()) {
        const auto comma = rest.find(", ");
        const auto part = resolve_part(rest.substr(0, comma), request, before);
        if (part.slot >= 0 && before[static_cast<std::size_t>(part.slot)].wave >= step.wave) {
            step.wave = before[static_cast<std::size_t>(part.slot)].wave + 1;
        }
        step.parts[step.part_count++] = part;
        rest = comma == rest.npos ? std::string_view() : rest.substr(comma + 2);
    }
    return step;
}

}  // namespace detail

/// Resolves the rows of a plan against the verb's request.
template <class Request, std::size_t N>
[[nodiscard]] constexpr std::array<FetchStep, N> fetch_plan(const std::array<FetchRow, N>& rows) {
    std::array<FetchStep, N> steps{};
    for (std::size_t i = 0; i < N; ++i) {
        steps[i] = detail::resolve(rows[i], fields_of<Request>(), std::span<const FetchStep>(steps.data(), i));
    }
    return steps;
}

/// Rows of a struct of slots that lies `at` bytes into the facts.
template <std::size_t N>
[[nodiscard]] constexpr std::array<FetchRow, N> part_of(std::size_t at, std::array<FetchRow, N> rows) {
    for (FetchRow& row : rows) row.offset += static_cast<std::uint32_t>(at);
    return rows;
}

/// The number of load waves a plan needs, whatever the number of requests.
[[nodiscard]] constexpr std::uint32_t waves(std::span<const FetchStep> steps) {
    std::uint32_t most = 0;
    for (const FetchStep& step : steps) most = step.wave > most ? step.wave : most;
    return most;
}

/// A usable-check of a slot, written for its type: PROVOST_SLOT(tutors, "…", code, when<Tutor, has_group>).
template <class T, bool (*check)(const T&)>
inline constexpr bool (*when)(const void*) = [](const void* record) { return check(*static_cast<const T*>(record)); };

}  // namespace provost

/// Rows of a fetch plan; `Facts` is the verb's facts struct in scope.
#define PROVOST_SLOT(slot, path, ...)                                                                        \
    ::provost::FetchRow {                                                                                    \
#slot, offsetof(Facts, slot), decltype(Facts::slot)::many,                                           \
            &::provost::type_of < typename decltype(Facts::slot)::Type>(),                                   \
            ::provost::fields_of < typename decltype(Facts::slot)::Type>(),                                  \
            ::provost::indexes_of < typename decltype(Facts::slot)::Type>(), path __VA_OPT__(, ) __VA_ARGS__ \
    }

/// Rows of a fetch plan for a slot of `Facts` that is itself a struct of slots: `rows` is their variable template.
#define PROVOST_PART(slot, rows) ::provost::part_of(offsetof(Facts, slot), rows<decltype(Facts::slot)>)
