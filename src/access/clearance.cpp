// Who a grant is for, and what it gives.
#include "access/clearance.hpp"

#include "access/define.hpp"
#include "base/code_table.hpp"

#include <algorithm>

namespace provost::access {

namespace {

bool is_for(const Grant& grant, const Caller& caller) {
    switch (grant.holder) {
        case Holder::user: return people::login_index(grant.name) == people::login_index(caller.login);
        case Holder::group: return std::ranges::find(caller.groups, grant.name) != caller.groups.end();
        case Holder::client: return grant.name == caller.client;
        case Holder::everyone: return true;
        case Holder::creator: return false;  // stands in default clearances only
    }
    return false;
}

// All words of a list are those of a right; else the one that is none is named, with those that are.
template <class Right>
bool are_rights(const std::vector<std::string>& names, Decision& decision) {
    constexpr auto& rows = Choices<Right>::rows;
    const auto wrong = std::ranges::find_if(names, [&](const std::string& name) {
        return std::ranges::find(rows, std::string_view(name), &ChoiceRow::name) == rows.end();
    });
    if (wrong == names.end()) return true;
    std::string expected;
    for (const ChoiceRow& row : rows) expected += (expected.empty() ? "" : ", ") + std::string(row.name);
    decision.refuse("right.unknown"_code, {{"right", *wrong}, {"expected", std::move(expected)}});
    return false;
}

}  // namespace

bool grants(std::span<const Grant> all, const Caller& caller, ObjectRight right) {
    return std::ranges::any_of(all, [&](const Grant& grant) {
        const auto gives = [&](const std::string& name) {
            return name == word(right) || name == word(ObjectRight::full);
        };
        return is_for(grant, caller) && std::ranges::any_of(grant.rights, gives);
    });
}

std::vector<Grant> expanded(const DefaultClearances& rule, std::string_view creator) {
    std::vector<Grant> all;
    for (const Grant& grant : rule.grants) {
        if (grant.holder != Holder::creator) {
            all.push_back(grant);
        } else if (!creator.empty()) {
            all.push_back({Holder::user, std::string(creator), grant.rights});
        }
    }
    return all;
}

bool are_grants(std::span<const Grant> all, bool of_new_objects, Decision& decision) {
    for (const Grant& grant : all) {
        const bool named = grant.holder != Holder::everyone && grant.holder != Holder::creator;
        if (named == grant.name.empty() || (grant.holder == Holder::creator && !of_new_objects)) {
            return (decision.refuse("clearance.holder"_code), false);
        }
        if (!are_rights<ObjectRight>(grant.rights, decision)) return false;
    }
    return true;
}

void define_administrator(const Define<Administrator>& request, const DefineFacts<Administrator>& facts,
                          Context& context, Decision& decision) {
    if (are_rights<Right>(request.record.rights, decision)) define<Administrator>(request, facts, context, decision);
}

void define_default_clearances(const Define<DefaultClearances>& request, const DefineFacts<DefaultClearances>& facts,
                               Context& context, Decision& decision) {
    if (!are_grants(request.record.grants, true, decision)) return;
    define<DefaultClearances>(request, facts, context, decision);
}

}  // namespace provost::access
