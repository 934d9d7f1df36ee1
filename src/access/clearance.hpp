// Whether a clearance grants a right, and which clearances a new object gets.
#pragma once

#include "plan/decision.hpp"
#include "plan/fetch.hpp"

#include <provost/access/clearance.hpp>
#include <provost/people/group.hpp>

#include <span>

namespace provost::access {

/// Who asks, as grants may name him.
struct Caller {
    std::string_view login;
    std::string_view client;
    std::string learner;              ///< as grants name a learner
    std::vector<std::string> groups;  ///< keys, with those of the groups that his groups are in
    bool administers = false;         ///< an administrator: clearances but for those of learners are for nobody else
    bool has_right = false;           ///< the verb's own, which is good for whatever has no clearances
};

/// How grants and the journal name a learner: his login goes when he is erased, and may be another's then.
[[nodiscard]] inline std::string name_of(Id<people::Learner> learner) {
    return std::string(people::by_id_prefix) + std::to_string(learner.value);
}

/// The learner whom such a name means; no id where it is a login.
[[nodiscard]] Id<people::Learner> learner_named(std::string_view name);

/// The key of the login of whoever is named so by records: whoever is a learner may be something else as well. Nothing
/// while it is not known yet.
[[nodiscard]] std::optional<std::string> login_key_of(std::string_view name, const Context& context);

/// Adds the key of a group, and of those above it that it says count. `above(id)` finds a group; null when there is
/// none, or none is known yet. [IMC-ACL-06]
template <class Above>
void add_with_above(const people::Group* group, std::vector<std::string>& keys, Above above) {
    while (group != nullptr && std::ranges::find(keys, group->key) == keys.end()) {
        keys.push_back(group->key);
        group = group->inherit_parents && group->parent ? above(group->parent) : nullptr;
    }
}

/// Whether one of the grants gives the caller the right.
[[nodiscard]] bool grants(std::span<const Grant> all, const Caller& caller, ObjectRight right);

/// The same of an object by its id; 0: of one that has no clearances.
[[nodiscard]] std::optional<bool> may(const Context& context, std::int64_t object, ObjectRight right);

/// Whether whoever asks has a right on an object that a rule has found itself: its clearances give it to him, or it has
/// none, or is `there` no more, and he has the right of the verb. Nothing while that is not known yet. [IMC-ACL-01]
template <class T>
[[nodiscard]] std::optional<bool> may(const Context& context, const T* object, bool (*there)(const T&),
                                      ObjectRight right) {
    const bool is_there = object != nullptr && there(*object);
    return may(context, is_there ? object->id.value : 0, right);
}
template <class T>
[[nodiscard]] std::optional<bool> may(const Context& context, const One<T>& object, bool (*there)(const T&),
                                      ObjectRight right) {
    return may(context, object ? &*object : nullptr, there, right);
}

/// The grants of a rule for an object that `creator` makes.
[[nodiscard]] std::vector<Grant> expanded(const DefaultClearances& rule, std::string_view creator);

/// Who is there under the names of grants. Clients have no record.
struct Known {
    std::vector<std::string> logins{};  ///< in their canonical spelling
    std::vector<std::string> groups{};  ///< keys

    Known(const Many<Administrator>& users, const Many<people::Group>& found) {
        add(users);
        for (const people::Group& group : found) groups.push_back(group.key);
    }
    template <class Person>
    void add(const Many<Person>& people) {
        for (const Person& person : people) logins.push_back(person.login_key);
    }
};

/// Refuses what can be written down but means nothing, or is for nobody, and answers false. `unknown` says what a user
/// who is not there is not.
[[nodiscard]] bool are_grants(std::span<const Grant> all, bool of_new_objects, const Known& known, Code unknown,
                              Decision& decision);

}  // namespace provost::access
