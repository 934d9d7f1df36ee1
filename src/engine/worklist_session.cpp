// Reads program enrolments page by page, each page with its units in one go.
#include "engine/worklist_session.hpp"

#include "base/default_key.hpp"
#include "engine/json_lines.hpp"
#include "engine/reading.hpp"
#include "finalise/worklist.hpp"

namespace provost::engine {

namespace {

using enrolment::Activity;
using enrolment::Enrolment;
using enrolment::ProgramEnrolment;
using finalise::WorkedUnit;

constexpr std::size_t programs_per_page = 200;

class Worklist final : public Session {
public:
    Worklist(Core& core, Day day)
        : core_(core),
          day_(day),
          scan_(type_of<ProgramEnrolment>(), programs_per_page),
          entries_(core.head().entries) {}

    Result<void> feed(std::string_view) override {
        return Error{Status::invalid, "argument.invalid"_code, {}, {{"argument", "bytes"}}};
    }
    Result<bool> take(Chunk& chunk) override;
    Result<std::string> finish() override;

private:
    [[nodiscard]] Result<bool> next_page(std::string& lines);
    [[nodiscard]] Result<bool> is_reported();
    [[nodiscard]] Result<std::vector<std::vector<Record>>> units_of(const std::vector<Record>& page);
    void list(const ProgramEnrolment& program, const std::vector<Record>& activities, bool reported,
              std::string& lines);

    Core& core_;
    Day day_;
    Scan scan_;
    std::int64_t entries_;
    Cache<people::Learner> learners_;
    Cache<catalogue::Program> programs_;
    Cache<Enrolment> places_;
    finalise::WorklistSummary summary_;
};

Result<bool> Worklist::is_reported() {
    const Key key{&type_of<organisation::ReportingDefaults>(), 0, {{0, std::string(default_key), true}}};
    auto loaded = core_.store().load(std::span(&key, 1));
    if (!loaded) return loaded.error();
    return !loaded->found.front().empty();
}

// The activities of each, and what they and it refer to.
Result<std::vector<std::vector<Record>>> Worklist::units_of(const std::vector<Record>& page) {
    const RecordType& activities = type_of<Activity>();
    std::vector<Key> keys;
    for (const Record& record : page) {
        const auto& program = *record.get<ProgramEnrolment>();
        keys.push_back({&activities, find_index(activities, "program_enrolment"), {{program.id.value, {}, false}}});
        learners_.want(program.learner);
        programs_.want(program.program);
    }
    auto loaded = core_.store().load(keys);
    if (!loaded) return loaded.error();
    for (const auto& units : loaded->found) {
        for (const Record& unit : units) places_.want(unit.get<Activity>()->enrolment);
    }
    for (auto done : {places_.load(core_.store()), learners_.load(core_.store()), programs_.load(core_.store())}) {
        if (!done) return done.error();
    }
    return std::move(loaded->found);
}

void Worklist::list(const ProgramEnrolment& program, const std::vector<Record>& activities, bool reported,
                    std::string& lines) {
    std::vector<WorkedUnit> units;
    for (const Record& record : activities) {
        WorkedUnit& unit = units.emplace_back();
        unit.unit.activity = *record.get<Activity>();
        if (const Enrolment* place = places_.at(unit.unit.activity.enrolment)) unit.unit.place = *place;
    }
    ++summary_.looked_at;
    auto found = finalise::judge_worklist({*learners_.at(program.learner), program, units, day_, day_, reported});
    if (found.why.empty()) return;
    ++summary_.listed;
    finalise::WorklistLine line;
    line.program_enrolment = program.id;
    line.learner = program.learner;
    line.program = programs_.at(program.program)->code;
    line.status = program.status;
    line.why = std::move(found.why);
    line.missing = std::move(found.missing);
    add_line(lines, line);
}

Result<bool> Worklist::next_page(std::string& lines) {
    const std::lock_guard lock(core_.mutex());
    auto page = scan_.next(core_.store());
    if (!page || page->empty()) return page ? Result<bool>(false) : Result<bool>(page.error());
    const auto reported = is_reported();
    if (!reported) return reported.error();
    auto units = units_of(*page);
    if (!units) return units.error();
    for (std::size_t i = 0; i < page->size(); ++i) {
        list(*(*page)[i].get<ProgramEnrolment>(), (*units)[i], *reported, lines);
    }
    learners_.trim();
    programs_.trim();
    places_.trim();
    return true;
}

Result<bool> Worklist::take(Chunk& chunk) {
    chunk = {"worklist", {}};
    while (chunk.bytes.empty()) {
        const auto more = next_page(chunk.bytes);
        if (!more) return more.error();
        if (!*more) return false;
    }
    return true;
}

// What nobody took is counted all the same.
Result<std::string> Worklist::finish() {
    std::string rest;
    for (Result<bool> more = true; *more;) {
        more = next_page(rest);
        if (!more) return more.error();
    }
    const std::lock_guard lock(core_.mutex());
    if (auto head = core_.refresh_head(); !head) return head.error();
    summary_.moved = core_.head().entries != entries_;
    return to_json(summary_);
}

}  // namespace

// Days are those of the zone that is given, else of UTC.
Result<std::unique_ptr<Session>> begin_worklist(Core& core, const SessionRequest& request) {
    const Zone* zone = request.zone.empty() ? nullptr : core.zones().find(request.zone);
    if (!request.zone.empty() && zone == nullptr) {
        return Error{Status::not_found, "zone.unknown"_code, {"/zone", {}, 0, 0}};
    }
    const Instant now = request.recorded.value_or(core.now());
    const Day day = zone == nullptr ? std::chrono::floor<std::chrono::days>(now) : day_of(now, *zone);
    const std::lock_guard lock(core.mutex());
    if (auto head = core.refresh_head(); !head) return head.error();
    return std::unique_ptr<Session>(std::make_unique<Worklist>(core, day));
}

}  // namespace provost::engine
