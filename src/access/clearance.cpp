// Who a grant is for, and what it gives.
#include "access/clearance.hpp"

#include "access/define.hpp"
#include "base/code_table.hpp"
#include "base/list_text.hpp"

#include <algorithm>
#include <charconv>

namespace provost::access {

namespace {

bool is_for(const Grant& grant, const Caller& caller) {
    switch (grant.holder) {
        case Holder::user:
            return (!caller.learner.empty() && grant.name == caller.learner) ||
                   people::login_index(grant.name) == people::login_index(caller.login);
        case Holder::group: return std::ranges::find(caller.groups, grant.name) != caller.groups.end();
        case Holder::client: return grant.name == caller.client;
        case Holder::everyone: return true;
        case Holder::creator: return false;  // stands in default clearances only
    }
    return false;
}

// The words of rights; NONE is that of verbs that want none, and nobody holds it.
template <class Right>
std::vector<std::string_view> words_of_rights() {
    std::vector<std::string_view> words;
    for (const ChoiceRow& row : Choices<Right>::rows) {
        if (row.name != word(access::Right::none)) words.push_back(row.name);
    }
    return words;
}

// All words of a list are those of a right; else the one that is none is named, with those that are.
template <class Right>
bool are_rights(const std::vector<std::string>& names, Decision& decision) {
    const auto words = words_of_rights<Right>();
    const auto wrong = std::ranges::find_if(
        names, [&](const std::string& name) { return std::ranges::find(words, name) == words.end(); });
    if (wrong == names.end()) return true;
    std::string expected;
    for (const auto& each : words) add_to_list(expected, each);
    decision.refuse("right.unknown"_code, {{"right", *wrong}, {"expected", std::move(expected)}});
    return false;
}

// IMC-ACL-01: a grant for somebody who is not there would be his who comes later under that name.
bool is_for_nobody(const Grant& grant, const Known& known) {
    const auto lacks = [](const std::vector<std::string>& list, const std::string& name) {
        return std::ranges::find(list, name) == list.end();
    };
    if (grant.holder == Holder::user) return lacks(known.logins, people::login_index(grant.name));
    return grant.holder == Holder::group && lacks(known.groups, grant.name);
}

// A grant is told by its place in the list; and by its name, where that is not a person's own.
bool refuse_unknown(std::span<const Grant> all, const Grant& grant, Code unknown, Decision& decision) {
    const bool group = grant.holder == Holder::group;
    std::vector<Parameter> told{{"grant", std::to_string(&grant - all.data() + 1)}, {"field", "grants"}};
    if (group || unknown != "user.unknown"_code) told.push_back({"name", grant.name});
    decision.refuse(group ? "group.unknown"_code : unknown, std::move(told));
    return false;
}

}  // namespace

Id<people::Learner> learner_named(std::string_view name) {
    if (!name.starts_with(people::by_id_prefix)) return {};
    Id<people::Learner> id;
    std::from_chars(name.data() + people::by_id_prefix.size(), name.data() + name.size(), id.value);
    return name_of(id) == name ? id : Id<people::Learner>{};
}

std::optional<std::string> login_key_of(std::string_view name, const Context& context) {
    const auto id = learner_named(name);
    if (!id) return people::login_index(name);
    const auto learner = context.one<people::Learner>(id.value);
    if (!learner) return std::nullopt;
    return *learner ? (*learner)->login_key : std::string(name);
}

bool grants(std::span<const Grant> all, const Caller& caller, ObjectRight right) {
    return std::ranges::any_of(all, [&](const Grant& grant) {
        const auto gives = [&](const std::string& name) {
            return name == word(right) || name == word(ObjectRight::full);
        };
        return is_for(grant, caller) && std::ranges::any_of(grant.rights, gives);
    });
}

std::optional<bool> may(const Context& context, std::int64_t object, ObjectRight right) {
    if (context.caller == nullptr) return true;
    const Caller& caller = *context.caller;
    if (object == 0) return caller.has_right;
    const auto found = context.find<Clearances>(0, {{object, {}, false}});
    if (!found) return std::nullopt;
    const auto* clearances = found->first([](const Clearances& each) { return !each.grants.empty(); });
    if (clearances == nullptr) return caller.has_right;
    return caller.administers && grants(clearances->grants, caller, right);
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

bool are_grants(std::span<const Grant> all, bool of_new_objects, const Known& known, Code unknown, Decision& decision) {
    for (const Grant& grant : all) {
        const bool has_name = grant.holder != Holder::everyone && grant.holder != Holder::creator;
        if (has_name == grant.name.empty() || (grant.holder == Holder::creator && !of_new_objects)) {
            return (decision.refuse("clearance.holder"_code), false);
        }
        if (is_for_nobody(grant, known)) return refuse_unknown(all, grant, unknown, decision);
        if (!are_rights<ObjectRight>(grant.rights, decision)) return false;
    }
    return true;
}

void define_administrator(const Define<Administrator>& request, const DefineAdministratorFacts& facts, Context& context,
                          Decision& decision) {
    if (!are_rights<Right>(request.record.rights, decision)) return;
    define<Administrator>(request, {facts.existing}, context, decision);
}

void define_default_clearances(const Define<DefaultClearances>& request, const DefineDefaultClearancesFacts& facts,
                               Context& context, Decision& decision) {
    const Known known(facts.users, facts.groups);
    if (!are_grants(request.record.grants, true, known, "administrator.unknown"_code, decision)) return;
    define<DefaultClearances>(request, {facts.existing}, context, decision);
}

}  // namespace provost::access
