// Building journal entries.
#include "audit/journal.hpp"

#include "plan/decision.hpp"

#include <provost/describe/compare.hpp>
#include <provost/describe/json.hpp>

#include <map>

namespace provost::audit {

namespace {

// Positions of the members that differ; of a new record all that are present.
std::vector<std::uint16_t> changed_members(const Change& change) {
    const RecordType& type = change.after.type();
    std::vector<std::uint16_t> members;
    for (const auto position : type.by_name) {
        const Field& field = type.fields[position];
        if (field.name == "id" || field.name == "version") continue;
        const bool counts = change.before ? !same_member(field, change.before.data(), change.after.data())
                                          : field.access->present(field.in(change.after.data()));
        if (counts) members.push_back(position);
    }
    return members;
}

struct Group {
    const RecordType* type = nullptr;
    bool made = false;
    std::vector<std::uint16_t> members;
    std::string rows;
    std::string personal;  // values, each after a comma
};

void add_row(Group& group, const Change& change, std::string_view secret) {
    group.rows += group.rows.empty() ? "[" : ",[";
    group.rows += std::to_string(change.after.id());
    std::string value;
    for (const auto position : group.members) {
        const Field& field = group.type->fields[position];
        group.rows += ',';
        if (!field.access->present(field.in(change.after.data()))) {
            group.rows += "null";
        } else if (!field.is_personal) {
            write_member_json(group.rows, field, change.after.data());
        } else {
            value.clear();
            write_member_json(value, field, change.after.data());
            group.rows += '"' + personal_digest(change.after, field, value, secret) + '"';
            group.personal += ',' + value;
        }
    }
    group.rows += ']';
}

void write_group(std::string& out, const Group& group) {
    out += out.size() > 1 ? ",{\"kind\":\"" : "{\"kind\":\"";
    out += group.type->name;
    out += group.made ? "\",\"made\":true,\"members\":[" : "\",\"made\":false,\"members\":[";
    for (std::size_t i = 0; i < group.members.size(); ++i) {
        out += i > 0 ? ",\"" : "\"";
        out += group.type->fields[group.members[i]].name;
        out += '"';
    }
    out += "],\"rows\":[" + group.rows + "]}";
}

}  // namespace

std::string columns(std::span<const Change> changes, std::string_view secret, std::string& personal) {
    // Groups in the order in which they first occur; a record stands in the order in which it was first changed.
    std::vector<Group> groups;
    std::map<std::pair<const void*, std::vector<std::uint16_t>>, std::size_t> places[2];
    for (const Change& change : changes) {
        const bool made = !change.before;
        auto members = changed_members(change);
        const auto [place, is_new] = places[made ? 1 : 0].try_emplace({&change.after.type(), members}, groups.size());
        if (is_new) groups.push_back({&change.after.type(), made, std::move(members), {}, {}});
        add_row(groups[place->second], change, secret);
    }
    std::string out = "[";
    personal.clear();
    for (const Group& group : groups) {
        write_group(out, group);
        personal += group.personal;
    }
    if (!personal.empty()) personal.front() = '[', personal += ']';
    return out + "]";
}

std::string chain_after(std::string_view before, const JournalEntry& entry) {
    JournalEntry bare = entry;
    bare.chain.clear();
    return to_hex(Sha256{}.add(before).add("\n").add(to_json(bare)).finish());
}

JournalHead append_entry(Unit& unit, const JournalHead& head, const EntryFacts& facts, std::span<const Change> changes,
                         std::string_view secret) {
    Digest state = from_hex(head.state);
    for (const Change& change : changes) {
        if (change.after.type().role != Role::record) continue;
        if (change.before) take_from(state, record_digest(change.before, secret));
        add_to(state, record_digest(change.after, secret));
    }
    std::string personal;
    JournalEntry entry;
    entry.id = {head.entries + 1};
    entry.version = 1;
    entry.verb = facts.verb;
    entry.rules = rules_version;
    entry.actor = facts.actor;
    entry.effective = facts.effective;
    entry.recorded = facts.recorded;
    entry.key = facts.key;
    entry.about = facts.about;
    entry.request = facts.request;
    entry.reads = facts.reads;
    entry.changes = columns(changes, secret, personal);
    entry.state = to_hex(state);
    entry.chain = chain_after(head.chain, entry);

    JournalHead moved = head;
    moved.id = {1};
    moved.version = head.version + 1;
    moved.entries = entry.id.value;
    moved.state = entry.state;
    moved.chain = entry.chain;
    if (!personal.empty()) {
        ++moved.personal;
        unit.writes.push_back({Record::of(JournalPersonal{{moved.personal}, 1, entry.id, std::move(personal)}), 0});
    }
    unit.writes.push_back({Record::of(std::move(entry)), 0});
    unit.writes.push_back({Record::of(moved), head.version});
    return moved;
}

}  // namespace provost::audit
