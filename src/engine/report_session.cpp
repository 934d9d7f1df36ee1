// The session `report`: lines of a named report, filtered, a part of them or all, as documents or separated values.
#include "engine/export_session.hpp"

#include "base/failure.hpp"
#include "engine/filter.hpp"
#include "engine/report_source.hpp"
#include "imports/csv_write.hpp"

#include <provost/describe/json.hpp>

#include <charconv>

namespace provost::engine {

namespace {

// A member as text: a text as it is, what has members as its document.
std::string cell_of(const Field& field, const void* record) {
    if (!field.access->present(field.in(record))) return {};
    if (field.access->kind == Kind::text) return *static_cast<const std::string*>(field.in(record));
    std::string text;
    write_member_json(text, field, record);
    const bool is_word = text.size() > 1 && text.front() == '"';
    return is_word ? text.substr(1, text.size() - 2) : text;
}

// A number is none that a spreadsheet would reckon with, whatever its sign.
bool is_number(const Field& field) {
    return field.access->kind == Kind::integer || field.access->kind == Kind::decimal || field.access->kind == Kind::id;
}

class ReportSession final : public ExportSession {
public:
    ReportSession(Core& core, SessionRequest request, std::unique_ptr<ReportSource> source, std::vector<Filter> filters,
                  std::optional<Instant> from, std::optional<Instant> before)
        : ExportSession(core, std::move(request)),
          source_(std::move(source)),
          filters_(std::move(filters)),
          from_(from),
          before_(before) {}

private:
    [[nodiscard]] bool fits(const Line& line) const {
        if (from_ && (!line.when || *line.when < *from_)) return false;
        if (before_ && (!line.when || *before_ <= *line.when)) return false;
        return std::ranges::all_of(filters_, [&](const Filter& filter) { return filter.holds(line.row.data()); });
    }
    void write(const Record& row, std::string& out) const {
        if (request().format == ReportFormat::json_lines) {
            write_json(out, row.type(), row.data());
            out += '\n';
            return;
        }
        const bool for_people = request().format == ReportFormat::csv_spreadsheet;
        std::vector<std::string> cells;
        for (const Field& field : row.type().fields) {
            std::string cell = cell_of(field, row.data());
            cells.push_back(for_people && !is_number(field) ? imports::harmless(std::move(cell)) : std::move(cell));
        }
        append(cells, out);
    }
    static void append(const std::vector<std::string>& cells, std::string& out) {
        const std::vector<std::string_view> views(cells.begin(), cells.end());
        imports::append_csv(out, views, ',', "\r\n");
    }
    // Separated values have their names first, also where a report goes on: each part can be read by itself.
    void begin(std::string& out) const {
        if (request().format == ReportFormat::json_lines) return;
        if (request().format == ReportFormat::csv_spreadsheet) out += "\xEF\xBB\xBF";
        std::vector<std::string> names;
        for (const Field& field : source_->row().fields) names.emplace_back(field.name);
        append(names, out);
    }
    Result<bool> step() override {
        std::string out;
        if (!begun_) begin(out);
        begun_ = true;
        std::vector<Line> lines;
        auto more = source_->page(lines);
        if (!more) return more;
        const auto& limit = request().limit;
        for (const Line& line : lines) {
            if (!fits(line)) continue;
            if (limit && summary().rows == *limit) {
                summary().after = last_;
                more = false;
                break;
            }
            write(line.row, out);
            last_ = line.at.line == 0 ? std::to_string(line.at.id)
                                      : std::to_string(line.at.id) + ':' + std::to_string(line.at.line);
            ++summary().rows;
        }
        put(request().preset + (request().format == ReportFormat::json_lines ? ".jsonl" : ".csv"), out);
        return more;
    }

    std::unique_ptr<ReportSource> source_;
    std::vector<Filter> filters_;
    std::optional<Instant> from_, before_;
    std::string last_;  // cursor of the last line that was given
    bool begun_ = false;
};

std::optional<Cursor> read_cursor(std::string_view text) {
    Cursor cursor;
    const auto number = [&](std::string_view part, std::int64_t& into) {
        const auto [end, problem] = std::from_chars(part.data(), part.data() + part.size(), into);
        return problem == std::errc{} && end == part.data() + part.size() && into >= 0 && into < id_limit;
    };
    if (text.empty()) return cursor;
    const auto colon = text.find(':');
    if (!number(text.substr(0, colon), cursor.id)) return std::nullopt;
    if (colon != text.npos && !number(text.substr(colon + 1), cursor.line)) return std::nullopt;
    return cursor;
}

// The record of a course or a learner that a report is asked for; an error when there is none.
Result<std::optional<std::int64_t>> id_of(Core& core, const RecordType& type, std::string name, Code unknown,
                                          std::string pointer) {
    if (name.empty()) return std::optional<std::int64_t>();
    const Key key{&type, 0, {{0, std::move(name), true}}};
    auto loaded = core.store().load(std::span(&key, 1));
    if (!loaded) return loaded.error();
    if (loaded->found.front().empty()) return failure(unknown, std::move(pointer));
    return std::optional(loaded->found.front().front().id());
}

Result<Selection> selection_of(Core& core, const SessionRequest& request) {
    const std::lock_guard lock(core.mutex());
    auto course = id_of(core, type_of<catalogue::Course>(), request.course, "course.unknown"_code, "/course");
    if (!course) return course.error();
    auto learner = id_of(core, type_of<people::Learner>(),
                         request.learner.empty() ? std::string() : people::login_index(request.learner),
                         "learner.unknown"_code, "/learner");
    if (!learner) return learner.error();
    return Selection{*course, *learner};
}

}  // namespace

Result<std::unique_ptr<Session>> begin_report(Core& core, const SessionRequest& request) {
    const auto after = read_cursor(request.after);
    if (!after) return failure("argument.invalid"_code, "/after", {{"argument", "after"}});
    // Days are those of a zone, which must be said.
    const Zone* zone = request.zone.empty() ? nullptr : core.zones().find(request.zone);
    if ((request.since || request.until) && zone == nullptr) return failure("zone.unknown"_code, "/zone");
    auto selection = selection_of(core, request);
    if (!selection) return selection.error();
    auto source = make_report_source(request.preset, core, *selection, *after, request.recorded.value_or(core.now()));
    if (source == nullptr) return failure("choice.unknown"_code, "/preset", {{"expected", report_names()}});
    auto filters = filters_of(source->row(), request.where, "/where");
    if (!filters) return filters.error();
    std::optional<Instant> from, before;
    if (request.since) from = start_of(*request.since, *zone);
    if (request.until) before = start_of(*request.until + std::chrono::days{1}, *zone);
    return std::unique_ptr<Session>(
        std::make_unique<ReportSession>(core, request, std::move(source), std::move(*filters), from, before));
}

}  // namespace provost::engine
