// A verb, type-erased: its line of the table. verb<decide>(...) takes request and facts types from the function itself.
#pragma once

#include "plan/decision.hpp"
#include "plan/fetch.hpp"

#include <provost/access/clearance.hpp>
#include <provost/staffing/position.hpp>

#include <memory>
#include <span>
#include <string_view>

namespace provost::verbs {

/// That a verb needs a right on the records of a slot, when they have clearances.
struct Touch {
    std::string_view slot;
    access::ObjectRight right = access::ObjectRight::view;
    bool (*asks)(const void* request) = nullptr;  // whether a request does so; null: each does
    std::size_t step = 0;                         // of the fetch plan, which the slot belongs to

    [[nodiscard]] bool is_asked_by(const void* request) const { return asks == nullptr || asks(request); }
};

struct Verb {
    std::string_view name;
    access::Right right = access::Right::none;
    std::span<const FetchStep> fetch;
    std::int64_t most_ids = 0;  // records one decision may make
    const RecordType* request = nullptr;
    Lifetime facts;
    void (*decide)(const void* request, const void* facts, Context&, Decision&) = nullptr;
    std::array<Touch, 6> touches{};
    std::size_t touch_count = 0;
    bool finds_objects = false;           // with clearances, about which the rule itself asks
    bool of_inactive = false;             // changes what belongs to inactive learners, too
    staffing::FunctionSet functions = 0;  // tutors of the course in that slot may ask it, when one of these is open
    std::size_t course_step = 0;          // of the fetch plan, which that slot belongs to

    [[nodiscard]] std::span<const Touch> touched() const { return std::span(touches).first(touch_count); }
    /// The same verb, which needs rights on what stands in these slots.
    [[nodiscard]] constexpr Verb on(std::initializer_list<Touch> slots) const {
        Verb verb = *this;
        for (Touch touch : slots) {
            while (touch.step < fetch.size() && fetch[touch.step].row.slot != touch.slot) ++touch.step;
            if (touch.step == fetch.size()) throw "a verb needs a right on a slot that its fetch plan lacks";
            verb.touches[verb.touch_count++] = touch;
        }
        return verb;
    }
    /// The same verb, which tutors of the course in this slot may ask as well when one of the functions is open to
    /// them. [IMC-TUT-02, IMC-ACL-04]
    [[nodiscard]] constexpr Verb by_tutor(std::string_view slot, staffing::FunctionSet any) const {
        Verb verb = *this;
        verb.functions = any;
        while (verb.course_step < fetch.size() && fetch[verb.course_step].row.slot != slot) ++verb.course_step;
        if (verb.course_step == fetch.size()) throw "tutors ask a verb by a slot that its fetch plan lacks";
        return verb;
    }
    /// The same verb, whose rule asks for the clearances of what it finds. [IMC-ACL-01]
    [[nodiscard]] constexpr Verb finding_objects() const {
        Verb verb = *this;
        verb.finds_objects = true;
        return verb;
    }
    /// The same verb, for inactive learners as well. [FIN-ACC-03]
    [[nodiscard]] constexpr Verb even_inactive() const {
        Verb verb = *this;
        verb.of_inactive = true;
        return verb;
    }
    [[nodiscard]] std::string_view doc() const { return request->doc; }
    /// The head of a request: its first member.
    [[nodiscard]] static const Head& head(const void* request) { return *static_cast<const Head*>(request); }
};

namespace detail {

template <class Function>
struct Signature;
template <class Request, class Facts>
struct Signature<void (*)(const Request&, const Facts&, Context&, Decision&)> {
    using RequestType = Request;
    using FactsType = Facts;
};

}  // namespace detail

template <auto decide>
[[nodiscard]] constexpr Verb verb(std::string_view name, access::Right right, std::span<const FetchStep> fetch,
                                  std::int64_t most_ids) {
    using Request = typename detail::Signature<decltype(decide)>::RequestType;
    using Facts = typename detail::Signature<decltype(decide)>::FactsType;
    static_assert(offsetof(Request, head) == 0, "a request begins with its head");
    return {name,
            right,
            fetch,
            most_ids,
            &type_of<Request>(),
            row_lifetime<Facts>(),
            [](const void* request, const void* facts, Context& context, Decision& decision) {
                decide(*static_cast<const Request*>(request), *static_cast<const Facts*>(facts), context, decision);
            }};
}

/// All verbs, in the order of the rooms.
[[nodiscard]] std::span<const Verb> all();
/// By name; null when there is none.
[[nodiscard]] const Verb* find(std::string_view name);
/// By the type of its request; null when there is none.
[[nodiscard]] const Verb* find(const RecordType& request);

/// All kinds of records that a store keeps.
[[nodiscard]] std::span<const RecordType* const> kinds();
/// By name; null when there is none.
[[nodiscard]] const RecordType* find_kind(std::string_view name);

}  // namespace provost::verbs
