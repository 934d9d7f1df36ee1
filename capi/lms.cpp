// Runs sessions over the host's own LMS: what a session hands out goes to the table, what the table says goes back.
#include "lms.hpp"

#include "base/list_text.hpp"
#include "documents.hpp"
#include "engine/json_lines.hpp"
#include "text.hpp"

#include <provost/engine/session_request.hpp>

#include <deque>
#include <set>

namespace provost::capi {

namespace {

using engine::add_line;
using lms::ActionOutcome;
using lms::ListingAsk;
using lms::ListingEnd;

// Complete lines of a text, the last with or without its end.
template <class Visit>
bool each_line_of(std::string_view text, Visit visit) {
    while (!text.empty()) {
        const auto end = text.find('\n');
        auto line = text.substr(0, end);
        text.remove_prefix(end == text.npos ? text.size() : end + 1);
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (!line.empty() && !visit(line)) return false;
    }
    return true;
}

template <class T>
std::string lines_of(const std::vector<T>& rows) {
    std::string text;
    for (const T& row : rows) add_line(text, row);
    return text;
}

Error status_failed(std::string_view function, provost_status status) {
    return callback_failed(function, "status " + std::to_string(static_cast<int>(status)));
}

}  // namespace

Result<void> TableLms::ask_abilities() {
    if (table_.describe == nullptr) {
        abilities_.name = "host";
        abilities_.writes_learners = abilities_.suspends_learners = abilities_.writes_enrolments = true;
        abilities_.suspends_enrolments = abilities_.unenrols = abilities_.has_groups = abilities_.has_cohorts = true;
        abilities_.lists_courses = abilities_.lists_enrolments = abilities_.lists_results = table_.list != nullptr;
        return {};
    }
    LentText told;
    const auto status = table_.describe(table_.user_data, told.get());
    if (status != PROVOST_OK) return status_failed("describe", status);
    auto abilities = from_json<lms::Abilities>(told.bytes());
    if (!abilities) return callback_failed("describe", std::string(abilities.error().code.name()));
    abilities_ = std::move(*abilities);
    return {};
}

// Whatever has no outcome of its own is unknown; an outcome of nothing that was asked for is passed over.
void TableLms::carry_out(std::vector<lms::Action> actions) {
    std::set<std::string, std::less<>> open;
    for (const auto& action : actions) open.insert(action.op_id);
    if (!failed_) {
        LentText told;
        const auto lines = lines_of(actions);
        const auto status = table_.carry_out(table_.user_data, lines.c_str(), lines.size(), told.get());
        if (status != PROVOST_OK) failed_ = status_failed("carry_out", status);
        each_line_of(told.bytes(), [&](std::string_view line) {
            auto outcome = from_json<ActionOutcome>(line);
            if (!outcome && !failed_) failed_ = callback_failed("carry_out", std::string(outcome.error().code.name()));
            if (outcome && open.erase(outcome->op_id) > 0) findings_.outcomes.push_back(std::move(*outcome));
            return true;
        });
    }
    for (const std::string& op_id : open) {
        ActionOutcome outcome;
        outcome.op_id = op_id;
        outcome.status = lms::ActionStatus::unknown;
        outcome.error = lms::ErrorClass::unknown_outcome;
        findings_.outcomes.push_back(std::move(outcome));
    }
}

bool TableLms::read_row(std::string_view line, const std::string& listing) {
    const auto keep = [&](auto row, auto& rows) {
        if (!row) {
            failed_ =
                callback_failed("list", std::string(row.error().code.name()) + " at " + row.error().place.pointer);
            return false;
        }
        rows.push_back(std::move(*row));
        return true;
    };
    if (line.find("\"listing\":") != line.npos) return keep(from_json<ListingEnd>(line), findings_.ends);
    if (listing == "courses") return keep(from_json<lms::ObservedCourse>(line), findings_.courses);
    if (listing == "enrolments") return keep(from_json<lms::Observed>(line), findings_.enrolments);
    return keep(from_json<lms::ObservedResult>(line), findings_.results);
}

void TableLms::list(const ListingAsk& ask) {
    const auto before = findings_.ends.size();
    if (!failed_ && table_.list != nullptr) {
        LentText told;
        const auto asked = to_json(ask);
        const auto status = table_.list(table_.user_data, asked.c_str(), asked.size(), told.get());
        if (status != PROVOST_OK) failed_ = status_failed("list", status);
        if (!failed_) each_line_of(told.bytes(), [&](std::string_view line) { return read_row(line, ask.listing); });
    }
    if (findings_.ends.size() > before) return;
    ListingEnd end;
    end.listing = ask.listing;
    end.course = ask.course;
    end.error = table_.list == nullptr ? lms::ErrorClass::unsupported : lms::ErrorClass::transient;
    findings_.ends.push_back(std::move(end));
}

Result<std::unique_ptr<TableLms>> make_table_lms(const provost_lms* table) {
    if (table == nullptr) return null_argument("lms");
    auto ours = sized(table, "lms");
    if (!ours) return ours.error();
    if (ours->carry_out == nullptr) return null_argument("lms");
    auto made = std::make_unique<TableLms>(*ours);
    if (auto asked = made->ask_abilities(); !asked) return asked.error();
    return made;
}

namespace {

class Run {
public:
    Run(TableLms& table, Session& session, std::string listing)
        : table_(table), session_(session), listing_(std::move(listing)) {}
    [[nodiscard]] Result<void> provision();
    [[nodiscard]] Result<void> read();

private:
    [[nodiscard]] Result<void> take(const Chunk& chunk);
    [[nodiscard]] Result<void> page(const ListingAsk& ask);

    TableLms& table_;
    Session& session_;
    std::string listing_;
    std::deque<ListingAsk> asks_;
};

Result<void> Run::provision() {
    Chunk chunk;
    while (true) {
        auto taken = session_.take(chunk);
        if (!taken) return taken.error();
        if (!*taken) return {};
        if (chunk.stream != "actions") continue;
        std::vector<lms::Action> actions;
        std::optional<Error> wrong;
        each_line_of(chunk.bytes, [&](std::string_view line) {
            auto action = from_json<lms::Action>(line);
            if (!action) return (wrong = action.error(), false);
            actions.push_back(std::move(*action));
            return true;
        });
        if (wrong) return *wrong;
        table_.carry_out(std::move(actions));
        // What was done is reported before anything else, also when the table failed in the middle of it.
        if (auto fed = session_.feed(lines_of(table_.take_findings().outcomes)); !fed) return fed;
        if (table_.failure()) return *table_.failure();
    }
}

Result<void> Run::page(const ListingAsk& ask) {
    table_.list(ask);
    if (table_.failure()) return *table_.failure();
    const auto found = table_.take_findings();
    const auto rows =
        lines_of(found.courses) + lines_of(found.enrolments) + lines_of(found.results) + lines_of(found.ends);
    if (auto fed = session_.feed(rows); !fed) return fed;
    for (const ListingEnd& end : found.ends) {
        const bool goes_on = !end.complete && end.error == lms::ErrorClass::none && !end.cursor.empty();
        if (goes_on && end.cursor != ask.cursor) asks_.push_back({listing_, end.course, {}, end.cursor});
    }
    return {};
}

// Asks go on from where the session says that they stopped; without that from the start.
Result<void> Run::read() {
    Chunk chunk;
    while (true) {
        auto taken = session_.take(chunk);
        if (!taken) return taken.error();
        if (!*taken) break;
        if (chunk.stream != "cursors") continue;
        each_line_of(chunk.bytes, [&](std::string_view line) {
            if (auto ask = from_json<ListingAsk>(line)) asks_.push_back(std::move(*ask));
            return true;
        });
    }
    if (asks_.empty()) asks_.push_back({listing_, {}, {}, {}});
    for (; !asks_.empty(); asks_.pop_front()) {
        const ListingAsk ask = asks_.front();
        if (auto read = page(ask); !read) return read;
    }
    return {};
}

// What a session asks an LMS for; nothing: it hands out actions.
Result<std::string> listing_of(std::string_view document) {
    static constexpr auto sessions = std::to_array<std::pair<std::string_view, std::string_view>>({
        {"lms.provision", ""},
        {"lms.observe", "enrolments"},
        {"lms.courses", "courses"},
        {"lms.results", "results"},
    });
    auto request = from_json<SessionRequest>(document);
    if (!request) return request.error();
    std::string names;
    for (const auto& [name, listing] : sessions) {
        if (request->session == name) return std::string(listing);
        add_to_list(names, name);
    }
    return Error{Status::invalid, "choice.unknown"_code, {"/session", {}, 0, 0}, {{"expected", names}}};
}

}  // namespace

}  // namespace provost::capi

using namespace provost::capi;
using provost::Result;

provost_status provost_lms_run(provost_engine* engine, const provost_lms* lms, const char* document, size_t length,
                               provost_text** summary, provost_error** error) {
    if (summary != nullptr) *summary = nullptr;
    return trap(error, [&]() -> Result<void> {
        Claim claim;
        if (auto claimed = claim.engine(engine); !claimed) return claimed;
        if (document == nullptr) return null_argument("document");
        if (summary == nullptr) return null_argument("summary");
        auto table = make_table_lms(lms);
        if (!table) return table.error();
        auto listing = listing_of(bytes_of(document, length));
        if (!listing) return listing.error();
        NewText text;
        auto session = engine->engine->begin(bytes_of(document, length));
        if (!session) return session.error();
        Run run(**table, **session, *listing);
        if (auto done = listing->empty() ? run.provision() : run.read(); !done) return done;
        auto finished = (*session)->finish();
        if (!finished) return finished.error();
        text.give(std::move(*finished), summary);
        return {};
    });
}
