// Courses come in the order of what is due first in each, so that a tick after a pause does things in the order in
// which they became due; then those that tell participants of components, or by days.
#include "engine/tick_session.hpp"

#include "engine/amounts.hpp"
#include "engine/each_course.hpp"
#include "engine/json_lines.hpp"
#include "engine/learncycle_run.hpp"
#include "engine/notice_courses.hpp"
#include "engine/reading.hpp"
#include "registration/catch_up.hpp"

#include <provost/learning/component_notices.hpp>

#include <tuple>

namespace provost::engine {

namespace {

using enrolment::Enrolment;

constexpr std::int64_t most_cancelled = 100;

class Tick final : public Session {
public:
    Tick(Core& core, SessionRequest request)
        : core_(core),
          request_(std::move(request)),
          now_(request_.recorded.value_or(core.now())),
          cycles_(core, request_, now_) {}

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
    [[nodiscard]] Result<void> tell_of_components(std::int64_t course, std::string& lines);
    [[nodiscard]] std::string told(const Item& item, std::span<const Change> changes, TickSummary& summary);
    void is_due(std::optional<Instant> at) {
        if (at && (!summary_.next_due_at || *at < *summary_.next_due_at)) summary_.next_due_at = at;
    }
    [[nodiscard]] std::size_t count() const { return watched_.size() + telling_.size(); }
    template <class T>
    [[nodiscard]] Item asked_of(std::int64_t course, std::shared_ptr<T> request) const;

    Core& core_;
    SessionRequest request_;
    Instant now_;
    LearncycleRun cycles_;
    bool cycled_ = false;
    std::vector<Watched> watched_;
    std::vector<std::int64_t> telling_;  // courses that are asked for notices
    std::optional<Instant> since_;       // the end of the last tick
    bool told_all_ = true;               // no course was held back from whoever runs it
    std::size_t next_ = 0;
    TickSummary summary_;
    bool begun_ = false;
};

Result<std::vector<std::int64_t>> Tick::find_watched() {
    const RecordType& type = type_of<catalogue::Seats>();
    std::vector<std::int64_t> courses;
    for (std::int64_t after = 0;;) {
        auto page = core_.store().find({&type, find_index(type, "watched"), {{1, {}, false}}, after, records_per_page});
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
    auto told = notice_courses(core_, now_);
    if (!told) return told.error();
    telling_ = std::move(told->courses);
    since_ = told->since;
    is_due(told->next);
    summary_.courses = static_cast<std::int64_t>(count());
    return {};
}

// A line for each place that changed, and one for the course when it has something to say.
std::string Tick::told(const Item& item, std::span<const Change> changes, TickSummary& summary) {
    std::string lines;
    TickLine about_course;
    about_course.course = core_.overlay()
                              .current(type_of<catalogue::Course>(), item.decision.about)
                              .get<catalogue::Course>()
                              ->external_id;
    for (const Change& change : changes) {
        if (const auto* intent = change.after.get<notices::Intent>()) {
            about_course.reminders += intent->days ? 1 : 0;
            about_course.notices += intent->days || intent->component.empty() ? 0 : 1;
        }
        const auto* after = change.after.get<Enrolment>();
        if (after == nullptr) continue;
        TickLine line;
        line.course = about_course.course;
        line.enrolment = after->id;
        line.learner = after->learner;
        line.start_state = change.before.get<Enrolment>()->state;
        line.target_state = after->state;
        add_line(lines, line);
        ++summary.changed;
    }
    summary.reminders += about_course.reminders;
    summary.notices += about_course.notices;
    about_course.code = item.decision.code;
    about_course.parameters = item.decision.reason.parameters;
    summary.held += item.decision.code ? 1 : 0;
    if (about_course.reminders + about_course.notices > 0 || about_course.code) add_line(lines, about_course);
    return lines;
}

template <class T>
Item Tick::asked_of(std::int64_t course, std::shared_ptr<T> request) const {
    request->head.actor = request_.actor;
    request->head.trigger = Trigger::rule;
    request->course = Ref<catalogue::Course>(Id<catalogue::Course>{course});
    return {{verbs::find(type_of<T>()), request.get()}, request};
}

Result<void> Tick::look_after(std::int64_t course, std::string& lines) {
    auto request = std::make_shared<registration::CatchUp>();
    request->most_cancelled = request_.limit.value_or(most_cancelled);
    Item item = asked_of(course, std::move(request));
    std::string these;
    TickSummary after;
    auto done = ask_of_course(core_, item, course, now_, request_, [&](std::span<const Change> changes) {
        these = told(item, changes, after = summary_);
        return true;
    });
    if (!done) return done;
    lines += these;
    summary_ = after;
    return {};
}

// IMC-SYL-11, IMC-NOT-06. Where nobody is told anything, nothing is written: a tick comes every few minutes.
Result<void> Tick::tell_of_components(std::int64_t course, std::string& lines) {
    using learning::ComponentNotices;
    const RecordType& type = type_of<ComponentNotices>();
    const Key kept{&type, find_index(type, "course"), {{course, {}, false}}};
    auto request = std::make_shared<learning::SendComponentNotices>();
    request->since = since_;
    Item item = asked_of(course, std::move(request));
    std::string these;
    TickSummary after;
    std::optional<Instant> next;
    auto done = ask_of_course(core_, item, course, now_, request_, [&](std::span<const Change> changes) {
        these = told(item, changes, after = summary_);
        core_.overlay().read(kept, [&](const Record& record) { next = record.get<ComponentNotices>()->next_at; });
        return after.notices > summary_.notices || after.reminders > summary_.reminders;
    });
    if (!done) return done;
    told_all_ = told_all_ && !is_for_right(item.decision.code);
    lines += these;
    summary_ = after;
    is_due(next);
    return {};
}

Result<bool> Tick::take(Chunk& chunk) {
    const std::lock_guard lock(core_.mutex());
    if (auto begun = begin(); !begun) return begun.error();
    chunk = {"due", {}};
    while (next_ < count() && chunk.bytes.empty()) {
        const bool watched = next_ < watched_.size();
        auto done = watched ? look_after(watched_[next_].course, chunk.bytes)
                            : tell_of_components(telling_[next_ - watched_.size()], chunk.bytes);
        if (!done) return done.error();
        ++next_;
    }
    while (next_ == count() && !cycled_ && chunk.bytes.empty()) {
        auto more = cycles_.step(chunk.bytes, summary_);
        if (!more) return more.error();
        cycled_ = !*more;
    }
    return !chunk.bytes.empty();
}

Result<std::string> Tick::finish() {
    for (Chunk rest; !begun_ || next_ < count() || !cycled_;) {
        if (auto taken = take(rest); !taken) return taken.error();
    }
    const std::lock_guard lock(core_.mutex());
    core_.discard();
    if (auto looked = look(now_); !looked) return looked.error();
    for (const Watched& each : watched_) is_due(each.due);
    // IMC-NOT-06: only now, so that what a tick that was killed has not done is caught up, as is what its actor might
    // not.
    if (!request_.dry_run && told_all_) {
        if (auto marked = mark_tick(core_, now_); !marked) return marked.error();
    }
    const auto done = summary_.changed + summary_.reminders + summary_.notices + summary_.learncycles;
    if (done == 0 || request_.dry_run) return to_json(summary_);
    auto recorded = core_.record_run({{},
                                      0,
                                      "tick",
                                      request_.actor,
                                      now_,
                                      summary_.courses,
                                      0,
                                      summary_.changed + summary_.learncycles,
                                      summary_.held,
                                      summary_.reminders + summary_.notices,
                                      {}});
    if (!recorded) return recorded.error();
    return to_json(summary_);
}

}  // namespace

Result<std::unique_ptr<Session>> begin_tick(Core& core, const SessionRequest& request) {
    return std::unique_ptr<Session>(std::make_unique<Tick>(core, request));
}

}  // namespace provost::engine
