// IMC-ACL-01: the rights an administrator holds everywhere, and those that clearances give on one object; and
// IMC-ACL-02: the clearances that a new object gets. docs/decisions/0016-clearances.md says how the two meet.
#include "engine/core.hpp"

#include <provost/catalogue/course.hpp>
#include <provost/people/group.hpp>
#include <provost/staffing/tutor.hpp>

namespace provost::engine {

namespace {

using access::Clearances;
using access::DefaultClearances;

std::int64_t id_of(const void* record) { return *static_cast<const std::int64_t*>(record); }

// Of a kind whose first index is that of the login.
Key by_login(const RecordType& type, std::string_view login) {
    return {&type, 0, {{0, people::login_index(login), true}}};
}

Key clearances_of(const void* record) { return {&type_of<Clearances>(), 0, {{id_of(record), {}, false}}}; }

// What users call a record, or its id where that is a person's own.
std::string name_of(const RecordType& type, const void* record) {
    const Field& field = spelled(type, type.indexes[0]);
    if (field.access->kind != Kind::text || field.is_personal) return std::to_string(id_of(record));
    return *static_cast<const std::string*>(field.in(record));
}

bool gets_clearances(const RecordType& type) {
    return &type == &type_of<catalogue::Course>() || &type == &type_of<catalogue::CourseTemplate>() ||
           &type == &type_of<catalogue::CourseType>();
}

// Nobody can be given a right on what is removed or erased any more, and nobody needs one.
bool is_gone(const RecordType& type, const void* record) {
    const auto is = [&]<class T>(bool (*there)(const T&)) {
        return &type == &type_of<T>() && !there(*static_cast<const T*>(record));
    };
    return is(+[](const catalogue::Course& each) { return catalogue::is_there(each); }) ||
           is(+[](const catalogue::CourseTemplate& each) { return catalogue::is_there(each); }) ||
           is(+[](const catalogue::CourseType& each) { return catalogue::is_there(each); }) ||
           is(+[](const people::Learner& each) { return people::is_known(each); });
}

}  // namespace

// A tutor of the course is told what his position lacks.
void Core::refuse_for_right(Item& item, const Asking& asking) {
    const verbs::Verb& verb = *item.asked.verb;
    if (!asking.position.empty()) {
        item.decision.refuse("tutor.function-missing"_code,
                             {{"function", staffing::text_of(verb.functions)}, {"position", asking.position}});
    } else {
        item.decision.refuse("right.missing"_code, {{"right", std::string(word(verb.right))}});
    }
}

Result<std::string> Core::name_of_actor(const std::string& actor) {
    if (is_host(actor)) return actor.empty() ? actor : options_.owner;
    const auto learner = one<people::Learner>(by_login(type_of<people::Learner>(), actor));
    if (!learner) return learner.error();
    if (*learner != nullptr) return access::name_of((*learner)->id);
    std::string name = actor;
    const auto read = [&](const RecordType& type, auto take) {
        const Key key = by_login(type, actor);
        if (overlay_.knows(key)) overlay_.read(key, take);
    };
    // However the login was spelled this time, records name one person in one way.
    read(type_of<staffing::Tutor>(), [&](const Record& record) { name = record.get<staffing::Tutor>()->login; });
    read(type_of<access::Administrator>(),
         [&](const Record& record) { name = record.get<access::Administrator>()->login; });
    return name;
}

// The groups that are named, with those above them that count.
Result<void> Core::add_groups(const std::vector<std::string>& named, std::vector<std::string>& groups) {
    for (const std::string& key : named) {
        auto group = one<people::Group>({&type_of<people::Group>(), 0, {{0, key, true}}});
        if (!group) return group.error();
        access::add_with_above(*group, groups, [&](Id<people::Group> id) {
            group = one<people::Group>(id_key(type_of<people::Group>(), id.value));
            return group ? *group : nullptr;
        });
        if (!group) return group.error();
    }
    return {};
}

Result<Core::Asking> Core::who_asks(const Item& item) {
    Asking asking;
    const std::string& actor = verbs::Verb::head(item.asked.request).actor;
    asking.everything = is_host(actor);
    const verbs::Verb& verb = *item.asked.verb;
    const bool of_objects = !verb.touched().empty() || verb.functions != 0 || verb.finds_objects;
    asking.general = asking.everything || verb.right == access::Right::none;
    if (asking.everything || (asking.general && !of_objects)) return asking;
    const auto found = one<access::Administrator>(by_login(type_of<access::Administrator>(), actor));
    if (!found) return found.error();
    asking.administrator = *found;
    asking.general = asking.general || (*found != nullptr && access::holds(**found, verb.right));
    asking.caller.login = actor;
    asking.caller.has_right = asking.general;
    asking.caller.administers = *found != nullptr;
    if (*found == nullptr || !of_objects) return asking;
    const access::Administrator& administrator = **found;
    const auto learner = one<people::Learner>(by_login(type_of<people::Learner>(), actor));
    if (!learner) return learner.error();
    if (*learner != nullptr) asking.caller.learner = access::name_of((*learner)->id);
    asking.caller.client = administrator.client;
    if (auto added = add_groups(administrator.groups, asking.caller.groups); !added) return added.error();
    return asking;
}

// The clearances of what a batch touches come in one wave.
Result<void> Core::prefetch_clearances(std::span<const Item> items, std::span<const Gathering> gatherings) {
    missing_.clear();
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (is_host(verbs::Verb::head(items[i].asked.request).actor)) continue;
        const verbs::Verb& verb = *items[i].asked.verb;
        for (const verbs::Touch& touch : verb.touched()) {
            if (!touch.is_asked_by(items[i].asked.request)) continue;
            for (const void* record : records_in(verb.fetch[touch.step], gatherings[i].facts())) {
                Key key = clearances_of(record);
                if (!overlay_.knows(key)) missing_.push_back(std::move(key));
            }
        }
    }
    return missing_.empty() ? Result<void>() : load(missing_);
}

// An object that has clearances wants one of them to give the right; of the others, and where nothing is touched, the
// verb's own right is asked.
Result<void> Core::check_clearances(Item& item, const Gathering& gathering, const Asking& asking) {
    if (asking.everything) return {};
    const verbs::Verb& verb = *item.asked.verb;
    bool cleared = !verb.touched().empty();
    std::size_t count = 0;
    for (const verbs::Touch& touch : verb.touched()) {
        if (!touch.is_asked_by(item.asked.request)) continue;
        // IMC-ACL-04: in his course a tutor goes by his position, whatever clearances the course has.
        if (asking.teaches && touch.step == verb.course_step) continue;
        const FetchStep& step = verb.fetch[touch.step];
        for (const void* record : records_in(step, gathering.facts())) {
            ++count;
            const auto clearances = one<Clearances>(clearances_of(record));
            if (!clearances) return clearances.error();
            const bool open =
                *clearances == nullptr || (*clearances)->grants.empty() || is_gone(*step.row.type, record);
            cleared = cleared && !open;
            if (open ||
                (asking.caller.administers && access::grants((*clearances)->grants, asking.caller, touch.right)))
                continue;
            const bool as_tutor = !asking.position.empty() && !asking.caller.administers;
            if (as_tutor && touch.step == verb.course_step) return (refuse_for_right(item, asking), Result<void>{});
            item.decision.refuse("clearance.missing"_code, {{"right", std::string(word(touch.right))},
                                                            {"kind", std::string(step.row.type->name)},
                                                            {"object", name_of(*step.row.type, record)},
                                                            {"field", std::string(touch.slot)}});
            return {};
        }
    }
    if (!asking.general && !asking.teaches && (!cleared || count == 0)) refuse_for_right(item, asking);
    return {};
}

// Whether there is anything to look up for: without the verb's right a clearance, or a position, may give it still.
// FIN-ORD-07: none stands for the rights to finalise and to open again.
bool Core::may_go_on(Item& item, const Asking& asking) {
    const verbs::Verb& verb = *item.asked.verb;
    const auto views = [](const verbs::Touch& touch) { return touch.right == access::ObjectRight::view; };
    const bool finalises = (verb.right == access::Right::finalise || verb.right == access::Right::reopen) &&
                           !std::ranges::all_of(verb.touched(), views);
    if (asking.general || (!finalises && (!verb.touched().empty() || verb.functions != 0))) return true;
    refuse_for_right(item, asking);
    return false;
}

// Whoever signs in by the login of the engine's owner is the host itself: nobody else gives it to somebody.
void Core::keep_owners_login(Item& item) const {
    if (item.decision.refused() || is_host(verbs::Verb::head(item.asked.request).actor)) return;
    const auto login_of = [](const Record& record) -> const std::string* {
        if (const auto* learner = record.get<people::Learner>()) return &learner->login_key;
        if (const auto* tutor = record.get<staffing::Tutor>()) return &tutor->login_key;
        if (const auto* administrator = record.get<access::Administrator>()) return &administrator->login_key;
        return nullptr;
    };
    for (const Record& put : item.decision.puts) {
        const std::string* login = login_of(put);
        if (login == nullptr || !is_host(*login)) continue;
        const Record& before = overlay_.current(put.type(), put.id());
        if (before && *login_of(before) == *login) continue;
        return item.decision.refuse("login.owner"_code, {{"field", "login"}});
    }
}

// IMC-ACL-02: by the rule of whoever asks, else by the rule for all. Where nobody is named it is the owner.
Result<void> Core::add_clearances(Item& item, const Asking& asking, IdSource& ids) {
    const std::string& named = verbs::Verb::head(item.asked.request).actor;
    const std::string& actor = is_host(named)                    ? options_.owner
                               : asking.administrator != nullptr ? asking.administrator->login
                                                                 : named;
    for (std::size_t i = 0; i < item.decision.puts.size(); ++i) {
        const Record put = item.decision.puts[i];
        if (!gets_clearances(put.type()) || overlay_.current(put.type(), put.id())) continue;
        const DefaultClearances* rule = nullptr;
        for (const std::string_view creator : {std::string_view(actor), access::any_creator}) {
            if (rule != nullptr || creator.empty()) continue;
            const auto found =
                one<DefaultClearances>({&type_of<DefaultClearances>(), 0, {{0, people::login_index(creator), true}}});
            if (!found) return found.error();
            rule = *found;
        }
        if (rule == nullptr) continue;
        Clearances made{{}, 0, std::string(put.type().name), put.id(), access::expanded(*rule, actor)};
        made.id = ids.take<Clearances>();
        item.decision.put(std::move(made));
    }
    return {};
}

}  // namespace provost::engine
