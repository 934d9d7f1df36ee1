// Building journal entries.
#include "audit/journal.hpp"

#include "plan/decision.hpp"

#include <provost/describe/compare.hpp>
#include <provost/describe/json.hpp>

#include <map>

namespace provost::audit {

namespace {

struct Group {
    const RecordType* type = nullptr;
    bool made = false;
    std::vector<std::uint16_t> members;
    std::string rows;
    std::string personal;  // values, each after a comma
};

void write_group(std::string& out, const Group& group) {
    out += out.size() > 1 ? ",{\"kind\":\"" : "{\"kind\":\"";
    out += group.type->name;
    out += group.made ? "\",\"made\":true,\"members\":[" : "\",\"made\":false,\"members\":[";
    for (std::size_t i = 0; i < group.members.size(); ++i) {
        out += i > 0 ? ",\"" : "\"";
        out += group.type->fields[group.members[i]].name;
        out += '"';
    }
    out += "],\"rows\":[";
    out += group.rows;
    out += "]}";
}

// Writes changes into groups, in the order in which the groups first occur, and into the sum over the state.
class Columns {
public:
    explicit Columns(std::string_view secret) : before_(secret), after_(secret) {}

    void add(const Change& change);
    void add_to_state(const Change& change, Digest& state);
    [[nodiscard]] std::string written(std::string& personal) const;

private:
    void find_members(const Change& change);
    void add_row(Group& group, std::int64_t id) const;

    DigestText before_, after_;
    std::vector<std::uint16_t> members_;  // of the change at hand: that differ; of a new record those that are present
    std::vector<Group> groups_;
    std::map<std::pair<const RecordType*, std::vector<std::uint16_t>>, std::size_t> places_[2];
};

void Columns::find_members(const Change& change) {
    const RecordType& type = change.after.type();
    members_.clear();
    for (const auto position : type.by_name) {
        const Field& field = type.fields[position];
        if (field.name == "id" || field.name == "version") continue;
        const bool counts = change.before ? !same_member(field, change.before.data(), change.after.data())
                                          : !after_.value(position).empty();
        if (counts) members_.push_back(position);
    }
}

void Columns::add_row(Group& group, std::int64_t id) const {
    group.rows += group.rows.empty() ? "[" : ",[";
    group.rows += std::to_string(id);
    for (const auto position : group.members) {
        group.rows += ',';
        const auto value = after_.value(position);
        if (value.empty()) {
            group.rows += "null";
        } else if (!group.type->fields[position].is_personal) {
            group.rows += value;
        } else {
            group.rows.append("\"").append(value).append("\"");
            group.personal.append(",").append(after_.personal(position));
        }
    }
    group.rows += ']';
}

void Columns::add(const Change& change) {
    const RecordType& type = change.after.type();
    after_.write(change.after);
    find_members(change);
    const bool made = !change.before;
    const auto [place, is_new] = places_[made ? 1 : 0].try_emplace({&type, members_}, groups_.size());
    if (is_new) groups_.push_back({&type, made, members_, {}, {}});
    add_row(groups_[place->second], change.after.id());
}

// Of the change that was added last.
void Columns::add_to_state(const Change& change, Digest& state) {
    if (change.before) {
        before_.write_before(change.before, after_, members_);
        take_from(state, sha256(before_.text()));
    }
    add_to(state, sha256(after_.text()));
}

std::string Columns::written(std::string& personal) const {
    std::string out = "[";
    personal.clear();
    for (const Group& group : groups_) {
        write_group(out, group);
        personal += group.personal;
    }
    if (!personal.empty()) personal.front() = '[', personal += ']';
    return out + "]";
}

}  // namespace

std::string columns(std::span<const Change> changes, std::string_view secret, std::string& personal) {
    Columns columns(secret);
    for (const Change& change : changes) columns.add(change);
    return columns.written(personal);
}

std::string chain_after(std::string_view before, const JournalEntry& entry) {
    Sha256 hash;
    hash.add(before);
    std::string written;
    for (const Field& field : type_of<JournalEntry>().fields) {
        const void* member = field.in(&entry);
        if (field.name == "chain" || !field.access->present(member)) continue;
        const bool is_text = field.access->kind == Kind::text;  // as it is: the changes of a batch are long
        written.clear();
        if (!is_text) write_member_json(written, field, &entry);
        const std::string& value = is_text ? *static_cast<const std::string*>(member) : written;
        hash.add("\n").add(field.name).add(" ").add(std::to_string(value.size())).add(" ").add(value);
    }
    return to_hex(hash.finish());
}

JournalHead append_entry(Unit& unit, const JournalHead& head, const EntryFacts& facts, std::span<const Change> changes,
                         std::string_view secret) {
    Digest state = from_hex(head.state);
    Columns columns(secret);
    for (const Change& change : changes) {
        if (change.after.type().role != Role::record) continue;  // the journal tells of the state
        columns.add(change);
        columns.add_to_state(change, state);
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
    entry.changes = columns.written(personal);
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
