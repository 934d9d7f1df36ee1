// Looking costs no decision: only what is due by its date and has not fired is asked. The verb says whether it acts.
#include "engine/learncycle_run.hpp"

#include "engine/amounts.hpp"
#include "engine/each_course.hpp"
#include "engine/json_lines.hpp"
#include "finalise/learncycle.hpp"

namespace provost::engine {

namespace {

using enrolment::Enrolment;
using enrolment::ProgramEnrolment;
using finalise::CycleEntity;
using finalise::Learncycle;
using finalise::LearncycleFiring;

const RecordType& watched_type(const Learncycle& cycle) {
    return cycle.entity == CycleEntity::enrolment ? type_of<Enrolment>() : type_of<ProgramEnrolment>();
}

// On the latest day that it is anywhere: the verb knows the zone.
std::optional<std::int64_t> occasion(const Learncycle& cycle, const Record& watched, Instant now) {
    const Day today = std::chrono::floor<std::chrono::days>(now + std::chrono::hours{14});
    return cycle.entity == CycleEntity::enrolment
               ? finalise::occasion_of(cycle, *watched.get<Enrolment>(), today)
               : finalise::occasion_of(cycle, *watched.get<ProgramEnrolment>(), today);
}

std::shared_ptr<finalise::FireLearncycle> request_for(const Learncycle& cycle, const Record& watched) {
    auto made = std::make_shared<finalise::FireLearncycle>();
    made->head.trigger = Trigger::rule;
    made->learncycle = Ref<Learncycle>(cycle.id);
    if (cycle.entity == CycleEntity::enrolment) {
        made->enrolment = Ref<Enrolment>(Id<Enrolment>{watched.id()});
    } else {
        made->program_enrolment = Ref<ProgramEnrolment>(Id<ProgramEnrolment>{watched.id()});
    }
    return made;
}

}  // namespace

Result<void> LearncycleRun::load_cycles() {
    loaded_ = true;
    return Scan(type_of<Learncycle>(), records_per_page).each(core_.store(), [&](const Record& record) {
        if (!record.get<Learncycle>()->disabled) cycles_.push_back(record);
    });
}

Result<bool> LearncycleRun::has_fired(const Record& watched, std::int64_t occasion) {
    const Key key{&type_of<LearncycleFiring>(),
                  0,
                  {{cycle().id.value, {}, false}, {watched.id(), {}, false}, {occasion, {}, false}}};
    auto loaded = core_.store().load(std::span(&key, 1));
    if (!loaded) return loaded.error();
    return !loaded->found.front().empty();
}

Result<void> LearncycleRun::fire(const Record& watched, std::string& lines, TickSummary& summary) {
    const auto request = request_for(cycle(), watched);
    request->head.actor = request_.actor;
    Item item{{verbs::find(type_of<finalise::FireLearncycle>()), request.get()}, request};
    bool fired = false;
    const auto told = [&](std::span<const Change>) { return fired = item.decision.verdict == Verdict::accepted; };
    if (auto asked = ask_of_course(core_, item, watched.id(), now_, request_, told); !asked) return asked;
    const bool lacks = is_for_right(item.decision.code);
    if (!fired && !lacks) return {};
    TickLine line;
    if (lacks) line.code = item.decision.code;
    line.learncycle = cycle().key;
    if (const auto* place = watched.get<Enrolment>()) {
        line.enrolment = place->id;
        line.learner = place->learner;
    } else {
        line.program_enrolment = watched.get<ProgramEnrolment>()->id;
        line.learner = watched.get<ProgramEnrolment>()->learner;
    }
    for (const ReportLine& told : item.decision.report) {
        if (told.fate == Fate::refused) line.code = told.code;
    }
    add_line(lines, line);
    ++(lacks ? summary.held : summary.learncycles);
    return {};
}

Result<void> LearncycleRun::look_at(const Record& watched, std::string& lines, TickSummary& summary) {
    const auto due = occasion(cycle(), watched, now_);
    if (!due) return {};
    auto fired = has_fired(watched, *due);
    if (!fired) return fired.error();
    return *fired ? Result<void>{} : fire(watched, lines, summary);
}

Result<bool> LearncycleRun::step(std::string& lines, TickSummary& summary) {
    if (!loaded_) {
        if (auto loaded = load_cycles(); !loaded) return loaded.error();
    }
    if (at_ == cycles_.size()) return false;
    if (!scan_) scan_.emplace(watched_type(cycle()), records_per_page);
    auto found = scan_->next(core_.store());
    if (!found) return found.error();
    for (const Record& watched : *found) {
        if (auto looked = look_at(watched, lines, summary); !looked) return looked.error();
    }
    if (found->empty()) {
        scan_.reset();
        ++at_;
    }
    return true;
}

}  // namespace provost::engine
