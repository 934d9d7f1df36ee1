// Values stand in the order of the digests in the entry's changes: the digests are counted to find whose they are.
#include "erasure/forget.hpp"

#include "base/code_table.hpp"
#include "describe/columns_read.hpp"

#include <provost/enrolment/participation.hpp>
#include <provost/finalise/finalise.hpp>
#include <provost/people/client_details.hpp>
#include <provost/rating/rating.hpp>

#include <charconv>

namespace provost::erasure {

namespace {

// The digests of an entry, each with the learner it belongs to; no id: it belongs to a record of another kind.
class Owners final : public ColumnVisitor {
public:
    explicit Owners(audit::Kinds kinds) : kinds_(kinds) {}
    [[nodiscard]] const std::vector<Id<people::Learner>>& found() const { return owners_; }

    bool group(const ColumnGroup& group) override {
        const auto known = std::ranges::find(kinds_, group.kind, [](const RecordType* type) { return type->name; });
        if (known == kinds_.end()) return false;
        // What a learner stated stands under the learner's id.
        is_learner_ = *known == &type_of<people::Learner>() || *known == &type_of<people::ClientDetails>();
        const bool is_change = *known == &type_of<enrolment::ParticipantChange>() ||
                               *known == &type_of<enrolment::ProgramChange>() ||
                               *known == &type_of<rating::RatingComment>();
        const auto learner = std::ranges::find(group.members, "learner");
        learner_at_.reset();
        if (is_change && learner != group.members.end()) {
            learner_at_ = static_cast<std::size_t>(learner - group.members.begin());
        }
        personal_.clear();
        for (const std::string& member : group.members) {
            const Field* field = (*known)->find(member);
            if (field == nullptr) return false;
            personal_.push_back(field->is_personal);
        }
        return true;
    }

    bool row(std::int64_t id, const std::vector<std::string>& values) override {
        if (values.size() != personal_.size()) return false;
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (personal_[i] && !values[i].empty()) owners_.push_back(owner_of(id, values));
        }
        return true;
    }

private:
    // What was done to a place says whose it is when it is made, and is not changed after that but by an erasure.
    [[nodiscard]] Id<people::Learner> owner_of(std::int64_t id, const std::vector<std::string>& values) const {
        if (is_learner_) return {id};
        std::int64_t learner = 0;
        if (learner_at_) {
            const std::string& text = values[*learner_at_];
            std::from_chars(text.data(), text.data() + text.size(), learner);
        }
        return {learner};
    }

    audit::Kinds kinds_;
    bool is_learner_ = false;
    std::optional<std::size_t> learner_at_;  // of the member that names the learner
    std::vector<bool> personal_;             // of each member of the group
    std::vector<Id<people::Learner>> owners_;
};

Error broken(const audit::JournalEntry& entry) {
    return {Status::storage, "audit.entry-changed"_code, {}, {{"entry", std::to_string(entry.id.value)}}};
}

}  // namespace

Result<Forgotten> forget(audit::Kinds kinds, const audit::JournalEntry& entry, std::string_view values,
                         const std::function<bool(Id<people::Learner>)>& is_erased) {
    Forgotten forgotten{std::string(values), 0};
    if (values.empty()) return forgotten;
    Owners owners(kinds);
    if (!read_columns(entry.changes, owners)) return broken(entry);
    auto held = read_values(values);
    if (!held || held->size() != owners.found().size()) return broken(entry);
    for (std::size_t i = 0; i < held->size(); ++i) {
        const auto owner = owners.found()[i];
        std::string& value = (*held)[i];
        if (!owner || value.empty() || !is_erased(owner)) continue;
        if (value == '"' + people::erased_login(owner) + '"') continue;
        value.clear();
        ++forgotten.taken;
    }
    if (forgotten.taken == 0) return forgotten;
    forgotten.values.clear();
    for (const std::string& value : *held) {
        forgotten.values += forgotten.values.empty() ? '[' : ',';
        forgotten.values += value.empty() ? "null" : value;
    }
    forgotten.values += ']';
    return forgotten;
}

}  // namespace provost::erasure
