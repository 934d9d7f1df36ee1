// The rules of a program are checked when they are told, so that counting by them has one answer: groups are known, no
// unit stands twice, and of two rules one holds all groups of the other, or none.
#include "catalogue/packaging.hpp"

namespace provost::catalogue {

namespace {

using Groups = std::vector<std::string>;

bool holds(const Groups& groups, const std::string& key) { return std::ranges::find(groups, key) != groups.end(); }

std::size_t shared(const Groups& a, const Groups& b) {
    return static_cast<std::size_t>(std::ranges::count_if(a, [&](const auto& key) { return holds(b, key); }));
}

bool cross(const Groups& a, const Groups& b) {
    const auto both = shared(a, b);
    return both != 0 && both != a.size() && both != b.size();
}

// A value that stands twice; null when none does.
template <class T>
const std::string* repeated(const std::vector<T>& all, std::string T::*member) {
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (all[i].*member == all[j].*member) return &(all[i].*member);
        }
    }
    return nullptr;
}

template <class Bounds>
bool is_empty(const Bounds& bounds) {
    return bounds.most && *bounds.most < bounds.least;
}

// The key of a group that is not listed; null when all are.
const std::string* unknown_group(const DefinePackaging& request) {
    const auto known = [&](const std::string& key) {
        return std::ranges::find(request.groups, key, &ElectiveGroup::key) != request.groups.end();
    };
    for (const PackagedUnit& unit : request.units) {
        if (!unit.group.empty() && !known(unit.group)) return &unit.group;
    }
    for (const ElectiveRule& rule : request.rules) {
        for (const std::string& key : rule.groups) {
            if (!known(key)) return &key;
        }
    }
    return nullptr;
}

Code bounds_problem(const DefinePackaging& request) {
    if (std::ranges::any_of(request.groups, is_empty<ElectiveGroup>)) return "packaging.bounds"_code;
    if (std::ranges::any_of(request.rules, is_empty<ElectiveRule>)) return "packaging.bounds"_code;
    for (const ElectiveRule& a : request.rules) {
        for (const ElectiveRule& b : request.rules) {
            if (cross(a.groups, b.groups)) return "packaging.rules-cross"_code;
        }
    }
    return {};
}

}  // namespace

void define_packaging(const DefinePackaging& request, const DefinePackagingFacts& facts, Context& context,
                      Decision& decision) {
    if (const auto* key = unknown_group(request))
        return decision.refuse("packaging.group-unknown"_code, {{"group", *key}});
    const auto* twice = repeated(request.units, &PackagedUnit::subject);
    if (twice == nullptr) twice = repeated(request.groups, &ElectiveGroup::key);
    if (twice != nullptr) return decision.refuse("packaging.repeated"_code, {{"key", *twice}});
    if (const Code wrong = bounds_problem(request)) return decision.refuse(wrong);
    if (facts.existing && context.repeated(facts.existing->id)) return decision.refuse("row.duplicate"_code);
    Packaging made;
    made.id = facts.existing ? facts.existing->id : context.ids.take<Packaging>();
    made.program = facts.program->id;
    made.measure = request.measure;
    made.electives = request.electives;
    made.non_assessed = request.non_assessed;
    made.units = request.units;
    made.groups = request.groups;
    made.rules = request.rules;
    decision.put(std::move(made));
}

}  // namespace provost::catalogue
