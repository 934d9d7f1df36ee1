// Requests for the journal. Personal is what the description calls so, at any depth; and the name by which a request
// refers to a record of a kind that holds personal values, for example a login. Such a name is replaced by the id that
// the fetch plan found for it.
#include "engine/recorded_request.hpp"

#include <provost/describe/json.hpp>

namespace provost::engine {

namespace {

bool is_named_person(const Field& field, const void* record) {
    const Access& access = *field.access;
    if (access.kind != Kind::reference || !access.target()->has_personal) return false;
    return access.present(field.in(record)) && access.load(field.in(record)) == 0;
}

bool holds_personal(const RecordType& type, const void* record) {
    return std::ranges::any_of(type.fields, [&](const Field& field) {
        const void* member = field.in(record);
        const Access& access = *field.access;
        if (!access.present(member)) return false;
        if (field.is_personal || is_named_person(field, record)) return true;
        if (access.kind != Kind::record && access.kind != Kind::records) return false;
        for (std::size_t i = 0; i < access.count(member); ++i) {
            if (holds_personal(*access.target(), access.at(member, i))) return true;
        }
        return false;
    });
}

// The id that the fetch plan found for a reference of the request; 0 when none did.
std::int64_t id_of(Core& core, const Asked& asked, const Field& field) {
    std::int64_t id = 0;
    for (const FetchStep& step : asked.verb->fetch) {
        if (step.part_count != 1 || step.parts[0].slot >= 0 || step.parts[0].field != &field) continue;
        for (const Key& key : keys_of(step, asked, nullptr, asked.verb->fetch)) {
            core.overlay().read(key, [&](const Record& record) { id = record.id(); });
        }
    }
    return id;
}

std::vector<std::int64_t> ids_of_made(std::span<const Change> changes) {
    std::vector<std::int64_t> ids;
    for (const Change& change : changes) {
        if (!change.before) ids.push_back(change.after.id());
    }
    std::ranges::sort(ids);  // in which they were taken
    return ids;
}

}  // namespace

std::string recorded_request(Core& core, const Item& item, Instant recorded, std::span<const Change> changes) {
    const RecordType& type = *item.asked.verb->request;
    const auto copy = type.copy(item.asked.request);
    Head& head = *static_cast<Head*>(copy.get());
    head.verb = item.asked.verb->name;
    head.recorded = recorded;
    head.detail = Detail::verdict;
    head.plan_only = false;
    head.approval.clear();
    head.key.clear();
    head.row_digest = item.digest;
    if (head.ids.empty()) head.ids = ids_of_made(changes);
    for (const Field& field : type.fields) {
        if (!is_named_person(field, copy.get())) continue;
        if (const auto id = id_of(core, item.asked, field)) field.access->store(field.in(copy.get()), id);
    }
    std::string text;
    write_json(text, type, copy.get());
    if (!holds_personal(type, copy.get())) return text;
    return to_hex(Sha256{}.add(core.options().secret).add("|").add(text).finish(), 16);
}

}  // namespace provost::engine
