// The journal: what was decided, by whom, when, and what it changed; a chain in which nothing can be altered, inserted
// or removed unnoticed. Kept as records, so that every store keeps it.
#pragma once

#include <provost/plan/request.hpp>

namespace provost::audit {

/// One decision, or one batch of an import. Since 0.1.
struct JournalEntry {
    Id<JournalEntry> id;
    std::int64_t version = 0;
    std::string verb;
    std::string rules;
    std::string actor;
    std::optional<Instant> effective;
    std::optional<Instant> recorded;
    std::string key;
    std::int64_t about = 0;
    std::string request;
    std::string reads;
    std::string changes;
    std::string state;
    std::string chain;
};

/// Personal values that an entry's changes carry as digests; erased when a person is. Since 0.1.
struct JournalPersonal {
    Id<JournalPersonal> id;
    std::int64_t version = 0;
    Id<JournalEntry> entry;
    std::string values;
};

/// Where the journal ends; every commit moves it. One record, id 1. Since 0.1.
struct JournalHead {
    Id<JournalHead> id;
    std::int64_t version = 0;
    std::int64_t entries = 0;
    std::int64_t personal = 0;
    std::int64_t runs = 0;
    std::string state;
    std::string chain;
};

/// One session: an import, an export. Since 0.1.
struct Run {
    Id<Run> id;
    std::int64_t version = 0;
    std::string session;
    std::string actor;
    std::optional<Instant> recorded;
    std::int64_t rows = 0;
    std::int64_t created = 0;
    std::int64_t updated = 0;
    std::int64_t unchanged = 0;
    std::int64_t rejected = 0;
    std::string input;
};

}  // namespace provost::audit

PROVOST_DESCRIBE(provost::audit::JournalEntry, bookkeeping, "journal_entry", "One decision, or one batch of an import.",
                 PROVOST_INDEXES({"key", true, {"key"}}), PROVOST_FIELD(id, "Position in the journal, from 1."),
                 PROVOST_FIELD(version, "Always 1: an entry never changes."), PROVOST_FIELD(verb, "What was asked."),
                 PROVOST_FIELD(rules, "Version of the rules that decided."), PROVOST_FIELD(actor, "Who asked."),
                 PROVOST_FIELD(effective, "When it holds; absent for batches, whose rows have their own."),
                 PROVOST_FIELD(recorded, "When it was told."), PROVOST_FIELD(key, "Idempotency key."),
                 PROVOST_FIELD(about, "Id of the record it was about."),
                 PROVOST_FIELD(request,
                               "The request as a document, with ids in place of names of people; its digest when it "
                               "holds personal values; of a batch the digest of its rows."),
                 PROVOST_FIELD(reads, "Versions of the records it rests on."),
                 PROVOST_FIELD(changes, "What it changed: after-images in columns, personal values as digests."),
                 PROVOST_FIELD(state, "State digest after it."),
                 PROVOST_FIELD(chain, "Digest of this entry and the chain before it."));

PROVOST_DESCRIBE(provost::audit::JournalPersonal, bookkeeping, "journal_personal",
                 "Personal values that an entry's changes carry as digests.",
                 PROVOST_INDEXES({"entry", false, {"entry"}}), PROVOST_FIELD(id, "Identity."),
                 PROVOST_FIELD(version, "Counts the changes."), PROVOST_FIELD(entry, "The entry."),
                 PROVOST_FIELD(values, "The values, in the order of the entry's digests.").personal());

PROVOST_DESCRIBE(provost::audit::JournalHead, bookkeeping, "journal_head", "Where the journal ends.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(id, "Always 1."), PROVOST_FIELD(version, "Counts the commits."),
                 PROVOST_FIELD(entries, "Number of entries."), PROVOST_FIELD(personal, "Number of personal records."),
                 PROVOST_FIELD(runs, "Number of runs."), PROVOST_FIELD(state, "State digest."),
                 PROVOST_FIELD(chain, "Chain after the last entry."));

PROVOST_DESCRIBE(provost::audit::Run, bookkeeping, "run", "One session: an import, an export.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(id, "Number of the run, from 1."), PROVOST_FIELD(version, "Counts the changes."),
                 PROVOST_FIELD(session, "What it did, for example import enrolments."),
                 PROVOST_FIELD(actor, "Who ran it."), PROVOST_FIELD(recorded, "When."),
                 PROVOST_FIELD(rows, "Rows read."), PROVOST_FIELD(created, "Rows that made a record."),
                 PROVOST_FIELD(updated, "Rows that changed one."),
                 PROVOST_FIELD(unchanged, "Rows that changed nothing."),
                 PROVOST_FIELD(rejected, "Rows that were refused."), PROVOST_FIELD(input, "Digest of the bytes read."));
