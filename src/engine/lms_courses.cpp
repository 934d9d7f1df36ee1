// Courses of an LMS. Each that is told is asked of lms.note_course; what a complete listing does not have is gone. One
// that is cut short, or has none at all, says nothing of those it does not name.
#include "engine/amounts.hpp"
#include "engine/lms_sessions.hpp"
#include "engine/told_session.hpp"

#include <provost/engine/lms_reports.hpp>
#include <provost/lms/lms_course.hpp>

#include <unordered_set>

namespace provost::engine {

namespace {

using lms::ListingEnd;
using lms::LmsCourse;
using lms::NoteCourse;
using lms::ObservedCourse;

class Courses final : public ToldSession {
public:
    Courses(Core& core, const SessionRequest& request) : ToldSession(core, request, lms::RunKind::courses, "courses") {}

private:
    [[nodiscard]] Result<void> add(std::string_view line) override;
    [[nodiscard]] Result<void> settle(const ListingEnd* end) override;
    [[nodiscard]] Result<std::string> end_run(lms::SyncRun& outcome) override;
    [[nodiscard]] Result<void> add_end(const ListingEnd& end);
    [[nodiscard]] Code why_incomplete(const ListingEnd& end) const;
    [[nodiscard]] Result<void> note_gone();
    void report(const NoteCourse& told, const Item& item);
    [[nodiscard]] Sha256 names() const;

    std::vector<NoteCourse> told_;
    std::unordered_set<std::string> seen_;
    LmsCoursesSummary summary_;
};

NoteCourse noted(const ObservedCourse& told, const std::string& connection) {
    NoteCourse note;
    note.connection = connection;
    note.course = told.course;
    note.id_number = told.id_number;
    note.short_name = told.short_name;
    note.name = told.name;
    note.starts_at = told.starts_at;
    note.ends_at = told.ends_at;
    note.gone = told.deleted;
    return note;
}

Result<void> Courses::add(std::string_view line) {
    if (is_listing_end(line)) {
        auto end = from_json<ListingEnd>(line);
        return end ? add_end(*end) : Result<void>(end.error());
    }
    auto told = from_json<ObservedCourse>(line);
    if (!told) return told.error();
    seen_.insert(told->course);
    told_.push_back(noted(*told, run_.connection().key));
    ++summary_.rows;
    return told_.size() < core_.options().batch ? Result<void>{} : settle(nullptr);
}

// WIS-LNK-02: silence is never a deletion, and a listing with fewer courses than the LMS says there are was cut.
Code Courses::why_incomplete(const ListingEnd& end) const {
    const bool all = end.complete && end.course.empty() && end.error == lms::ErrorClass::none;
    if (!all || end.rows > summary_.rows) return "lms-courses.incomplete"_code;
    return seen_.empty() ? "lms-courses.empty"_code : Code{};
}

Result<void> Courses::add_end(const ListingEnd& end) {
    summary_.code = why_incomplete(end);
    summary_.complete = !summary_.code;
    if (auto settled = settle(&end); !settled) return settled;
    return summary_.complete ? note_gone() : Result<void>{};
}

Result<void> Courses::note_gone() {
    Scan scan(type_of<LmsCourse>(), records_per_page);
    scan.under("connection", {0, run_.connection().key, true});
    return scan.pages(core_.store(), [&](const std::vector<Record>& page) {
        for (const Record& record : page) {
            const auto& known = *record.get<LmsCourse>();
            if (known.gone || seen_.contains(known.course)) continue;
            NoteCourse note;
            note.connection = known.connection;
            note.course = known.course;
            note.gone = true;
            told_.push_back(std::move(note));
        }
        return settle(nullptr);
    });
}

Sha256 Courses::names() const {
    Sha256 digest;
    for (const NoteCourse& told : told_) digest.add(told.course).add("\n");
    return digest;
}

Result<void> Courses::settle(const ListingEnd* end) {
    if (told_.empty() && end == nullptr) return {};
    const std::string lines = lines_;
    const LmsCoursesSummary before = summary_;
    auto settled = settle_told(
        core_, entry_of(told_.size(), names()),
        [&](std::vector<Item>& items) -> Result<void> {
            for (const NoteCourse& told : told_) items.push_back(asked_for(told, request_));
            return end == nullptr ? Result<void>{} : core_.know({cursor_key(run_.connection().key, *end)});
        },
        [&](std::span<const Item> items) -> Result<void> {
            lines_ = lines;
            summary_ = before;
            for (std::size_t i = 0; i < items.size(); ++i) report(told_[i], items[i]);
            const bool cut = end != nullptr && end->complete && summary_.code;
            if (end != nullptr && !cut) keep_cursor(core_, run_.connection().key, *end, {}, run_.now());
            return {};
        });
    told_.clear();
    return settled;
}

// Of what is as it was there is nothing to say; it is counted.
void Courses::report(const NoteCourse& told, const Item& item) {
    const Decision& decision = item.decision;
    LmsCourseLine line;
    line.course = told.course;
    line.name = told.name;
    line.created = item.created;
    line.gone = told.gone;
    core_.overlay().read({&type_of<results::LmsLink>(),
                          find_index(type_of<results::LmsLink>(), "lms_course"),
                          {{0, told.connection, true}, {0, told.course, true}}},
                         [&](const Record&) { ++line.links; });
    if (!decision.notes.empty()) {
        line.code = decision.notes.front().code;
        line.parameters = decision.notes.front().parameters;
    }
    summary_.linked += line.links > 0 && !told.gone ? 1 : 0;
    if (decision.refused()) {
        line.code = decision.code;
        line.parameters = decision.reason.parameters;
        ++summary_.refused;
    } else if (decision.verdict == Verdict::unchanged) {
        ++summary_.unchanged;
        if (!line.code) return;
    } else {
        ++(told.gone ? summary_.gone : item.created ? summary_.created : summary_.updated);
    }
    tell(line);
}

Result<std::string> Courses::end_run(lms::SyncRun& outcome) {
    if (!summary_.complete && !summary_.code) summary_.code = "lms-courses.incomplete"_code;
    outcome.state = summary_.rows == 0 ? lms::RunState::empty : lms::RunState::done;
    outcome.rows = summary_.rows;
    outcome.applied = summary_.created + summary_.updated + summary_.gone;
    outcome.unchanged = summary_.unchanged;
    outcome.failed = summary_.refused;
    return to_json(summary_);
}

}  // namespace

Result<std::unique_ptr<Session>> begin_lms_courses(Core& core, const SessionRequest& request) {
    return std::unique_ptr<Session>(std::make_unique<Courses>(core, request));
}

}  // namespace provost::engine
