// WIS-AL-01: how many e-learning learners were active in each month of a year, worked out from every change of access
// there ever was, so that any year can be counted again. Learners pass by page by page; what is for tests alone is
// counted apart.
#include "engine/export_session.hpp"
#include "engine/lms_sessions.hpp"
#include "engine/months.hpp"
#include "imports/csv_write.hpp"
#include "lms/key.hpp"
#include "lms/meter.hpp"

#include <provost/lms/elearning.hpp>

namespace provost::engine {

namespace {

using lms::AccessChange;
using lms::ElearningEnrolment;
using lms::MeterEvent;

constexpr std::size_t learners_per_page = 200;

class Meter final : public ExportSession {
public:
    Meter(Core& core, const SessionRequest& request, const Zone& zone)
        : ExportSession(core, request),
          months_(*request.collection_year, zone),
          now_(request.recorded.value_or(core.now())) {
        // A month that has not begun has nobody yet, whoever has access today.
        const auto& all = months_.bounds();
        begun_ = static_cast<std::size_t>(std::ranges::upper_bound(all, now_) - all.begin());
        begun_ = std::min(begun_, MonthsOfYear::count);
    }

private:
    struct Counts {
        std::int64_t active = 0, activated = 0, deactivated = 0, continuing = 0, tests = 0;
    };

    Result<bool> step() override;
    [[nodiscard]] Result<void> load(std::span<const Record> learners);
    [[nodiscard]] std::vector<lms::SwitchedOn> by_hand(const people::Learner& learner, std::span<const Record> places,
                                                       bool tests) const;
    void add(const people::Learner& learner, std::span<const AccessChange> changes, bool tests);
    void add(const people::Learner& learner, std::span<const Record> changes, std::span<const Record> places);
    [[nodiscard]] bool is_elsewhere(const std::string& connection) const {
        return !request().connection.empty() && connection != request().connection;
    }
    void add_totals();
    [[nodiscard]] std::size_t month_of(Instant at) const;

    Scan scan_{type_of<people::Learner>(), learners_per_page};
    std::vector<std::vector<Record>> found_;  // of each learner of a page his changes, and his e-learning enrolments
    Cache<results::LmsLink> links_;
    Cache<catalogue::Course> courses_;
    MonthsOfYear months_;
    Instant now_;
    std::size_t begun_ = 0;
    std::array<Counts, MonthsOfYear::count> counted_{};
    std::string learners_ = "Client ID,Month,Test\n";
    std::string events_ = "Client ID,Event,At,Month,Test\n";
};

std::string_view name_of(MeterEvent event) {
    switch (event) {
        case MeterEvent::activated: return "Activated";
        case MeterEvent::deactivated: return "Deactivated";
        default: return "Continuing";
    }
}

std::int64_t& count_of(MeterEvent event, auto& counts) {
    switch (event) {
        case MeterEvent::activated: return counts.activated;
        case MeterEvent::deactivated: return counts.deactivated;
        default: return counts.continuing;
    }
}

std::size_t Meter::month_of(Instant at) const {
    const auto& all = months_.bounds();
    return static_cast<std::size_t>(std::ranges::upper_bound(all, at) - all.begin()) - 1;
}

// WIS-AL-02: what was switched on by hand counts whether or not a run saw it.
std::vector<lms::SwitchedOn> Meter::by_hand(const people::Learner& learner, std::span<const Record> places,
                                            bool tests) const {
    std::vector<lms::SwitchedOn> all;
    for (const Record& record : places) {
        const auto& each = *record.get<ElearningEnrolment>();
        const auto* link = links_.at(each.link);
        const auto* course = courses_.at(each.course);
        if (link == nullptr || course == nullptr || is_elsewhere(link->connection)) continue;
        if ((learner.is_test || course->is_test || link->is_test) != tests) continue;
        for (const auto moment : each.switched_on) {
            all.push_back(
                {link->connection, lms::key_course(*link), tests, Instant(std::chrono::milliseconds(moment))});
        }
    }
    return all;
}

void Meter::add(const people::Learner& learner, std::span<const AccessChange> changes, bool tests) {
    if (changes.empty() || begun_ == 0) return;
    const auto bounds = std::span(months_.bounds()).first(begun_ + 1);
    const lms::Metered metered = lms::meter(changes, bounds);
    const std::string_view mark = tests ? "yes" : "";
    for (std::size_t month = 0; month < begun_; ++month) {
        if (!metered.counts[month]) continue;
        ++(tests ? counted_[month].tests : counted_[month].active);
        ++summary().rows;
        const auto name = months_.name(month);
        imports::append_csv(learners_, std::array<std::string_view, 3>{learner.client_id, name, mark}, ',', "\n");
    }
    for (const lms::MeterLine& line : metered.lines) {
        const auto month = month_of(line.at);
        if (!tests) ++count_of(line.event, counted_[month]);
        const auto name = months_.name(month);
        const auto at = to_text(line.at);
        const std::array<std::string_view, 5> cells{learner.client_id, name_of(line.event), at, name, mark};
        imports::append_csv(events_, cells, ',', "\n");
    }
}

void Meter::add_totals() {
    std::string totals = "Month,Active e-learning learners,Activated,Deactivated,Continuing,Test learners\n";
    for (std::size_t month = 0; month < begun_; ++month) {
        const Counts& counts = counted_[month];
        std::array<std::string, 6> texts{months_.name(month),
                                         std::to_string(counts.active),
                                         std::to_string(counts.activated),
                                         std::to_string(counts.deactivated),
                                         std::to_string(counts.continuing),
                                         std::to_string(counts.tests)};
        std::array<std::string_view, 6> cells;
        std::ranges::copy(texts, cells.begin());
        imports::append_csv(totals, cells, ',', "\n");
    }
    put("active_elearners.csv", totals);
}

Result<void> Meter::load(std::span<const Record> learners) {
    const RecordType& changed = type_of<AccessChange>();
    const RecordType& placed = type_of<ElearningEnrolment>();
    std::vector<Key> keys;
    for (const Record& record : learners) {
        keys.push_back({&changed, find_index(changed, "learner"), {{record.id(), {}, false}}});
        keys.push_back({&placed, find_index(placed, "learner"), {{record.id(), {}, false}}});
    }
    auto loaded = store().load(keys);
    if (!loaded) return loaded.error();
    links_.trim();
    courses_.trim();
    found_ = std::move(loaded->found);
    for (std::size_t i = 1; i < found_.size(); i += 2) {
        for (const Record& record : found_[i]) {
            links_.want(record.get<ElearningEnrolment>()->link);
            courses_.want(record.get<ElearningEnrolment>()->course);
        }
    }
    auto named = links_.load(store(), true);
    return named ? courses_.load(store(), true) : named;
}

// WIS-MIG-14: a learner may have access for tests and for good; each counts in its own column.
void Meter::add(const people::Learner& learner, std::span<const Record> changes, std::span<const Record> places) {
    for (const bool tests : {false, true}) {
        std::vector<AccessChange> side;
        for (const Record& record : changes) {
            const auto& change = *record.get<AccessChange>();
            if (change.at && change.is_test == tests && !is_elsewhere(change.connection)) side.push_back(change);
        }
        add(learner, lms::whole_story(std::move(side), by_hand(learner, places, tests)), tests);
    }
}

Result<bool> Meter::step() {
    auto found = scan_.next(store());
    if (!found) return found.error();
    if (auto loaded = load(*found); !loaded) return loaded.error();
    for (std::size_t i = 0; i < found->size(); ++i) {
        add(*(*found)[i].get<people::Learner>(), found_[2 * i], found_[2 * i + 1]);
    }
    put("learners.csv", learners_);
    put("events.csv", events_);
    learners_.clear();
    events_.clear();
    if (found->empty()) add_totals();
    return !found->empty();
}

// That of the session, or of its connection, or of the only one there is.
Result<std::string> zone_name(Core& core, const SessionRequest& request) {
    if (!request.zone.empty()) return request.zone;
    const RecordType& type = type_of<lms::Connection>();
    auto found = core.store().find({&type, Key::by_id, {}, 0, 100});
    if (!found) return found.error();
    for (const Record& record : *found) {
        const auto& each = *record.get<lms::Connection>();
        const bool only = request.connection.empty() && found->size() == 1;
        if (only || each.key == request.connection) return each.zone;
    }
    return std::string();
}

}  // namespace

Result<std::unique_ptr<Session>> begin_lms_meter(Core& core, const SessionRequest& request) {
    if (!request.collection_year) return wrong_option("collection_year");
    const std::lock_guard lock(core.mutex());
    auto name = zone_name(core, request);
    if (!name) return name.error();
    const Zone utc;
    const Zone* zone = name->empty() ? &utc : core.zones().find(*name);
    if (zone == nullptr) return wrong_option("zone");
    return std::unique_ptr<Session>(std::make_unique<Meter>(core, request, *zone));
}

}  // namespace provost::engine
