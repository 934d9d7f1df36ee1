// What exports have in common, and the list of enrolments. The statutory files: statutory_session.cpp.
#include "engine/export_session.hpp"

#include "base/failure.hpp"
#include "engine/amounts.hpp"
#include "imports/csv_write.hpp"

#include <provost/describe/json.hpp>

namespace provost::engine {

namespace {

// "in_progress" as people write it: "in progress", of a status "In progress".
std::string spaced(std::string_view word) {
    std::string text(word);
    std::ranges::replace(text, '_', ' ');
    return text;
}

std::string capitalised(std::string text) {
    if (!text.empty() && 'a' <= text[0] && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

std::string day_or_nothing(const std::optional<Day>& day) { return day ? to_text(*day) : std::string(); }

// The first value of these lists means that there is none.
template <class E>
std::string word_or_nothing(E value) {
    return value == E{} ? std::string() : std::string(word(value));
}

class EnrolmentsSession final : public ExportSession {
public:
    using ExportSession::ExportSession;

private:
    Result<bool> step() override;
    void add(const enrolment::Enrolment& place, const enrolment::Activity& activity);

    // FIN-ACC-09: the list keeps its columns, because it is read by machines; beside it stands which rows are private.
    void mark(std::string_view login, std::string_view course) {
        if (!marked_) private_ = "Row,Login,External Course ID\n";
        marked_ = true;
        const auto row = std::to_string(summary().rows);
        imports::append_csv(private_, std::array<std::string_view, 3>{row, login, course}, ',', "\n");
    }

    Scan scan_{type_of<enrolment::Enrolment>(), records_per_page};
    std::string private_;
    bool marked_ = false;
    Cache<people::Learner> learners_;
    Cache<catalogue::Course> courses_;
    std::string lines_ = "Login,External Course ID,State,Status,Outcome,Start,End,Source\n";
};

Result<bool> EnrolmentsSession::step() {
    auto found = scan_.next(store());
    if (!found) return found.error();
    learners_.trim();
    courses_.trim();
    for (const Record& record : *found) {
        const auto& place = *record.get<enrolment::Enrolment>();
        learners_.want(place.learner);
        courses_.want(place.course);
    }
    if (auto loaded = learners_.load(store()); !loaded) return loaded.error();
    if (auto loaded = courses_.load(store()); !loaded) return loaded.error();
    auto activities = load_activities(store(), *found);
    if (!activities) return activities.error();
    for (std::size_t i = 0; i < found->size(); ++i) {
        const auto& attempts = (*activities)[i];
        const enrolment::Activity none;
        add(*(*found)[i].get<enrolment::Enrolment>(),
            attempts.empty() ? none : *attempts.back().get<enrolment::Activity>());
    }
    put("enrolments.csv", lines_);
    lines_.clear();
    if (!private_.empty()) put("private.csv", private_);
    private_.clear();
    return !found->empty();
}

void EnrolmentsSession::add(const enrolment::Enrolment& place, const enrolment::Activity& activity) {
    const auto state = spaced(word(place.state));
    const auto status = capitalised(spaced(word_or_nothing(place.unit_status)));
    const auto start = day_or_nothing(activity.start_on);
    const auto end = day_or_nothing(activity.end_on);
    const auto source = word_or_nothing(activity.outcome_source);
    const std::array<std::string_view, 8> cells{learners_.at(place.learner)->login,
                                                courses_.at(place.course)->external_id,
                                                state,
                                                status,
                                                activity.outcome,
                                                start,
                                                end,
                                                source};
    imports::append_csv(lines_, cells, ',', "\n");
    ++summary().rows;
    if (learners_.at(place.learner)->privacy) mark(cells[0], cells[1]);
}

}  // namespace

Result<std::vector<std::vector<Record>>> load_activities(Store& store, std::span<const Record> enrolments) {
    const auto& type = type_of<enrolment::Activity>();
    const int index = find_index(type, "enrolment");
    std::vector<Key> keys;
    keys.reserve(enrolments.size());
    for (const Record& record : enrolments) keys.push_back({&type, index, {{record.id(), {}, false}}});
    auto loaded = store.load(keys);
    if (!loaded) return loaded.error();
    return std::move(loaded->found);
}

Result<void> ExportSession::feed(std::string_view) {
    return failure("argument.invalid"_code, {}, {{"argument", "bytes"}});  // an export reads nothing
}

void ExportSession::put(std::string_view stream, std::string_view bytes) {
    for (; !bytes.empty(); bytes.remove_prefix(std::min(bytes.size(), largest_piece))) {
        pieces_.push_back({std::string(stream), std::string(bytes.substr(0, largest_piece))});
    }
}

Result<std::int64_t> ExportSession::journal_entries() {
    if (auto head = core_.refresh_head(); !head) return head.error();
    return core_.head().entries;
}

// Works until there is a piece, or nothing is left to do.
Result<void> ExportSession::work() {
    const std::lock_guard lock(core_.mutex());
    if (!begun_at_) {
        auto entries = journal_entries();
        if (!entries) return entries.error();
        begun_at_ = *entries;
    }
    while (pieces_.empty() && !worked_) {
        auto more = step();
        if (!more) return more.error();
        worked_ = !*more;
    }
    return {};
}

Result<bool> ExportSession::take(Chunk& chunk) {
    if (failed_) return *failed_;
    if (pieces_.empty() && !worked_) {
        if (auto done = work(); !done) return *(failed_ = done.error());
    }
    if (pieces_.empty()) return false;
    chunk = std::move(pieces_.front());
    pieces_.pop_front();
    return true;
}

// The run is over when the last piece was taken; before that there is nothing to sum up.
Result<std::string> ExportSession::finish() {
    if (failed_) return *failed_;
    if (!worked_ || !pieces_.empty()) return failure("output.waiting"_code);
    const std::lock_guard lock(core_.mutex());
    auto entries = journal_entries();
    if (!entries) return *(failed_ = entries.error());
    summary_.session = request_.session;
    summary_.moved = *entries != *begun_at_;
    auto recorded = core_.record_run(
        {{}, 0, "export " + request_.session, request_.actor, recorded_, summary_.rows, 0, 0, 0, 0, {}});
    if (!recorded) return *(failed_ = recorded.error());
    return to_json(summary_);
}

Result<std::unique_ptr<Session>> begin_enrolments(Core& core, const SessionRequest& request) {
    return std::unique_ptr<Session>(std::make_unique<EnrolmentsSession>(core, request));
}

}  // namespace provost::engine
