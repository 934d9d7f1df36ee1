// Every course in use whose components show media is asked about by itself, so that one which is busy holds up no
// other.
#include "engine/update_session.hpp"

#include "engine/each_course.hpp"
#include "engine/json_lines.hpp"
#include "engine/reading.hpp"

#include <provost/learning/update.hpp>

namespace provost::engine {

namespace {

using catalogue::Course;
using catalogue::Syllabus;

constexpr std::size_t syllabi_per_page = 200;

class UpdateSession final : public Session {
public:
    UpdateSession(Core& core, SessionRequest request)
        : core_(core),
          request_(std::move(request)),
          now_(request_.recorded.value_or(core.now())),
          scan_(type_of<Syllabus>(), syllabi_per_page) {}

    Result<void> feed(std::string_view) override {
        return Error{Status::invalid, "argument.invalid"_code, {}, {{"argument", "bytes"}}};
    }
    Result<bool> take(Chunk& chunk) override;
    Result<std::string> finish() override;

private:
    [[nodiscard]] Result<void> next_page();
    [[nodiscard]] Result<void> update(const Course& course, std::string& lines);
    [[nodiscard]] static std::string told(const Course& course, const Item& item, UpdateSummary& summary);

    Core& core_;
    SessionRequest request_;
    Instant now_;
    Scan scan_;
    std::vector<Course> page_;
    std::size_t next_ = 0;
    UpdateSummary summary_;
    bool at_end_ = false;
};

bool shows_media(const Syllabus& syllabus) {
    return std::ranges::any_of(syllabus.components,
                               [](const catalogue::Component& component) { return !component.medium.empty(); });
}

// The courses in use of the next page. A template has components as well, but shows them to nobody.
Result<void> UpdateSession::next_page() {
    auto found = scan_.next(core_.store());
    if (!found) return found.error();
    at_end_ = found->empty();
    page_.clear();
    next_ = 0;
    std::vector<Key> keys;
    for (const Record& record : *found) {
        const auto& syllabus = *record.get<Syllabus>();
        if (shows_media(syllabus)) keys.push_back(id_key(type_of<Course>(), syllabus.owner));
    }
    auto loaded = core_.store().load(keys);
    if (!loaded) return loaded.error();
    for (const auto& owner : loaded->found) {
        if (owner.empty()) continue;
        const auto& course = *owner.front().get<Course>();
        if (course.life == catalogue::CourseLife::active) page_.push_back(course);
    }
    return {};
}

// IMC-UPD-15: of what is current already there is nothing to say; it is counted.
std::string UpdateSession::told(const Course& course, const Item& item, UpdateSummary& summary) {
    std::string lines;
    ++summary.courses;
    for (const ReportLine& line : item.decision.report) {
        if (line.group != "components") continue;
        if (line.code == "update.current"_code) {
            ++summary.current;
            continue;
        }
        UpdateLine made;
        made.course = course.external_id;
        made.component = line.item.substr(course.external_id.size() + 1);
        made.code = line.code;
        made.before = std::stoll(line.before);
        made.after = std::stoll(line.value);
        add_line(lines, made);
        ++(line.code == "update.done"_code ? summary.updated : summary.stopped);
    }
    if (!item.decision.refused()) return lines;
    UpdateLine refused;
    refused.course = course.external_id;
    refused.code = item.decision.code;
    add_line(lines, refused);
    ++summary.stopped;
    return lines;
}

// IMC-UPD-08: a scheduled job, which heeds revision dates.
Result<void> UpdateSession::update(const Course& course, std::string& lines) {
    const auto request = std::make_shared<learning::UpdateComponents>();
    request->head.actor = request_.actor;
    request->head.trigger = Trigger::rule;
    request->courses = {course.external_id};
    request->automatic = true;
    request->ignore_future_revision = request_.ignore_future_revision;
    Item item{{verbs::find(type_of<learning::UpdateComponents>()), request.get()}, request};
    std::string these;
    UpdateSummary after;
    auto done = ask_of_course(core_, item, course.id.value, now_, request_, [&](std::span<const Change>) {
        these = told(course, item, after = summary_);
        return true;
    });
    if (!done) return done;
    lines += these;
    summary_ = after;
    return {};
}

Result<bool> UpdateSession::take(Chunk& chunk) {
    const std::lock_guard lock(core_.mutex());
    chunk = {"components", {}};
    while (!at_end_ && chunk.bytes.empty()) {
        if (next_ == page_.size()) {
            if (auto read = next_page(); !read) return read.error();
            continue;
        }
        if (auto done = update(page_[next_], chunk.bytes); !done) return done.error();
        ++next_;
    }
    return !chunk.bytes.empty();
}

Result<std::string> UpdateSession::finish() {
    for (Chunk rest; !at_end_;) {
        if (auto taken = take(rest); !taken) return taken.error();
    }
    const std::lock_guard lock(core_.mutex());
    core_.discard();
    if (summary_.updated == 0 || request_.dry_run) return to_json(summary_);
    auto recorded = core_.record_run({{},
                                      0,
                                      "learning.update",
                                      request_.actor,
                                      now_,
                                      summary_.courses,
                                      0,
                                      summary_.updated,
                                      summary_.current,
                                      summary_.stopped,
                                      {}});
    if (!recorded) return recorded.error();
    return to_json(summary_);
}

}  // namespace

Result<std::unique_ptr<Session>> begin_update(Core& core, const SessionRequest& request) {
    return std::unique_ptr<Session>(std::make_unique<UpdateSession>(core, request));
}

}  // namespace provost::engine
