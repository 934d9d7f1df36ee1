// Courses that are asked for notices. A course with dates is asked when one of its days has come; what hangs on dates
// of participants can only be found by asking.
#include "engine/notice_courses.hpp"

#include "engine/amounts.hpp"
#include "engine/reading.hpp"
#include "learning/reminders.hpp"

#include <provost/catalogue/syllabus.hpp>
#include <provost/notices/definition.hpp>

#include <set>

namespace provost::engine {

namespace {

using catalogue::Course;
using catalogue::NoticeAnchor;
using notices::TickMark;

Result<std::optional<TickMark>> last_tick(Core& core) {
    const Key key = id_key(type_of<TickMark>(), 1);
    auto loaded = core.store().load(std::span(&key, 1));
    if (!loaded) return loaded.error();
    const auto& found = loaded->found.front();
    return found.empty() ? std::optional<TickMark>() : *found.front().get<TickMark>();
}

class Search {
public:
    Search(Core& core, Instant now) : core_(core), now_(now) {}

    Result<NoticeCourses> run() {
        auto last = last_tick(core_);
        if (!last) return last.error();
        if (*last) made_.since = (*last)->until;
        if (auto read = read_definitions(); !read) return read.error();
        if (auto found = find_telling(); !found) return found.error();
        if (auto found = find_by_days(); !found) return found.error();
        made_.courses.assign(courses_.begin(), courses_.end());
        return std::move(made_);
    }

private:
    Result<void> read_definitions() {
        Scan scan(type_of<catalogue::NoticeDefinition>(), records_per_page);
        scan.under("timed", {1, {}, false});
        auto read = scan.each(core_.store(), [&](const Record& record) { definitions_.push_back(record); });
        if (!read) return read;
        for (const Record& record : definitions_) own_.push_back(record.get<catalogue::NoticeDefinition>());
        return {};
    }

    // Courses in use of which a component has notices. A template has a syllabus as well, and tells nobody.
    Result<void> find_telling() {
        Scan scan(type_of<catalogue::Syllabus>(), records_per_page);
        scan.under("notices", {1, {}, false});
        return scan.pages(core_.store(), [&](const std::vector<Record>& page) -> Result<void> {
            std::vector<Key> keys;
            for (const Record& record : page) {
                keys.push_back(id_key(type_of<Course>(), record.get<catalogue::Syllabus>()->owner));
            }
            auto loaded = core_.store().load(keys);
            if (!loaded) return loaded.error();
            for (const auto& found : loaded->found) {
                if (found.empty()) continue;
                const auto& course = *found.front().get<Course>();
                if (course.life == catalogue::CourseLife::active) courses_.insert(course.id.value);
            }
            return {};
        });
    }

    Result<void> find_by_days() {
        return Scan(type_of<Course>(), records_per_page).pages(core_.store(), [&](const std::vector<Record>& page) {
            locations_.trim();
            for (const Record& record : page) locations_.want(record.get<Course>()->assignments.location);
            if (auto loaded = locations_.load(core_.store()); !loaded) return loaded;
            for (const Record& record : page) look_at(*record.get<Course>());
            return Result<void>{};
        });
    }

    void look_at(const Course& course) {
        if (course.life != catalogue::CourseLife::active || courses_.contains(course.id.value)) return;
        const auto* location = locations_.at(course.assignments.location);
        const Zone* zone = location == nullptr ? nullptr : core_.zones().find(location->zone);
        if (zone == nullptr) return;
        for (const auto& notice : learning::reminders_of(own_, course)) {
            if (may_be_due(notice, course, *zone)) return void(courses_.insert(course.id.value));
        }
    }

    bool may_be_due(const notices::Effective& notice, const Course& course, const Zone& zone) {
        const auto anchor = notice.event->anchor;
        // Those of components concern the courses that tell of components, which are there already.
        if (anchor == NoticeAnchor::component_closes || anchor == NoticeAnchor::feedback_closes) return false;
        const bool of_course = anchor == NoticeAnchor::course_start || anchor == NoticeAnchor::course_end;
        if (!of_course || !course.has_dates()) return true;
        const Instant date = anchor == NoticeAnchor::course_start ? *course.starts_at : *course.ends_at;
        const auto due = learning::due_days(notice.days, date, zone, made_.since, now_);
        if (due.next && (!made_.next || *due.next < *made_.next)) made_.next = due.next;
        return due.at.has_value();
    }

    Core& core_;
    Instant now_;
    NoticeCourses made_;
    std::set<std::int64_t> courses_;
    std::vector<Record> definitions_;
    std::vector<const catalogue::NoticeDefinition*> own_;
    Cache<organisation::Location> locations_;
};

}  // namespace

Result<NoticeCourses> notice_courses(Core& core, Instant now) { return Search(core, now).run(); }

Result<void> mark_tick(Core& core, Instant now) {
    for (int tries = 0; tries < Core::most_tries; ++tries) {
        auto last = last_tick(core);
        if (!last) return last.error();
        const TickMark before = last->value_or(TickMark{});
        if (before.until && now <= *before.until) return {};
        const TickMark after{{1}, before.version + 1, now};
        auto committed = core.commit_bookkeeping({{Record::of(after), before.version}});
        if (!committed) return committed.error();
        if (*committed) return {};
    }
    return Core::contended();
}

}  // namespace provost::engine
