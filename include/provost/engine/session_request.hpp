// What a session is begun with.
#pragma once

#include <provost/engine/find_query.hpp>
#include <provost/engine/run_lines.hpp>
#include <provost/enrolment/enrolment.hpp>
#include <provost/lms/memory_setup.hpp>
#include <provost/plan/request.hpp>

namespace provost {

/// The value of a column that a file does not have, for all its rows. Since 0.1.
struct ColumnDefault {
    std::string column;
    std::string value;
};

/// A code of a column as somebody else's files write it, and the preset's own code that it stands for. Since 0.1.
/// [IMC-ENI-05]
struct ColumnCode {
    std::string column;
    std::string code;
    std::string stands_for;
};

/// What an import reports besides the rows that were refused. Since 0.1.
enum class ImportReports : std::uint8_t { problems = 0, rows = 1 };
template <>
struct Choices<ImportReports> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "problems", "A line per refused row."},
        {1, "rows", "And a document per row, refused or not."},
    });
};

/// How a report is written. Since 0.1. [IMC-PART-12]
enum class ReportFormat : std::uint8_t { json_lines, csv, csv_spreadsheet };
template <>
struct Choices<ReportFormat> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "json_lines", "A document on each line."},
        {1, "csv", "Separated values as they are, for programs."},
        {2, "csv_spreadsheet", "The same for people: no value is a formula."},
    });
};

/// By which moment a resync chooses e-learning enrolments. Since 0.1. [WIS-RS-01]
enum class ResyncBy : std::uint8_t { changed, added };
template <>
struct Choices<ResyncBy> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "changed", "When they were last changed."},
        {1, "added", "When they were added."},
    });
};

/// The document that begins a session. Since 0.1.
struct SessionRequest {
    std::int64_t provost = 1;
    std::string session;
    std::string preset;
    std::string file;
    std::string zone;
    std::string separator;
    std::string encoding;
    std::vector<ColumnDefault> defaults;
    std::vector<ColumnCode> codes;
    bool lenient_ids = false;
    bool last_wins = false;
    bool template_update = false;
    bool atomic = false;
    bool dry_run = false;
    ImportReports report = ImportReports::problems;
    bool rejects = false;
    std::string actor;
    std::optional<Instant> recorded;
    Detail detail = Detail::verdict;
    std::optional<std::int64_t> collection_year;
    std::optional<Day> submitted_on;
    std::string release = "8.0";
    std::string target = "national";
    std::string submission;
    bool parchments = false;
    bool tnc_all_rows = false;
    bool per_learner = false;
    std::string learner;
    std::int64_t activity = 0;
    std::string approval;
    std::string connection;
    std::optional<lms::LmsSetup> memory;
    std::optional<Day> since;
    std::optional<Day> until;
    ResyncBy by = ResyncBy::changed;
    bool include_automatic = false;
    std::string worker;
    bool messages = false;
    std::optional<std::int64_t> limit;
    std::vector<std::string> retire;
    std::optional<std::int64_t> suppose;
    std::string override_reason;
    std::string course;
    bool ignore_future_revision = false;
    std::string organisation;
    std::optional<lms::AdapterOptions> adapter;
    std::string organiser;
    ReportFormat format = ReportFormat::json_lines;
    std::vector<FindClause> where;
    std::string after;
};

/// What a finished import says. Rows read = created + updated + unchanged + rejected, always. Since 0.1.
struct ImportSummary {
    std::string preset;
    std::string file;
    std::int64_t rows = 0;
    std::int64_t created = 0;
    std::int64_t updated = 0;
    std::int64_t unchanged = 0;
    std::int64_t rejected = 0;
    std::string input;
};

/// What a finished export says. Since 0.1.
struct ExportSummary {
    std::string session;
    std::int64_t rows = 0;
    std::int64_t findings = 0;
    std::int64_t not_reported = 0;
    bool moved = false;
    std::optional<std::int64_t> check_errors;
    std::optional<std::int64_t> check_warnings;
    std::string after;
};

/// What a finished provisioning says. Since 0.1.
struct ProvisioningSummary {
    std::int64_t actions = 0;
    std::int64_t applied = 0;
    std::int64_t failed = 0;
    std::int64_t settled = 0;
    std::int64_t held = 0;
    std::int64_t open = 0;
    std::int64_t unchanged = 0;
    std::int64_t grants = 0;
    std::int64_t revokes = 0;
    std::int64_t edits = 0;
    std::int64_t accounts = 0;
    std::optional<Instant> next_change_at;
    std::string approval;
    Code stopped;
};

/// What a finished session of the outbox says. Since 0.1.
struct OutboxSummary {
    std::int64_t handed_out = 0;
    std::int64_t sent = 0;
    std::int64_t retried = 0;
    std::int64_t failed = 0;
    std::int64_t dropped = 0;
    std::int64_t again = 0;
    std::int64_t held = 0;
    std::int64_t confirmed = 0;
    std::int64_t ignored = 0;
    std::int64_t unconfirmed = 0;
    std::optional<Instant> oldest;
    std::int64_t oldest_seconds = 0;
};

/// What a finished comparison with the LMS says. Since 0.1. [WIS-MIG-06]
struct ObserveSummary {
    std::int64_t compared = 0;
    std::int64_t differences = 0;
    std::int64_t foreign = 0;
    std::int64_t due = 0;
    std::int64_t adopted = 0;
    std::int64_t drifted = 0;
    std::int64_t rows = 0;
    bool complete = false;
    std::string approval;
    std::vector<std::string> anomalies;
};

}  // namespace provost

PROVOST_DESCRIBE(provost::ProvisioningSummary, document, "provisioning_summary", "What a finished provisioning says.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(actions, "Actions handed out."),
                 PROVOST_FIELD(applied, "Actions that were carried out or were so already."),
                 PROVOST_FIELD(failed, "Actions that failed; their keys stay due."),
                 PROVOST_FIELD(settled, "Due keys that needed no action."),
                 PROVOST_FIELD(held,
                               "Items of the plan that wait: for an approval, for what is missing, for the mode."),
                 PROVOST_FIELD(open, "Actions that nobody reported; they are looked up, and come again."),
                 PROVOST_FIELD(unchanged, "Actions that the LMS said were so already."),
                 PROVOST_FIELD(grants, "Items of the plan by which access begins."),
                 PROVOST_FIELD(revokes, "Items by which it ends."),
                 PROVOST_FIELD(edits, "Items that change window or groups alone."),
                 PROVOST_FIELD(accounts, "Accounts that the plan makes."),
                 PROVOST_FIELD(next_change_at,
                               "When access over the connection changes next by the clock, within a year."),
                 PROVOST_FIELD(approval, "Hash of the plan that an approval must quote."),
                 PROVOST_FIELD(stopped, "Why nothing more was handed out, though there was more."));
PROVOST_DESCRIBE(
    provost::OutboxSummary, document, "outbox_summary", "What a finished session of the outbox says.", PROVOST_NO_INDEX,
    PROVOST_FIELD(handed_out, "Messages handed out."), PROVOST_FIELD(sent, "Messages that were reported as sent."),
    PROVOST_FIELD(retried, "Messages that failed and will be handed out again, later."),
    PROVOST_FIELD(failed, "Messages that failed for good."),
    PROVOST_FIELD(dropped, "Messages that are not sent: what they say no longer holds, or the host said so."),
    PROVOST_FIELD(again, "Messages that shall be handed out again because the host said so."),
    PROVOST_FIELD(held, "Messages that wait for somebody's confirmation from now on."),
    PROVOST_FIELD(confirmed, "Messages that waited for it and may be handed out now."),
    PROVOST_FIELD(ignored, "Outcomes that told of no message that was open."),
    PROVOST_FIELD(unconfirmed, "Messages that were handed out and of which nobody knows what came."),
    PROVOST_FIELD(oldest, "When the oldest message that is not delivered was made; absent: there is none."),
    PROVOST_FIELD(oldest_seconds, "Its age at the end of the session."));
PROVOST_DESCRIBE(provost::ObserveSummary, document, "observe_summary", "What a finished comparison with the LMS says.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(compared, "Keys compared."),
                 PROVOST_FIELD(differences, "Keys of which intended, agreed and actual access are not the same."),
                 PROVOST_FIELD(foreign, "Enrolments of the LMS that Provost never made."),
                 PROVOST_FIELD(due, "Keys that still have to be provisioned."),
                 PROVOST_FIELD(adopted, "Enrolments that were taken over."),
                 PROVOST_FIELD(drifted, "Keys that somebody changed in the LMS; they are due again."),
                 PROVOST_FIELD(rows, "Rows of the listing."),
                 PROVOST_FIELD(complete, "Whether the listing says of everything that it is there or not."),
                 PROVOST_FIELD(approval, "Hash of a listing that is suddenly short, for an approval that it is right."),
                 PROVOST_FIELD(anomalies, "Codes of what was unusual."));

PROVOST_DESCRIBE(provost::ColumnDefault, document, "column_default", "The value of a column that a file does not have.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(column, "The column, as the preset spells it.").required(),
                 PROVOST_FIELD(value, "Its value in all rows.").required().at_most(16'000));

PROVOST_DESCRIBE(provost::ColumnCode, document, "column_code", "What a code of somebody else's files stands for.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(column, "The column, as the preset spells it.").required(),
                 PROVOST_FIELD(code, "The code that stands in the file.").required().at_most(100),
                 PROVOST_FIELD(stands_for, "The preset's own code that means the same.").required().at_most(100));

PROVOST_DESCRIBE(
    provost::SessionRequest, document, "session_request", "What a session is begun with.", PROVOST_NO_INDEX,
    PROVOST_FIELD(provost, "Format version of the document: 1.").between(1, 1, "document.version"),
    PROVOST_FIELD(session, "Name of the session; docs/sessions.md lists them.").required(),
    PROVOST_FIELD(preset, "Import: which file it is, for example enrolments. Report: which one, for example messages."),
    PROVOST_FIELD(file, "Import: name of the file in reports.").at_most(255),
    PROVOST_FIELD(zone, "IANA zone of moments without an offset.").at_most(64),
    PROVOST_FIELD(separator, "Import: one character; absent: recognised by the header.").at_most(1),
    PROVOST_FIELD(encoding, "Import: utf-8 (also when absent), utf-16, utf-16le, utf-16be, windows-1252.").at_most(20),
    PROVOST_FIELD(defaults, "Import: values of columns that the file does not have.").at_most(50),
    PROVOST_FIELD(
        codes,
        "Import: the codes of the file, where it has others than the preset. Those of a column take the place "
        "of all that the preset has for it.")
        .at_most(200),
    PROVOST_FIELD(lenient_ids, "Import of courses: external ids may hold any character."),
    PROVOST_FIELD(last_wins,
                  "Import of courses: of several rows with one id the last counts; else the later ones are "
                  "refused."),
    PROVOST_FIELD(template_update,
                  "Import of courses: rows bring templates up to date; else a row that differs from the "
                  "template there is is refused."),
    PROVOST_FIELD(atomic, "Import: all rows or none."),
    PROVOST_FIELD(dry_run, "Import, tick, update: report the same and write nothing."),
    PROVOST_FIELD(report, "Import: what is reported of which rows."),
    PROVOST_FIELD(rejects, "Import: give the refused rows back as a file."),
    PROVOST_FIELD(actor, "Who runs it.").at_most(100),
    PROVOST_FIELD(recorded, "When; absent: the moment the engine was given."),
    PROVOST_FIELD(detail, "Import: with reason or full, refused rows are explained."),
    PROVOST_FIELD(collection_year, "Statutory files: the calendar year whose training is reported.")
        .between(1, 9999, "value.out-of-range"),
    PROVOST_FIELD(submitted_on, "Statutory files: day of the submission."),
    PROVOST_FIELD(release, "Statutory files: release of the standard, 8.0 or 7.0.").at_most(10),
    PROVOST_FIELD(target, "Statutory files: who collects; national, or a state's, for example nsw-smart-and-skilled.")
        .at_most(40),
    PROVOST_FIELD(
        submission,
        "Statutory: what the host calls the submission; the stream nat/reported.jsonl then holds the requests "
        "that mark it as sent.")
        .at_most(100),
    PROVOST_FIELD(parchments, "Statutory: records of NAT00130 have room for parchments, 72 characters instead of 39."),
    PROVOST_FIELD(
        tnc_all_rows,
        "Statutory: of who left, all rows say that training was not completed, also those that are rejected."),
    PROVOST_FIELD(per_learner, "Statutory: the limit of program identifiers holds for a learner, not for a chain."),
    PROVOST_FIELD(learner, "Statutory, explained: login of the learner whose activities are explained.")
        .at_most(100)
        .personal(),
    PROVOST_FIELD(activity, "Statutory, explained: id of the one activity that is explained."),
    PROVOST_FIELD(approval, "Provisioning: hash of the plan whose removals are approved.").at_most(64),
    PROVOST_FIELD(connection, "LMS: key of the connection, and name of a file drop; absent: lms.").at_most(40),
    PROVOST_FIELD(memory, "LMS in memory: what it holds at first, what it lacks and how it misbehaves."),
    PROVOST_FIELD(since, "Resync: the first day of the range, in the zone of the connection."),
    PROVOST_FIELD(until, "Resync: its last day; absent: today."), PROVOST_FIELD(by, "Resync: by which moment."),
    PROVOST_FIELD(include_automatic, "Resync: those whose access a rule says, too."),
    PROVOST_FIELD(worker,
                  "Provisioning, outbox: name of the program that carries out what is handed out. While "
                  "one worker has the lease, others get lease.held.")
        .at_most(100),
    PROVOST_FIELD(messages, "Import: learners are sent messages of what the rows change."),
    PROVOST_FIELD(
        limit,
        "Outbox: at most so many messages are handed out; absent: all that are due. Tick: at most so many are "
        "cancelled in one course as unprepared; absent: 100. Check of the learning logic: at most so many states are "
        "looked at; absent: 100,000. Report: at most so many lines; absent: all.")
        .between(1, 1'000'000, "value.out-of-range"),
    PROVOST_FIELD(retire, "Lint: external ids of courses or templates that shall be thought away.").at_most(10'000),
    PROVOST_FIELD(suppose, "What-if: so many of the first requests that are fed are supposed; the others are judged.")
        .between(0, 1000, "value.out-of-range"),
    PROVOST_FIELD(override_reason,
                  "Import of enrolments: why learners shall enter although prerequisites are not met; needs the right "
                  "OVERRIDE, and is kept beside each such place.")
        .at_most(1000)
        .personal(),
    PROVOST_FIELD(course, "Check of the learning logic, report: external id of the course.").at_most(100),
    PROVOST_FIELD(ignore_future_revision, "Update: takes courses whose revision date is ahead as well."),
    PROVOST_FIELD(organisation, "Check of statutory files: identifier of the organisation that submits.").at_most(10),
    PROVOST_FIELD(adapter, "lms.adapter: what the adapter needs to know of its LMS."),
    PROVOST_FIELD(organiser, "Outbox: email address that stands as organiser in calendar entries; absent: none.")
        .at_most(254),
    PROVOST_FIELD(format, "Report: how it is written."),
    PROVOST_FIELD(where, "Report: what must hold of its lines, by their members.").at_most(100),
    PROVOST_FIELD(after, "Report: where it goes on; as the summary of the part before says. Absent: at its beginning.")
        .at_most(100));

PROVOST_DESCRIBE(provost::ImportSummary, document, "import_summary", "What a finished import says.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(preset, "Which file it was."), PROVOST_FIELD(file, "Name of the file."),
                 PROVOST_FIELD(rows, "Rows read."), PROVOST_FIELD(created, "Rows that made a record."),
                 PROVOST_FIELD(updated, "Rows that changed one."),
                 PROVOST_FIELD(unchanged, "Rows that changed nothing."),
                 PROVOST_FIELD(rejected, "Rows that were refused."), PROVOST_FIELD(input, "Digest of the bytes read."));

PROVOST_DESCRIBE(provost::ExportSummary, document, "export_summary", "What a finished export says.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(session, "Which export it was."),
                 PROVOST_FIELD(rows, "Records written, in all files together."),
                 PROVOST_FIELD(findings, "What a person should look at."),
                 PROVOST_FIELD(not_reported, "Activities that made no record."),
                 PROVOST_FIELD(moved, "True when the store changed meanwhile: pieces may stem from different moments."),
                 PROVOST_FIELD(check_errors,
                               "Statutory: what the checks of the files found that blocks the submission."),
                 PROVOST_FIELD(check_warnings, "Statutory: what they found that does not."),
                 PROVOST_FIELD(after, "Report: where it goes on; absent: there is no more."));
