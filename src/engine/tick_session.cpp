// Courses come in the order of what is due first in each, so that a tick after a pause does things in the order in
// which they became due.
#include "engine/tick_session.hpp"

#include "engine/json_lines.hpp"
#include "engine/recorded_request.hpp"
#include "registration/catch_up.hpp"

#include <tuple>

namespace provost::engine {

namespace {

using enrolment::Enrolment;

constexpr std::size_t page_size = 500;
constexpr std::int64_t most_cancelled = 100;

class Tick final : public Session {
public:
    Tick(Core& core, SessionRequest request)
        : core_(core), request_(std::move(request)), now_(request_.recorded.value_or(core.now())) {}

    Result<void> feed(std::string_view) override {
        return Error{Status::invalid, "argument.invalid"_code, {}, {{"argument", "bytes"}}};
    }
    Result<bool> take(Chunk& chunk) override;
    Result<std::string> finish() override;

private:
    // A course that is watched, and when something becomes due in it next.
    struct Watched {
        std::optional<Instant> due;
        std::int64_t course = 0;
    };

    [[nodiscard]] Result<std::vector<std::int64_t>> find_watched();
    [[nodiscard]] Result<void> look(Instant after);
    [[nodiscard]] Result<void> begin();
    [[nodiscard]] Result<void> look_after(std::int64_t course, std::string& lines);
    [[nodiscard]] Result<bool> attempt(Item& item, std::string& lines);
    void tell(const Item& item, std::span<const Change> changes, std::string& lines);

    Core& core_;
    SessionRequest request_;
    Instant now_;
    std::vector<Watched> watched_;
    std::size_t next_ = 0;
    TickSummary summary_;
    bool begun_ = false;
    bool finished_ = false;
};

Result<std::vector<std::int64_t>> Tick::find_watched() {
    const RecordType& type = type_of<catalogue::Seats>();
    std::vector<std::int64_t> courses;
    for (std::int64_t after = 0;;) {
        auto page = core_.store().find({&type, find_index(type, "watched"), {{1, {}, false}}, after, page_size});
        if (!page) return page.error();
        if (page->empty()) return courses;
        for (const Record& record : *page) courses.push_back(record.get<catalogue::Seats>()->course.value);
        after = page->back().id();
    }
}

// Which courses are watched, and when something is due in each after a moment.
Result<void> Tick::look(Instant after) {
    auto courses = find_watched();
    if (!courses) return courses.error();
    watched_.clear();
    const RecordType& places = type_of<Enrolment>();
    for (const auto id : *courses) {
        const std::vector<Key> keys{id_key(type_of<catalogue::Course>(), id),
                                    {&places, find_index(places, "course"), {{id, {}, false}}}};
        auto loaded = core_.store().load(keys);
        if (!loaded) return loaded.error();
        const auto& course = *loaded->found[0].front().get<catalogue::Course>();
        if (course.life != catalogue::CourseLife::active) continue;
        std::vector<Enrolment> of_course;
        for (const Record& record : loaded->found[1]) of_course.push_back(*record.get<Enrolment>());
        watched_.push_back({registration::next_due(course, of_course, after), id});
    }
    return {};
}

Result<void> Tick::begin() {
    if (begun_) return {};
    begun_ = true;
    if (auto looked = look(Instant::min()); !looked) return looked;
    const auto order = [](const Watched& each) { return std::tuple(each.due.value_or(Instant::max()), each.course); };
    std::ranges::sort(watched_, {}, order);
    summary_.courses = static_cast<std::int64_t>(watched_.size());
    return {};
}

void Tick::tell(const Item& item, std::span<const Change> changes, std::string& lines) {
    TickLine about_course;
    about_course.course = core_.overlay()
                              .current(type_of<catalogue::Course>(), item.decision.about)
                              .get<catalogue::Course>()
                              ->external_id;
    for (const Change& change : changes) {
        about_course.reminders +=
            &change.after.type() == &type_of<notices::Intent>() && change.after.get<notices::Intent>()->days.has_value()
                ? 1
                : 0;
        const auto* after = change.after.get<Enrolment>();
        if (after == nullptr) continue;
        TickLine line;
        line.course = about_course.course;
        line.enrolment = after->id;
        line.learner = after->learner;
        line.start_state = change.before.get<Enrolment>()->state;
        line.target_state = after->state;
        add_line(lines, line);
        ++summary_.changed;
    }
    summary_.reminders += about_course.reminders;
    about_course.code = item.decision.code;
    about_course.parameters = item.decision.reason.parameters;
    summary_.held += item.decision.code ? 1 : 0;
    if (about_course.reminders > 0 || about_course.code) add_line(lines, about_course);
}

// One try; false: somebody else wrote in between.
Result<bool> Tick::attempt(Item& item, std::string& lines) {
    core_.discard();
    if (auto decided = core_.decide(std::span(&item, 1), now_, nullptr); !decided) {
        core_.discard();
        return decided.error();
    }
    item.decision.about = static_cast<const registration::CatchUp*>(item.asked.request)->course.id;
    const auto changes = core_.plan();
    std::string told;
    const TickSummary before = summary_;
    tell(item, changes, told);
    if (request_.dry_run || changes.empty()) {
        core_.discard();
    } else {
        const auto request = recorded_request(core_, item, now_, changes);
        auto committed = core_.commit({std::string(item.asked.verb->name),
                                       request_.actor,
                                       now_,
                                       now_,
                                       {},
                                       item.decision.about,
                                       request,
                                       core_.reads_text()});
        if (!committed) return committed.error();
        if (!*committed) return (summary_ = before, false);
    }
    lines += told;
    return true;
}

Result<void> Tick::look_after(std::int64_t course, std::string& lines) {
    const auto request = std::make_shared<registration::CatchUp>();
    request->head.actor = request_.actor;
    request->head.trigger = Trigger::rule;
    request->course = Ref<catalogue::Course>(Id<catalogue::Course>{course});
    request->most_cancelled = request_.limit.value_or(most_cancelled);
    Item item{{verbs::find(type_of<registration::CatchUp>()), request.get()}, request};
    for (int tries = 0; tries < Core::most_tries; ++tries) {
        auto done = attempt(item, lines);
        if (!done) return done.error();
        if (*done) return {};
    }
    return Error{Status::conflict, "store.contended"_code, {}, {{"tries", std::to_string(Core::most_tries)}}};
}

Result<bool> Tick::take(Chunk& chunk) {
    const std::lock_guard lock(core_.mutex());
    if (auto begun = begin(); !begun) return begun.error();
    chunk = {"due", {}};
    while (next_ < watched_.size() && chunk.bytes.empty()) {
        if (auto done = look_after(watched_[next_].course, chunk.bytes); !done) return done.error();
        ++next_;
    }
    return !chunk.bytes.empty();
}

Result<std::string> Tick::finish() {
    if (finished_) return Error{Status::invalid, "handle.closed"_code};
    for (Chunk rest; next_ < watched_.size() || !begun_;) {
        if (auto taken = take(rest); !taken) return taken.error();
    }
    const std::lock_guard lock(core_.mutex());
    core_.discard();
    if (auto looked = look(now_); !looked) return looked.error();
    for (const Watched& each : watched_) {
        if (each.due && (!summary_.next_due_at || *each.due < *summary_.next_due_at)) summary_.next_due_at = each.due;
    }
    finished_ = true;
    if (summary_.changed + summary_.reminders == 0 || request_.dry_run) return to_json(summary_);
    auto recorded = core_.record_run({{},
                                      0,
                                      "tick",
                                      request_.actor,
                                      now_,
                                      summary_.courses,
                                      0,
                                      summary_.changed,
                                      summary_.held,
                                      summary_.reminders,
                                      {}});
    if (!recorded) return recorded.error();
    return to_json(summary_);
}

}  // namespace

Result<std::unique_ptr<Session>> begin_tick(Core& core, const SessionRequest& request) {
    return std::unique_ptr<Session>(std::make_unique<Tick>(core, request));
}

}  // namespace provost::engine
