// The verb that all plain master records share: make the record of that key as told, or bring it up to date. A record
// takes part by having its natural key as its first index; the verb table then needs one line for it.
#pragma once

#include "plan/decision.hpp"
#include "plan/fetch.hpp"

#include <provost/plan/define.hpp>

namespace provost {

template <class T>
struct DefineFacts {
    One<T> existing;
};

namespace detail {

// As `spelled`, while compiling.
template <class T>
constexpr const Field* told_of(const Index& index) {
    for (const Field& field : fields_of<T>()) {
        if (field.name == index.name) return &field;
    }
    return &fields_of<T>()[index.positions[0]];
}

template <class T>
consteval std::array<FetchStep, 1> define_plan() {
    FetchStep step;
    step.row = FetchRow{"existing", 0, false, &type_of<T>(), fields_of<T>(), indexes_of<T>(), "by its natural key"};
    step.index = 0;
    const auto base = static_cast<std::uint32_t>(offsetof(Define<T>, record));
    const Index& natural = indexes_of<T>()[0];
    for (std::size_t i = 0; i < natural.size; ++i) {
        step.parts[step.part_count++] = {-1, &fields_of<T>()[natural.positions[i]], base};
    }
    if (natural.size == 1) step.parts[0].field = told_of<T>(natural);
    return {step};
}

// A key that has one canonical spelling is made of what was told.
template <class T>
void make_key(T& record) {
    const Index& natural = indexes_of<T>()[0];
    if (natural.canonical == nullptr) return;
    const auto text = [&](const Field& field) { return static_cast<std::string*>(field.in(&record)); };
    *text(fields_of<T>()[natural.positions[0]]) = natural.canonical(*text(*told_of<T>(natural)));
}

}  // namespace detail

template <class T>
inline constexpr auto define_fetch = detail::define_plan<T>();

/// A fetch plan of such a verb that looks at more: `request` in its paths is the record that is told.
template <class T, std::size_t N>
[[nodiscard]] constexpr std::array<FetchStep, N> define_more_plan(const std::array<FetchRow, N>& rows) {
    auto steps = fetch_plan<T>(rows);
    for (FetchStep& step : steps) {
        for (std::size_t i = 0; i < step.part_count; ++i) {
            if (step.parts[i].slot < 0) step.parts[i].base = static_cast<std::uint32_t>(offsetof(Define<T>, record));
        }
    }
    return steps;
}

template <class T>
using RecordCheck = Code (*)(const T&, const Context&);

/// Of a record whose values are never wrong together. A function, not a null pointer: GCC with sanitizers does not
/// compare the address of a function with null while compiling.
template <class T>
Code unchecked(const T&, const Context&) {
    return {};
}

/// `check` refuses records whose values are wrong together; the empty code when right.
template <class T, RecordCheck<T> check = unchecked<T>>
void define(const Define<T>& request, const DefineFacts<T>& facts, Context& context, Decision& decision) {
    if (const Code wrong = check(request.record, context)) return decision.refuse(wrong);
    if (facts.existing && context.repeated(facts.existing->id)) return decision.refuse("row.duplicate"_code);
    T record = request.record;
    detail::make_key(record);
    record.id = facts.existing ? facts.existing->id : context.ids.take<T>();
    decision.put(std::move(record));
}

}  // namespace provost
