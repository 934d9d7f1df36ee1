// Verifying: the journal is played again entry by entry, then every record is compared with what came of it.
#include "audit/verify.hpp"

#include "audit/restore.hpp"
#include "base/code_table.hpp"

namespace provost::audit {

namespace {

constexpr std::size_t records_per_page = 1000;
constexpr int most_tries = 3;

struct Head {
    std::int64_t revision = 0;
    JournalHead head;
};

Result<Head> head_of(Store& store) {
    const Key key = id_key(type_of<JournalHead>(), 1);
    auto loaded = store.load(std::span(&key, 1));
    if (!loaded) return loaded.error();
    Head head{loaded->revision, {}};
    if (!loaded->found.front().empty()) head.head = *loaded->found.front().front().get<JournalHead>();
    return head;
}

class Verification {
public:
    Verification(Kinds kinds, Store& store, std::string_view secret, const std::optional<JournalPosition>& anchor)
        : kinds_(kinds), store_(store), secret_(secret), anchor_(anchor), replay_(kinds), values_(secret) {}

    [[nodiscard]] Result<VerifyReport> run(const JournalHead& head);

private:
    [[nodiscard]] Result<void> judge(const JournalEntry& entry, std::span<const Record> beside);
    void judge_head(const JournalHead& head);
    [[nodiscard]] Result<void> compare(const RecordType& type);
    void found(Code code, std::string_view kind, std::int64_t id, std::int64_t entry);

    Kinds kinds_;
    Store& store_;
    std::string_view secret_;
    const std::optional<JournalPosition>& anchor_;
    Replay replay_;
    PersonalValues values_;
    VerifyReport report_;
};

void Verification::found(Code code, std::string_view kind, std::int64_t id, std::int64_t entry) {
    if (report_.findings.size() == most_findings) {
        ++report_.unlisted;
        return;
    }
    report_.findings.push_back({code, std::string(kind), id, entry});
}

Result<void> Verification::judge(const JournalEntry& entry, std::span<const Record> beside) {
    const auto id = entry.id.value;
    const auto expected = replay_.entries() + 1;
    ++report_.entries;
    const Step step = replay_.apply(entry);
    // One finding for a gap, whatever its size: an id can be any number.
    if (id > expected) found("audit.entry-missing"_code, "journal_entry", expected, expected);
    const bool right = step.chained && step.readable && step.summed && id >= expected;
    if (!right) found("audit.entry-changed"_code, "journal_entry", id, id);
    values_.clear();
    if (step.readable && !values_.add(replay_.personal(), beside)) {
        found("audit.record-differs"_code, "journal_personal", beside.empty() ? 0 : beside.front().id(), id);
    }
    if (anchor_ && anchor_->entries == id) report_.anchored = anchor_->chain == entry.chain;
    return {};
}

void Verification::judge_head(const JournalHead& head) {
    const auto last = replay_.entries();
    if (head.entries != last) {
        const Code code = head.entries > last ? "audit.entry-missing"_code : "audit.entry-unknown"_code;
        const auto first = std::min(head.entries, last) + 1;
        found(code, "journal_entry", first, first);
    }
    if (head.chain != replay_.chain() || head.state != replay_.state()) {
        found("audit.entry-changed"_code, "journal_head", 1, last);
    }
    if (!anchor_) return;
    if (anchor_->entries == 0) report_.anchored = true;
    if (!report_.anchored) found("audit.anchor-missing"_code, "journal_entry", anchor_->entries, anchor_->entries);
}

Result<void> Verification::compare(const RecordType& type) {
    const Forms& forms = replay_.forms(type);
    auto next = forms.begin();
    const auto missing_below = [&](std::int64_t id) {
        for (; next != forms.end() && next->first < id; ++next) {
            found("audit.record-missing"_code, type.name, next->first, next->second.entry);
        }
    };
    auto read = each_record(store_, type, records_per_page, [&](const Record& record) -> Result<void> {
        ++report_.records;
        missing_below(record.id());
        if (next == forms.end() || next->first != record.id()) {
            found("audit.record-unknown"_code, type.name, record.id(), 0);
            return {};
        }
        const Form& form = (next++)->second;
        const bool same = form.version == record.version() && form.text == digest_text(record, secret_);
        if (!same) found("audit.record-differs"_code, type.name, record.id(), form.entry);
        return {};
    });
    if (!read) return read;
    missing_below(INT64_MAX);
    return {};
}

Result<VerifyReport> Verification::run(const JournalHead& head) {
    auto read = each_entry(
        store_, [&](const JournalEntry& entry, std::span<const Record> beside) { return judge(entry, beside); });
    if (!read) return read.error();
    judge_head(head);
    for (const RecordType* type : kinds_) {
        if (type->role != Role::record) continue;
        if (auto compared = compare(*type); !compared) return compared.error();
    }
    report_.state = replay_.state();
    report_.chain = replay_.chain();
    return std::move(report_);
}

}  // namespace

Result<VerifyReport> verify_kinds(Kinds kinds, Store& store, std::string_view secret,
                                  const std::optional<JournalPosition>& anchor) {
    for (int tries = 0; tries < most_tries; ++tries) {
        const auto before = head_of(store);
        if (!before) return before.error();
        auto report = Verification(kinds, store, secret, anchor).run(before->head);
        if (!report) return report;
        const auto after = head_of(store);
        if (!after) return after.error();
        // Journal and records were read page by page: only when nobody wrote meanwhile do they belong together.
        if (after->revision == before->revision) return report;
    }
    return Error{Status::conflict, "store.contended"_code, {}, {{"tries", std::to_string(most_tries)}}};
}

}  // namespace provost::audit
