// Writes what the tables of the library say of themselves: docs/codes.md, docs/verbs.md, the rules of statutory files
// (docs/statutory-rules.md), the events of notices (docs/notice-events.md) and a JSON Schema for every request, record
// kind, answer and session. make_docs writes them into docs/, docs.py compares.
//
//     describe_all FOLDER
#include "base/code_table.hpp"
#include "reporting/checks/rule.hpp"
#include "verbs/verb.hpp"

#include <provost/describe/json.hpp>
#include <provost/engine/find_query.hpp>
#include <provost/engine/lms_reports.hpp>
#include <provost/engine/reports.hpp>
#include <provost/engine/session_request.hpp>
#include <provost/engine/statutory_check.hpp>
#include <provost/engine/what_if.hpp>
#include <provost/finalise/worklist.hpp>
#include <provost/learning/picture.hpp>
#include <provost/lms/accounts.hpp>
#include <provost/notices/definition.hpp>
#include <provost/notices/intent.hpp>
#include <provost/prerequisites/bulk.hpp>
#include <provost/prerequisites/lint.hpp>
#include <provost/reporting/reporting.hpp>
#include <provost/resources/views.hpp>

#include <filesystem>
#include <fstream>
#include <iostream>

namespace {

using namespace provost;
namespace fs = std::filesystem;

constexpr std::string_view generated =
    "<!-- Made by tests/house/make_docs; edit the tables in the source instead. -->\n";

constexpr std::array<std::string_view, 10> status_words{"ok",   "invalid", "not_found",   "conflict", "limit",
                                                        "busy", "storage", "unsupported", "callback", "internal"};

std::string_view word_of(Status status) { return status_words[static_cast<std::size_t>(status)]; }

// A table cell: a bar would end it.
std::string cell(std::string_view text) {
    std::string out;
    for (const char c : text) out += c == '|' ? std::string("\\|") : std::string(1, c);
    return out;
}

struct Part {
    std::string_view title;
    std::string_view text;
    bool (*holds)(const CodeRow&);
};

constexpr auto parts = std::to_array<Part>({
    {"Refusals",
     "Why a request, or a row of a file, was refused. The checks of a row run in this order; its first "
     "problem is the one that is reported.",
     [](const CodeRow& row) { return row.stage != Stage::none; }},
    {"Errors", "Why a call failed. Nothing was changed.",
     [](const CodeRow& row) { return row.stage == Stage::none && row.status != Status::ok; }},
    {"Reasons and findings", "What reason trees, held results and reports say; none of them is a failure.",
     [](const CodeRow& row) { return row.stage == Stage::none && row.status == Status::ok; }},
});

constexpr std::array<std::string_view, 10> stage_titles{
    "",        "Kind of the row",          "Mandatory values",    "Lengths", "References",
    "Formats", "Dates against each other", "What exists already", "Rules",   "Capacity"};

void write_rows(std::ostream& out, const Part& part, Stage stage) {
    bool first = true;
    for (const CodeRow& row : code_table()) {
        if (!part.holds(row) || row.stage != stage || row.name == "none") continue;
        if (first && stage != Stage::none) out << "\n### " << stage_titles[static_cast<std::size_t>(stage)] << '\n';
        if (first) out << "\n| code | status | meaning | what to do | rows |\n| --- | --- | --- | --- | --- |\n";
        first = false;
        out << "| `" << row.name << "` | " << word_of(row.status) << " | " << cell(row.meaning) << " | "
            << cell(row.fix) << " | " << row.rows << " |\n";
    }
}

void write_codes(std::ostream& out) {
    out << "# Codes\n\n"
        << generated
        << "\nEvery refusal and every error has a code, `subject.problem`. The status says who must act (the statuses "
           "of "
           "`include/provost/base/result.hpp`); words in braces are parameters, given beside the code, and what stands "
           "in brackets is said only when its parameters are known; rows are the "
           "behaviours of the specification that the code belongs to. Codes of hosts begin with `x-`.\n";
    for (const Part& part : parts) {
        out << "\n## " << part.title << "\n\n" << part.text << '\n';
        for (std::size_t stage = 0; stage < stage_titles.size(); ++stage)
            write_rows(out, part, static_cast<Stage>(stage));
    }
}

// The codes of references that a request must not leave dangling.
void write_refusals(std::ostream& out, const verbs::Verb& verb) {
    std::string codes;
    for (const FetchStep& step : verb.fetch) {
        if (step.row.absent) codes += (codes.empty() ? "`" : ", `") + std::string(step.row.absent.name()) + '`';
    }
    if (!codes.empty()) out << "\nReferences that find nothing are refused, in this order: " << codes << ".\n";
}

void write_members(std::ostream& out, const RecordType& type, std::size_t first) {
    out << "\n| member | must | meaning |\n| --- | --- | --- |\n";
    for (const Field& field : type.fields.subspan(first)) {
        out << "| `" << field.name << "` | " << (field.is_required ? "yes" : "") << " | " << cell(field.doc) << " |\n";
    }
}

void write_verb(std::ostream& out, const verbs::Verb& verb) {
    const std::size_t of_head = type_of<Head>().fields.size();
    out << "\n### " << verb.name << "\n\n"
        << verb.doc() << " Right: `" << word(verb.right) << "`. Schema: [`" << verb.name << "`](schemas/" << verb.name
        << ".schema.json).\n";
    if (!verb.touched().empty()) {
        std::string needed;
        for (const verbs::Touch& touch : verb.touched()) {
            needed += (needed.empty() ? "" : ", ") + ("`" + std::string(word(touch.right)) + "` on ") +
                      (touch.slot == "existing" ? "the record that is there" : "`" + std::string(touch.slot) + "`") +
                      (touch.asks == nullptr ? "" : " where it asks for it");
        }
        out << "\nOf objects that have clearances it needs " << needed << ".\n";
    }
    const Field* record = verb.request->find("record");
    if (record == nullptr) {
        write_members(out, *verb.request, of_head);
    } else {
        const RecordType& type = *record->access->target();
        out << "\nThe member `record` holds the record as it shall be: " << type.doc << '\n';
        constexpr std::size_t id_and_version = 2;
        write_members(out, type, id_and_version);
    }
    write_refusals(out, verb);
}

void write_verbs(std::ostream& out) {
    out << "# Verbs\n\n"
        << generated
        << "\nA request is a document that names its verb. Every request may have the members of the head; the others "
           "are listed with their verb. The answer is described by [`answer`](schemas/answer.schema.json), its codes "
           "by "
           "[codes.md](codes.md).\n\n## Head\n";
    write_members(out, type_of<Head>(), 0);
    std::string_view room;
    for (const verbs::Verb& verb : verbs::all()) {
        const auto its_room = verb.name.substr(0, verb.name.find('.'));
        if (its_room != room) out << "\n## " << its_room << '\n';
        room = its_room;
        write_verb(out, verb);
    }
}

std::string one_of(std::string_view text, std::string_view all) { return text.empty() ? std::string(all) : cell(text); }

// The first field of a row: where its findings point.
std::string_view place_of(const reporting::checks::CheckRule& rule) {
    return rule.fields.substr(0, rule.fields.find(' '));
}

constexpr auto scopes = std::to_array<std::string_view>(
    {"course", "organisation, the same for all courses", "organisation, about no course", "task of the host"});

// IMC-NOT-03
void write_notice_events(std::ostream& out) {
    using catalogue::NoticeScope;
    out << "# Events of notices\n\n"
        << generated
        << "\nThe catalogue of events; [rooms/notices.md](rooms/notices.md) says what notices are. A key never changes."
        << "\n\n| event | when | who says it | for whom | possible | when nothing is said |\n"
        << "| --- | --- | --- | --- | --- | --- |\n";
    for (const auto& event : catalogue::notice_events()) {
        const bool task = event.scope == NoticeScope::task;
        out << "| `" << event.key << "` | " << cell(event.meaning) << " | "
            << scopes[static_cast<std::size_t>(event.scope)] << " | "
            << (event.told.empty() ? "whom the rule names" : event.told) << " | "
            << (event.possible.empty() ? "the same" : event.possible) << " | "
            << (task            ? "always"
                : event.enabled ? "on"
                                : "off");
        if (event.days != 0) out << ", days " << event.days;
        out << " |\n";
    }
    out << "\nNames that may stand in braces in a text:\n\n";
    for (const auto name : catalogue::notice_placeholders()) out << "- `" << name << "`\n";
}

void write_statutory_rules(std::ostream& out) {
    constexpr std::array<std::string_view, 4> sources{"A", "B", "C", "U"};
    out << "# Rules of statutory files\n\n"
        << generated
        << "\nWhat the check of statutory files looks for; [rooms/reporting-checks.md](rooms/reporting-checks.md) says "
           "how, and what the letters of the column \"known\" mean. A row that names no file is about every file; "
           "\"!vic\" means every target but those of Victoria.\n\n| rule | AVS | severity | known | release | target | "
           "file | field | what must hold | what is wrong | what to do |\n"
           "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n";
    for (const auto* rule : reporting::checks::rules()) {
        const bool is_error = rule->severity == reporting::checks::Severity::error;
        out << "| " << rule->id << " | " << (rule->avs == 0 ? "" : std::to_string(rule->avs)) << " | "
            << (is_error ? "error" : "warning") << " | " << sources[static_cast<std::size_t>(rule->source)] << " | "
            << one_of(rule->release, "all") << " | " << one_of(rule->targets, "all") << " | "
            << one_of(rule->file, "all") << " | " << one_of(place_of(*rule), "") << " | " << cell(rule->condition)
            << " | " << cell(rule->message) << " | " << cell(rule->fix) << " |\n";
    }
}

void write_schema(const fs::path& folder, std::string_view name, const RecordType& type) {
    std::ofstream(folder / (std::string(name) + ".schema.json")) << json_schema(type) << '\n';
}

// What is exchanged with an LMS, its adapters and whoever runs them.
void write_lms_schemas(const fs::path& folder) {
    for (const RecordType* type :
         {&type_of<lms::Action>(),          &type_of<lms::ActionOutcome>(),  &type_of<lms::Observed>(),
          &type_of<lms::ObservedAccount>(), &type_of<lms::AccountLine>(),    &type_of<lms::ObservedCourse>(),
          &type_of<lms::ObservedResult>(),  &type_of<lms::ListingEnd>(),     &type_of<lms::ListingAsk>(),
          &type_of<lms::Abilities>(),       &type_of<lms::AdapterOptions>(), &type_of<lms::AdapterLine>(),
          &type_of<lms::HttpRequest>(),     &type_of<lms::HttpAnswer>(),     &type_of<LmsAccountsSummary>(),
          &type_of<LmsCourseLine>(),        &type_of<LmsCoursesSummary>(),   &type_of<LmsResultLine>(),
          &type_of<LmsResultsSummary>(),    &type_of<ResyncLine>(),          &type_of<ResyncSummary>()}) {
        write_schema(folder, type->name, *type);
    }
}

void write_schemas(const fs::path& folder) {
    fs::create_directories(folder);
    for (const verbs::Verb& verb : verbs::all()) write_schema(folder, verb.name, *verb.request);
    for (const RecordType* kind : verbs::kinds()) write_schema(folder, kind->name, *kind);
    write_lms_schemas(folder);
    write_schema(folder, "answer", type_of<Answer>());
    write_schema(folder, "find", type_of<FindQuery>());
    write_schema(folder, "session_request", type_of<SessionRequest>());
    write_schema(folder, "import_summary", type_of<ImportSummary>());
    write_schema(folder, "tick_line", type_of<TickLine>());
    write_schema(folder, "tick_summary", type_of<TickSummary>());
    write_schema(folder, "worklist_line", type_of<finalise::WorklistLine>());
    write_schema(folder, "worklist_summary", type_of<finalise::WorklistSummary>());
    write_schema(folder, "update_summary", type_of<UpdateSummary>());
    write_schema(folder, "update_line", type_of<UpdateLine>());
    write_schema(folder, "logic_finding", type_of<learning::LogicFinding>());
    write_schema(folder, "logic_summary", type_of<learning::LogicSummary>());
    write_schema(folder, "logic_picture", type_of<learning::LogicPicture>());
    write_schema(folder, "booking_view", type_of<resources::BookingView>());
    write_schema(folder, "period_view", type_of<resources::PeriodView>());
    write_schema(folder, "projected_activity", type_of<reporting::ProjectedActivity>());
    write_schema(folder, "lint_finding", type_of<prerequisites::Finding>());
    write_schema(folder, "lint_summary", type_of<prerequisites::LintSummary>());
    write_schema(folder, "what_if_line", type_of<WhatIfLine>());
    write_schema(folder, "what_if_summary", type_of<WhatIfSummary>());
    write_schema(folder, "bulk", type_of<prerequisites::BulkDocument>());
    write_schema(folder, "bulk_summary", type_of<prerequisites::BulkSummary>());
    write_schema(folder, "outbox_message", type_of<notices::Message>());
    write_schema(folder, "outbox_outcome", type_of<notices::MessageOutcome>());
    write_schema(folder, "outbox_summary", type_of<OutboxSummary>());
    write_schema(folder, "statutory_piece", type_of<StatutoryPiece>());
    write_schema(folder, "statutory_finding", type_of<StatutoryFinding>());
    write_schema(folder, "statutory_check_summary", type_of<StatutoryCheckSummary>());
    write_schema(folder, "report_participant", type_of<ParticipantLine>());
    write_schema(folder, "report_course_process", type_of<ProcessLine>());
    write_schema(folder, "report_message", type_of<MessageLine>());
    write_schema(folder, "report_sync", type_of<SyncLine>());
    write_schema(folder, "report_rating", type_of<RatingLine>());
    write_schema(folder, "notice_view", type_of<notices::NoticeView>());
    write_schema(folder, "rating_mean", type_of<rating::RatingMean>());
    write_schema(folder, "rating_view", type_of<rating::RatingView>());
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) {
        std::cerr << "describe_all FOLDER\n";
        return 2;
    }
    const fs::path folder = arguments[1];
    write_schemas(folder / "schemas");
    std::ofstream codes(folder / "codes.md");
    write_codes(codes);
    std::ofstream verbs(folder / "verbs.md");
    write_verbs(verbs);
    std::ofstream rules(folder / "statutory-rules.md");
    write_statutory_rules(rules);
    std::ofstream events(folder / "notice-events.md");
    write_notice_events(events);
    return codes.flush() && verbs.flush() && rules.flush() && events.flush() ? 0 : 1;
}
