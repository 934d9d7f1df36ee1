// Who a grant is for, and what it gives.
#include "access/clearance.hpp"

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

template <class Right>
bool is_right(std::string_view name) {
    return std::ranges::find(Choices<Right>::rows, name, &ChoiceRow::name) != Choices<Right>::rows.end();
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

Code check_grants(std::span<const Grant> all, bool of_new_objects) {
    for (const Grant& grant : all) {
        const bool named = grant.holder != Holder::everyone && grant.holder != Holder::creator;
        if (named == grant.name.empty() || (grant.holder == Holder::creator && !of_new_objects)) {
            return "clearance.holder"_code;
        }
        if (!std::ranges::all_of(grant.rights, is_right<ObjectRight>)) return "right.unknown"_code;
    }
    return {};
}

Code check_default(const DefaultClearances& rule, const Context&) { return check_grants(rule.grants, true); }

Code check_administrator(const Administrator& administrator, const Context&) {
    return std::ranges::all_of(administrator.rights, is_right<Right>) ? Code{} : "right.unknown"_code;
}

}  // namespace provost::access
