// FIN-ACC-07: how many learners were active in each month of a year: once per learner and month in which the flag was
// set at any time. Learners pass by page by page. What e-learning counts is lms_meter.cpp.
#include "engine/amounts.hpp"
#include "engine/export_session.hpp"
#include "engine/months.hpp"
#include "imports/csv_write.hpp"

namespace provost::engine {

namespace {

class ActiveLearners final : public ExportSession {
public:
    ActiveLearners(Core& core, const SessionRequest& request, const Zone& zone)
        : ExportSession(core, request), months_(*request.collection_year, zone) {}

private:
    Result<bool> step() override;
    void add(const people::Learner& learner);
    void add_totals();

    Scan scan_{type_of<people::Learner>(), records_per_page};
    MonthsOfYear months_;
    std::array<std::int64_t, MonthsOfYear::count> counted_{};
    std::string lines_ = "Client ID,Month\n";
};

void ActiveLearners::add(const people::Learner& learner) {
    for (std::size_t month = 0; month < MonthsOfYear::count; ++month) {
        if (!people::was_active(learner, months_.bounds()[month], months_.bounds()[month + 1])) continue;
        ++counted_[month];
        ++summary().rows;
        const auto name = months_.name(month);
        imports::append_csv(lines_, std::array<std::string_view, 2>{learner.client_id, name}, ',', "\n");
    }
}

void ActiveLearners::add_totals() {
    std::string totals = "Month,Active learners\n";
    for (std::size_t month = 0; month < MonthsOfYear::count; ++month) {
        const auto name = months_.name(month);
        const auto count = std::to_string(counted_[month]);
        imports::append_csv(totals, std::array<std::string_view, 2>{name, count}, ',', "\n");
    }
    put("active_learners.csv", totals);
}

Result<bool> ActiveLearners::step() {
    auto found = scan_.next(store());
    if (!found) return found.error();
    for (const Record& record : *found) add(*record.get<people::Learner>());
    put("learners.csv", lines_);
    lines_.clear();
    if (found->empty()) add_totals();
    return !found->empty();
}

}  // namespace

Result<std::unique_ptr<Session>> begin_active_learners(Core& core, const SessionRequest& request) {
    const Zone* zone = core.zones().find(request.zone);
    if (zone == nullptr) return wrong_option("zone");
    if (!request.collection_year) return wrong_option("collection_year");
    return std::unique_ptr<Session>(std::make_unique<ActiveLearners>(core, request, *zone));
}

}  // namespace provost::engine
