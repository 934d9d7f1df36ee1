// Auditing: does the journal hold together, does the store say what the journal says, can the store be made again from
// it, and would today's rules decide the same. See Engine::audit for the doors.
//
// What it shows. Each entry carries a chain digest over itself and the chain before it, and the state digest after it:
// a changed, inserted, swapped or removed entry is found without anything kept elsewhere, and so is a record that does
// not hold what the journal says. Whoever rewrites the journal from an entry to its end, head and records included, or
// takes the store back to an earlier moment, is found with an anchor only: a JournalPosition that was kept elsewhere.
// Runs and other bookkeeping besides the journal are not chained.
//
// What it costs. One pass over the journal and one over the records. Of every record the journal's form of it is held
// in memory meanwhile: its canonical text, 300 to 500 bytes with what surrounds it.
#pragma once

#include <provost/plan/answer.hpp>
#include <provost/ports/store.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace provost {

/// Where the journal ends. Since 0.1.
struct JournalPosition {
    std::int64_t entries = 0;
    std::string state;  ///< state digest, hexadecimal; empty before the first entry
    std::string chain;  ///< anchor to keep elsewhere: proves later that nothing before it was altered
};

/// What an audit asks for. Since 0.1.
struct AuditRequest {
    std::int64_t provost = 1;
    std::string audit;
    std::optional<JournalPosition> anchor;
};

namespace audit {

/// Something that is not as the journal says. Names the thing, never its values. Since 0.1.
struct Finding {
    Code code;
    std::string kind;
    std::int64_t id = 0;
    std::int64_t entry = 0;  ///< the entry that says otherwise; 0 = none speaks of it
};

/// What a verification found. Since 0.1.
struct VerifyReport {
    std::int64_t entries = 0;
    std::int64_t records = 0;
    std::vector<Finding> findings;
    std::int64_t unlisted = 0;  ///< findings beyond `most_findings`
    std::string state;
    std::string chain;
    bool anchored = false;

    [[nodiscard]] bool clean() const { return findings.empty(); }
};

/// How many findings a report lists.
inline constexpr std::size_t most_findings = 1000;

/// Reads the whole journal and every record. `secret` is the one of the engine that wrote it. Errors: what the store
/// answers, and store.contended when other writers came in between. Since 0.1.
[[nodiscard]] Result<VerifyReport> verify(Store& store, std::string_view secret,
                                          const std::optional<JournalPosition>& anchor = {});

/// Makes the records again from the journal, in an empty store, with the journal and all other bookkeeping: the state
/// digest is the same. Personal values come from beside the journal; erased ones stay absent. Refused when the journal
/// does not hold together. A rebuild that failed leaves `to` half filled: throw it away. Since 0.1.
[[nodiscard]] Result<void> rebuild(Store& from, Store& to, std::string_view secret);

/// A recorded request that is decided otherwise today. Since 0.1.
struct Rejudged {
    std::int64_t entry = 0;
    std::string verb;
    std::string rules;
    Verdict verdict = Verdict::accepted;
    Code code;
};

/// Recorded requests that could not be judged again, by reason. Since 0.1.
struct Unjudged {
    std::string reason;
    std::int64_t entries = 0;
};

/// What came of judging the journal's requests again. Since 0.1.
struct RejudgeReport {
    std::int64_t entries = 0;
    std::int64_t judged = 0;
    std::vector<Rejudged> differences;
    std::vector<Unjudged> skipped;
};

}  // namespace audit

}  // namespace provost

PROVOST_DESCRIBE(
    provost::JournalPosition, document, "journal_position", "Where the journal ends.", PROVOST_NO_INDEX,
    PROVOST_FIELD(entries, "Number of entries.").between(0, provost::id_limit, "value.out-of-range"),
    PROVOST_FIELD(state, "State digest, hexadecimal; absent before the first entry.").at_most(64),
    PROVOST_FIELD(chain, "Anchor to keep elsewhere: proves later that nothing before it was altered.").at_most(64));

PROVOST_DESCRIBE(provost::AuditRequest, document, "audit_request", "What an audit asks for.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(provost, "Format version of the document: 1.").between(1, 1, "document.version"),
                 PROVOST_FIELD(audit, "head, verify or rejudge.").required(),
                 PROVOST_FIELD(anchor, "Verify: an earlier position of the journal that was kept elsewhere."));

PROVOST_DESCRIBE(provost::audit::Finding, document, "finding", "Something that is not as the journal says.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(code, "What is wrong."), PROVOST_FIELD(kind, "Kind of the record."),
                 PROVOST_FIELD(id, "Id of the record."),
                 PROVOST_FIELD(entry, "The journal entry that says otherwise; 0: none speaks of it."));

PROVOST_DESCRIBE(provost::audit::VerifyReport, document, "verify_report", "What a verification found.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(entries, "Journal entries read."),
                 PROVOST_FIELD(records, "Records compared."), PROVOST_FIELD(findings, "What is not as it should be."),
                 PROVOST_FIELD(unlisted, "Findings beyond the first thousand."),
                 PROVOST_FIELD(state, "State digest after the last entry."),
                 PROVOST_FIELD(chain, "Chain after the last entry: the next anchor."),
                 PROVOST_FIELD(anchored, "An anchor was given and the journal holds it."));

PROVOST_DESCRIBE(provost::audit::Rejudged, document, "rejudged", "A recorded request that is decided otherwise today.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(entry, "Its journal entry."), PROVOST_FIELD(verb, "What was asked."),
                 PROVOST_FIELD(rules, "Version of the rules that decided then."),
                 PROVOST_FIELD(verdict, "Verdict of today; accepted: with other changes than then."),
                 PROVOST_FIELD(code, "Why, today."));

PROVOST_DESCRIBE(provost::audit::Unjudged, document, "unjudged", "Requests that could not be judged again.",
                 PROVOST_NO_INDEX,
                 PROVOST_FIELD(reason,
                               "import: only digests of the rows are kept. personal: the request held personal "
                               "values, so only its digest is kept. erased: it rests on values since erased. "
                               "older-format: it came before the store was last migrated. migration: that itself."),
                 PROVOST_FIELD(entries, "How many."));

PROVOST_DESCRIBE(provost::audit::RejudgeReport, document, "rejudge_report",
                 "What came of judging the journal's requests again.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(entries, "Journal entries read."), PROVOST_FIELD(judged, "Requests judged again."),
                 PROVOST_FIELD(differences, "Those decided otherwise today."),
                 PROVOST_FIELD(skipped, "Those that could not be judged, by reason."));
