// Requests for the journal. Personal is what the description calls so, at any depth; and the name by which a request
// refers to a record, when the record's description calls that personal: a learner's login. Such a name is replaced by
// the id that the fetch plan found for it, and that of a learner who asks by the name that records have of him.
#include "engine/recorded_request.hpp"

#include <provost/describe/json.hpp>

namespace provost::engine {

namespace {

// The step of the fetch plan that finds what a member of the request names, or of the documents of a list in it; null
// when none does.
const FetchStep* step_of(const verbs::Verb& verb, const Field& field) {
    const auto found = std::ranges::find_if(verb.fetch, [&](const FetchStep& step) {
        const FetchStep::Part& part = step.parts[0];
        if (step.part_count != 1 || part.slot >= 0) return false;
        return part.nested.empty() ? part.field == &field : part.field->access->target()->find(part.nested) == &field;
    });
    return found == verb.fetch.end() ? nullptr : &*found;
}

// Whether a member refers to records by a personal value, for example to a learner by the login.
bool is_personal_name(const verbs::Verb& verb, const Field& field, const void* record) {
    const Access& access = *field.access;
    const bool names =
        access.kind == Kind::texts || (access.kind == Kind::reference && access.load(field.in(record)) == 0);
    if (!names || !access.present(field.in(record))) return false;
    const FetchStep* step = step_of(verb, field);
    if (step == nullptr) return access.kind == Kind::reference;  // not known what it names
    if (step->index == Key::by_id) return false;
    const Index& index = step->row.type->indexes[static_cast<std::size_t>(step->index)];
    return step->row.type->find(index.members[0])->is_personal;
}

// Whether a text in the documents of a list, which may name this or that, names somebody by a personal value.
bool names_person(Overlay& overlay, const verbs::Verb& verb, const Field& field, const void* record) {
    if (field.access->kind != Kind::text) return false;
    const auto& text = *static_cast<const std::string*>(field.in(record));
    return std::ranges::any_of(verb.fetch, [&](const FetchStep& step) {
        const FetchStep::Part& part = step.parts[0];
        const bool here = step.part_count == 1 && part.slot < 0 && !part.nested.empty() &&
                          part.field->access->target()->find(part.nested) == &field;
        if (!here || step.index == Key::by_id) return false;
        const Index& index = step.row.type->indexes[static_cast<std::size_t>(step.index)];
        if (!step.row.type->find(index.members[0])->is_personal) return false;
        const Key key{step.row.type, step.index, {{0, index.canonical ? index.canonical(text) : text, true}}};
        bool found = false;
        if (overlay.knows(key)) overlay.read(key, [&](const Record&) { found = true; });
        return found;
    });
}

bool holds_personal(Overlay& overlay, const verbs::Verb& verb, const RecordType& type, const void* record) {
    return std::ranges::any_of(type.fields, [&](const Field& field) {
        const void* member = field.in(record);
        const Access& access = *field.access;
        if (!access.present(member)) return false;
        if (field.is_personal || is_personal_name(verb, field, record)) return true;
        if (names_person(overlay, verb, field, record)) return true;
        if (access.kind != Kind::record && access.kind != Kind::records) return false;
        for (std::size_t i = 0; i < access.count(member); ++i) {
            if (holds_personal(overlay, verb, *access.target(), access.at(member, i))) return true;
        }
        return false;
    });
}

// Puts the id that the fetch plan found in place of a name. The decision itself may have taken the name away.
void name_by_id(Overlay& overlay, const Asked& asked, const Field& field, void* copy,
                std::span<const Change> changes = {}) {
    const FetchStep* step = field.access->kind == Kind::reference ? step_of(*asked.verb, field) : nullptr;
    if (step == nullptr) return;
    const auto put = [&](const Record& found) { field.access->store(field.in(copy), found.id()); };
    for (const Key& key : keys_of(*step, asked)) {
        overlay.read(key, put);
        for (const Change& change : changes) {
            const bool had_it = change.before && &change.before.type() == key.type && key.index != Key::by_id &&
                                index_key(change.before, key.index) == key;
            if (had_it) put(change.before);
        }
    }
}

}  // namespace

std::string recorded_request(Core& core, const Item& item, Instant recorded, std::span<const Change> changes) {
    const RecordType& type = *item.asked.verb->request;
    const auto copy = type.copy(item.asked.request);
    Head& head = *static_cast<Head*>(copy.get());
    head.verb = item.asked.verb->name;
    head.actor = item.asked_by;
    head.recorded = recorded;
    head.detail = Detail::verdict;
    head.plan_only = false;
    head.approval.clear();
    head.key.clear();
    head.row_digest = item.digest;
    if (head.ids.empty()) head.ids = item.ids;
    for (const Field& field : type.fields) {
        if (is_personal_name(*item.asked.verb, field, copy.get()))
            name_by_id(core.overlay(), item.asked, field, copy.get(), changes);
    }
    std::string text;
    write_json(text, type, copy.get());
    if (!holds_personal(core.overlay(), *item.asked.verb, type, copy.get())) return text;
    return to_hex(Sha256{}.add(core.options().secret).add("|").add(text).finish(), 16);
}

std::int64_t request_digest(const Asked& asked, Instant recorded, Overlay& overlay, std::string_view secret) {
    const RecordType& type = *asked.verb->request;
    const auto copy = type.copy(asked.request);
    Head& head = *static_cast<Head*>(copy.get());
    Head same;
    same.effective = head.effective.value_or(recorded);
    head = std::move(same);
    for (const Field& field : type.fields) name_by_id(overlay, asked, field, copy.get());
    std::string text(secret);
    text += type.name;
    write_json(text, type, copy.get());
    return short_digest(text);
}

}  // namespace provost::engine
