// Forms of records, line by line: "kind", then "member=value" in byte order of the names. A value holds no line end,
// because canonical JSON escapes it.
#include "audit/replay.hpp"

#include "audit/journal.hpp"
#include "audit/retired.hpp"
#include "describe/columns_read.hpp"

#include <limits>

namespace provost::audit {

namespace {

// Entries of import batches are large.
constexpr std::size_t entries_per_page = 32;
constexpr std::size_t no_column = std::numeric_limits<std::size_t>::max();

// The lines of a form, taken one by one in byte order of the names.
class Lines {
public:
    explicit Lines(std::string_view text) { next(text); }

    /// Value of a member; empty when it is absent.
    std::string_view take(std::string_view name) {
        while (!line_.empty()) {
            const auto equals = line_.find('=');
            const auto held = line_.substr(0, equals);
            if (name < held) return {};
            const auto value = line_.substr(equals + 1);
            next(rest_);
            if (held == name) return value;
        }
        return {};
    }

private:
    // Drops the text up to the first line end and takes the line behind it.
    void next(std::string_view text) {
        const auto end = text.find('\n');
        rest_ = end == text.npos ? std::string_view() : text.substr(end + 1);
        line_ = rest_.substr(0, rest_.find('\n'));
    }
    std::string_view line_;
    std::string_view rest_;
};

}  // namespace

// Carries out the changes of one entry.
class Replay::Changes final : public ColumnVisitor {
public:
    Changes(Replay& replay, std::int64_t entry) : replay_(replay), entry_(entry) { sum_ = from_hex(replay.state_); }
    bool group(const ColumnGroup& group) override;
    bool row(std::int64_t id, const std::vector<std::string>& values) override;
    [[nodiscard]] const Digest& sum() const { return sum_; }

private:
    struct Member {
        std::string_view name;
        const Field* field = nullptr;  // null: records have it no more
        std::size_t column = no_column;
    };
    static std::vector<Member> members_of(const RecordType& type);
    [[nodiscard]] std::string after(std::string_view before, std::int64_t id, const std::vector<std::string>& values);

    Replay& replay_;
    std::int64_t entry_;
    Digest sum_{};
    const RecordType* type_ = nullptr;
    bool made_ = false;
    std::size_t columns_ = 0;
    std::vector<Member> members_;
};

// Of a kind, those that are no more among them, in byte order of the names.
std::vector<Replay::Changes::Member> Replay::Changes::members_of(const RecordType& type) {
    std::vector<Member> members;
    for (const auto position : type.by_name) {
        const Field& field = type.fields[position];
        if (field.name != "version") members.push_back({field.name, &field});
    }
    for (const RetiredMember& each : retired_members) {
        if (each.kind != type.name) continue;
        members.insert(std::ranges::lower_bound(members, each.member, {}, &Member::name), {each.member});
    }
    return members;
}

bool Replay::Changes::group(const ColumnGroup& group) {
    const auto known = std::ranges::find(replay_.kinds_, group.kind, [](const RecordType* type) { return type->name; });
    type_ = known == replay_.kinds_.end() ? nullptr : *known;
    made_ = group.made;
    columns_ = group.members.size();
    if (type_ == nullptr) return false;
    members_ = members_of(*type_);
    for (std::size_t i = 0; i < columns_; ++i) {
        const auto member = std::ranges::lower_bound(members_, group.members[i], {}, &Member::name);
        if (member == members_.end() || member->name != group.members[i]) return false;
        member->column = i;
    }
    return true;
}

bool Replay::Changes::row(std::int64_t id, const std::vector<std::string>& values) {
    if (type_ == nullptr || values.size() != columns_) return false;
    Forms& forms = replay_.forms_[type_];
    const auto found = forms.find(id);
    if (made_ != (found == forms.end())) return false;
    std::string text = after(made_ ? std::string_view() : std::string_view(found->second.text), id, values);
    replay_.touched_.push_back({type_, id});
    if (type_->role == Role::record) {
        if (!made_) take_from(sum_, sha256(found->second.text));
        add_to(sum_, sha256(text));
    }
    Form& form = forms[id];
    form = {std::move(text), form.version + 1, entry_};
    return true;
}

std::string Replay::Changes::after(std::string_view before, std::int64_t id, const std::vector<std::string>& values) {
    std::string text(type_->name);
    Lines lines(before);
    for (const Member& member : members_) {
        std::string_view value = lines.take(member.name);
        const auto number = std::to_string(id);
        if (member.name == "id") value = number;
        if (member.column != no_column) {
            value = values[member.column];
            if (member.field != nullptr && member.field->is_personal && value.size() > 2) {
                value = value.substr(1, value.size() - 2);  // without quotation marks
                replay_.personal_.push_back({type_, id, member.field, std::string(value)});
            }
        }
        if (!value.empty()) text.append("\n").append(member.name).append("=").append(value);
    }
    return text;
}

Step Replay::apply(const JournalEntry& entry) {
    touched_.clear();
    personal_.clear();
    Step step;
    step.in_place = entry.id.value == entries_ + 1;
    step.chain = chain_after(chain_, entry);
    step.chained = step.chain == entry.chain;
    Changes changes(*this, entry.id.value);
    step.readable = static_cast<bool>(read_columns(entry.changes, changes));
    step.state = to_hex(changes.sum());
    step.summed = step.state == entry.state;
    entries_ = std::max(entries_, entry.id.value);
    state_ = entry.state;
    chain_ = entry.chain;
    return step;
}

const Forms& Replay::forms(const RecordType& type) const {
    static const Forms nothing;
    const auto found = forms_.find(&type);
    return found == forms_.end() ? nothing : found->second;
}

Result<void> each_record(Store& store, const RecordType& type, std::size_t page, const VisitRecord& visit) {
    // From the lowest number there is: another tool may have used ids that the library never does.
    Query query{&type, Key::by_id, {}, std::numeric_limits<std::int64_t>::min(), page};
    while (true) {
        auto found = store.find(query);
        if (!found) return found.error();
        for (const Record& record : *found) {
            if (auto visited = visit(record); !visited) return visited;
        }
        if (found->size() < page) return {};
        query.after = found->back().id();
    }
}

Result<void> each_entry(Store& store, const VisitEntry& visit) {
    Query query{&type_of<JournalEntry>(), Key::by_id, {}, std::numeric_limits<std::int64_t>::min(), entries_per_page};
    while (true) {
        auto found = store.find(query);
        if (!found) return found.error();
        if (found->empty()) return {};
        std::vector<Key> keys;
        for (const Record& entry : *found) keys.push_back({&type_of<JournalPersonal>(), 0, {{entry.id(), {}, false}}});
        auto beside = store.load(keys);
        if (!beside) return beside.error();
        for (std::size_t i = 0; i < found->size(); ++i) {
            const auto& entry = *(*found)[i].get<JournalEntry>();
            if (auto visited = visit(entry, beside->found[i]); !visited) return visited;
        }
        query.after = found->back().id();
    }
}

}  // namespace provost::audit
