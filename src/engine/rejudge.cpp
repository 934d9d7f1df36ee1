// The state before each entry stands in memory, and over it the engine's own loop decides; what it would
// change is compared with what was changed, as the text that the journal keeps. Then the recorded change is carried
// out, whatever today's rules say, so that each decision is judged by its own facts.
#include "engine/rejudge.hpp"

#include "audit/restore.hpp"
#include "engine/recorded_request.hpp"

#include <provost/describe/json.hpp>
#include <provost/lms/lms.hpp>

#include <set>

namespace provost::engine {

namespace {

using audit::JournalEntry;

class BorrowedZones final : public ZoneFinder {
public:
    explicit BorrowedZones(const ZoneFinder& zones) : zones_(zones) {}
    [[nodiscard]] const Zone* find(std::string_view name) const override { return zones_.find(name); }

private:
    const ZoneFinder& zones_;
};

// As much of a store as deciding needs: the overlay keeps records under all their keys already.
class ReplayedState final : public Store {
public:
    Result<std::int64_t> reserve(std::int64_t count) override { return std::exchange(next_id_, next_id_ + count); }
    Result<Loaded> load(std::span<const Key> keys) override {
        Loaded loaded{1, {}};
        for (const Key& key : keys) {
            auto& found = loaded.found.emplace_back();
            records_.read(key, [&](const Record& record) { found.push_back(record); });
        }
        return loaded;
    }
    Result<std::vector<Record>> find(const Query&) override { return Error{Status::internal, "internal.defect"_code}; }
    Result<std::vector<Outcome>> commit(std::span<const Unit> units) override {
        for (const Unit& unit : units) {
            for (const Write& write : unit.writes) {
                records_.apply(write.record);
                next_id_ = std::max(next_id_, write.record.id() + 1);
            }
            records_.settle();
        }
        return std::vector<Outcome>(units.size());
    }
    [[nodiscard]] StoreTraits describe() const override { return {"replayed"}; }

private:
    Overlay records_;
    std::int64_t next_id_ = 1;
};

constexpr std::string_view migration = "store.migrate";

// Where the journal last tells of a migration; 0: nowhere.
Result<std::int64_t> last_migration(Store& store) {
    std::int64_t last = 0;
    auto read = audit::each_entry(store, [&](const JournalEntry& entry, std::span<const Record>) {
        if (entry.verb == migration) last = entry.id.value;
        return Result<void>{};
    });
    if (!read) return read.error();
    return last;
}

class Rejudgement {
public:
    /// `migrated`: the last entry of a migration. Records of before may have a form that is no longer read.
    Rejudgement(const ZoneFinder& zones, const EngineOptions& options, std::int64_t migrated)
        : core_(std::make_unique<ReplayedState>(), std::make_unique<BorrowedZones>(zones), options),
          values_(options.secret),
          migrated_(migrated) {}

    [[nodiscard]] Result<void> entry(const JournalEntry& entry, std::span<const Record> beside);
    [[nodiscard]] audit::RejudgeReport& report() { return report_; }

private:
    [[nodiscard]] std::string_view why_not(const JournalEntry& entry) const;
    void skip(std::string_view reason);
    [[nodiscard]] Result<void> name_actor(Head& head);
    [[nodiscard]] Result<void> judge(const JournalEntry& entry);
    [[nodiscard]] Result<void> decide(const verbs::Verb& verb, std::shared_ptr<void> request,
                                      const JournalEntry& entry);
    [[nodiscard]] Result<void> decide_with(std::int64_t more, Item& item, Head& head, const JournalEntry& entry);
    void differs(const JournalEntry& entry, Verdict verdict, Code code);
    [[nodiscard]] Result<void> follow(std::span<const audit::Replay::Name> written);
    [[nodiscard]] std::vector<audit::Replay::Name> all() const;

    Core core_;
    audit::Replay replay_{verbs::kinds()};
    audit::PersonalValues values_;
    std::int64_t migrated_;
    std::set<std::string> incomplete_;  // records that lack erased values, as an entry's reads name them
    audit::RejudgeReport report_;
};

std::string name_of(std::string_view kind, std::int64_t id) { return std::string(kind) + ':' + std::to_string(id); }

// Whether a record that was read is none that the journal tells of. Of who shall have access in an LMS it does not tell
// either, but that follows from a decision and is never its reason.
bool rests_on_bookkeeping(std::string_view read) {
    const RecordType* type = verbs::find_kind(read.substr(0, read.find(':')));
    return type != nullptr && type->role == Role::bookkeeping && type != &type_of<lms::LmsAccess>();
}

// The reason why an entry can not be judged again; empty when it can.
std::string_view Rejudgement::why_not(const JournalEntry& entry) const {
    if (entry.id.value < migrated_) return "older-format";
    if (entry.verb == migration) return "migration";
    if (entry.verb.starts_with("import.")) return "import";
    if (!is_whole_request(entry.request)) return "personal";
    std::string_view rest = entry.reads;
    while (!rest.empty()) {
        const auto read = rest.substr(0, rest.find('@'));
        if (rests_on_bookkeeping(read)) return "bookkeeping";
        if (incomplete_.contains(std::string(read))) return "erased";
        const auto end = rest.find(' ');
        rest = end == rest.npos ? std::string_view() : rest.substr(end + 1);
    }
    return {};
}

void Rejudgement::skip(std::string_view reason) {
    const auto found = std::ranges::find(report_.skipped, reason, &audit::Unjudged::reason);
    if (found == report_.skipped.end()) {
        report_.skipped.push_back({std::string(reason), 1});
    } else {
        ++found->entries;
    }
}

void Rejudgement::differs(const JournalEntry& entry, Verdict verdict, Code code) {
    report_.differences.push_back({entry.id.value, entry.verb, entry.rules, verdict, code});
}

// A learner asks by his login; the journal names him by his id.
Result<void> Rejudgement::name_actor(Head& head) {
    const auto learner = access::learner_named(head.actor);
    if (!learner) return {};
    const Key key = id_key(type_of<people::Learner>(), learner.value);
    auto loaded = core_.store().load(std::span(&key, 1));
    if (!loaded) return loaded.error();
    const auto& found = loaded->found.front();
    if (!found.empty()) head.actor = found.front().get<people::Learner>()->login;
    return {};
}

Result<void> Rejudgement::judge(const JournalEntry& entry) {
    ++report_.judged;
    const verbs::Verb* verb = verbs::find(entry.verb);
    if (verb == nullptr) return (differs(entry, Verdict::refused, "verb.unknown"_code), Result<void>{});
    auto request = verb->request->make();
    auto read = read_json(entry.request, *verb->request, request.get());
    if (read) read = validate(*verb->request, request.get());
    if (!read) return (differs(entry, Verdict::refused, read.error().code), Result<void>{});
    if (auto named = name_actor(*static_cast<Head*>(request.get())); !named) return named;
    return decide(*verb, std::move(request), entry);
}

// With further ids behind those that it took: today's rules may take more.
Result<void> Rejudgement::decide_with(std::int64_t more, Item& item, Head& head, const JournalEntry& entry) {
    if (!head.ids.empty()) {
        auto first = core_.store().reserve(more);
        if (!first) return first.error();
        for (std::int64_t i = 0; i < more; ++i) head.ids.push_back(*first + i);
    }
    item.digest = head.row_digest;
    auto decided = core_.decide(std::span(&item, 1), head.recorded.value_or(*entry.recorded), nullptr);
    if (decided || decided.error().place.pointer != "/ids") return decided;
    core_.discard();
    item.decision = {};
    return decide_with(2 * more, item, head, entry);
}

Result<void> Rejudgement::decide(const verbs::Verb& verb, std::shared_ptr<void> request, const JournalEntry& entry) {
    Item item{{&verb, request.get()}, request};
    auto decided =
        decide_with(std::max<std::int64_t>(verb.most_ids, 1), item, *static_cast<Head*>(request.get()), entry);
    auto changes = core_.overlay().changes();
    // The journal tells of the state only, not of bookkeeping such as due marks.
    std::erase_if(changes, [](const Change& change) { return change.after.type().role != Role::record; });
    core_.discard();
    if (!decided) return decided;
    std::string personal;
    const Decision& decision = item.decision;
    if (decision.refused() || audit::columns(changes, core_.options().secret, personal) != entry.changes) {
        differs(entry, decision.verdict, decision.code);
    }
    return {};
}

// All records as the journal tells them by now.
std::vector<audit::Replay::Name> Rejudgement::all() const {
    std::vector<audit::Replay::Name> names;
    for (const RecordType* type : verbs::kinds()) {
        if (type->role != Role::record) continue;
        for (const auto& [id, form] : replay_.forms(*type)) names.push_back({type, id});
    }
    return names;
}

// Carries out in memory what the entry recorded.
Result<void> Rejudgement::follow(std::span<const audit::Replay::Name> written) {
    Unit unit;
    for (const auto& [type, id] : written) {
        if (type->role != Role::record) continue;
        const audit::Form& form = replay_.forms(*type).at(id);
        auto restored = audit::restore(*type, form, values_);
        if (!restored) return restored.error();
        const auto name = name_of(type->name, id);
        if (restored->complete) {
            incomplete_.erase(name);
        } else {
            incomplete_.insert(name);
        }
        unit.writes.push_back({std::move(restored->record), form.version - 1});
    }
    if (auto written = core_.store().commit(std::span(&unit, 1)); !written) return written.error();
    return {};
}

Result<void> Rejudgement::entry(const JournalEntry& entry, std::span<const Record> beside) {
    ++report_.entries;
    if (const auto reason = why_not(entry); !reason.empty()) {
        skip(reason);
    } else if (auto judged = judge(entry); !judged) {
        return judged;
    }
    const bool whole = replay_.apply(entry).whole() && values_.add(replay_.personal(), beside);
    if (whole && entry.id.value < migrated_) return {};
    if (whole) return entry.id.value == migrated_ ? follow(all()) : follow(replay_.touched());
    return Error{Status::storage, "audit.entry-changed"_code, {}, {{"entry", std::to_string(entry.id.value)}}};
}

}  // namespace

Result<audit::RejudgeReport> rejudge(Store& store, const ZoneFinder& zones, const EngineOptions& options) {
    const auto migrated = last_migration(store);
    if (!migrated) return migrated.error();
    Rejudgement rejudgement(zones, options, *migrated);
    auto read = audit::each_entry(store, [&](const JournalEntry& entry, std::span<const Record> beside) {
        return rejudgement.entry(entry, beside);
    });
    if (!read) return read.error();
    return std::move(rejudgement.report());
}

}  // namespace provost::engine
