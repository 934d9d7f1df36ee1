// Reads the syllabus and the logic of one course and has them checked and drawn. [IMC-LL-24]
#include "engine/check_session.hpp"

#include "catalogue/facilities.hpp"
#include "engine/amounts.hpp"
#include "engine/json_lines.hpp"
#include "engine/reading.hpp"
#include "learning/picture.hpp"
#include "staffing/positions.hpp"

#include <provost/describe/json.hpp>

namespace provost::engine {

namespace {

using learning::CourseLogic;

struct Stream {
    std::string_view name;
    std::string bytes;
};

class CheckSession final : public Session {
public:
    CheckSession(Core& core, SessionRequest request) : core_(core), request_(std::move(request)) {}

    Result<void> feed(std::string_view) override {
        return Error{Status::invalid, "argument.invalid"_code, {}, {{"argument", "bytes"}}};
    }
    Result<bool> take(Chunk& chunk) override;
    Result<std::string> finish() override;

private:
    [[nodiscard]] Result<void> check();
    [[nodiscard]] Result<CourseLogic> read();
    template <class T>
    [[nodiscard]] Result<const T*> only(std::string_view index, KeyParts values);
    [[nodiscard]] Result<bool> anybody_grades(const std::vector<staffing::AssignedTutor>& tutors);
    [[nodiscard]] Result<void> read_rules(const catalogue::Course& course, Id<catalogue::Logic> logic,
                                          CourseLogic& made);

    Core& core_;
    SessionRequest request_;
    std::vector<Record> kept_;  // what was read points into them
    std::vector<Stream> streams_;
    std::size_t stream_ = 0, offset_ = 0;
    learning::LogicSummary summary_;
    bool checked_ = false;
};

// The record with these values in a unique index; null: there is none.
template <class T>
Result<const T*> CheckSession::only(std::string_view index, KeyParts values) {
    const Key key{&type_of<T>(), find_index(type_of<T>(), index), std::move(values)};
    auto loaded = core_.store().load(std::span(&key, 1));
    if (!loaded) return loaded.error();
    if (loaded->found.front().empty()) return static_cast<const T*>(nullptr);
    kept_.push_back(loaded->found.front().front());
    return kept_.back().get<T>();
}

Result<CourseLogic> CheckSession::read() {
    auto course = only<catalogue::Course>("external_id", KeyParts{{0, request_.course, true}});
    if (!course) return course.error();
    if (*course == nullptr) return Error{Status::not_found, "course.unknown"_code, {"/course", {}, 0, 0}};
    auto syllabus = only<catalogue::Syllabus>("owner", KeyParts{{(*course)->id.value, {}, false}});
    if (!syllabus) return syllabus.error();
    CourseLogic made;
    made.course = request_.course;
    made.conclude_by = (*course)->settings.conclude_by.value_or(made.conclude_by);
    made.always_passed = (*course)->settings.always_passed.value_or(false);
    made.starts_at = (*course)->starts_at;
    made.ends_at = (*course)->ends_at;
    if (*syllabus == nullptr) return made;
    made.components = (*syllabus)->components;
    const auto graded = anybody_grades((*course)->assignments.tutors);
    if (!graded) return graded.error();
    made.nobody_grades = !*graded;
    if (auto rules = read_rules(**course, (*syllabus)->logic, made); !rules) return rules.error();
    return made;
}

// IMC-CT-09: whether a tutor of the course may confirm what its rules ask for.
Result<bool> CheckSession::anybody_grades(const std::vector<staffing::AssignedTutor>& tutors) {
    const auto settings = only<staffing::StaffingSettings>("key", staffing::settings_key().parts);
    if (!settings) return settings.error();
    for (const staffing::AssignedTutor& each : tutors) {
        const auto position = only<staffing::TutorPosition>("key", KeyParts{{0, each.position, true}});
        if (!position) return position.error();
        Cache<staffing::Tutor> known;
        known.want(each.tutor);
        if (auto loaded = known.load(core_.store()); !loaded) return loaded.error();
        const auto open = staffing::open_to(*known.at(each.tutor), each, *position, *settings);
        if ((open & staffing::functions(staffing::TutorFunction::grading)) != 0) return true;
    }
    return false;
}

// IMC-LL-01: where learning logic is hidden it has no rules.
Result<void> CheckSession::read_rules(const catalogue::Course& course, Id<catalogue::Logic> logic, CourseLogic& made) {
    if (!logic) return {};
    auto pinned = only<catalogue::TemplateVersion>(
        "number", KeyParts{{course.course_template.value, {}, false}, {course.template_number, {}, false}});
    if (!pinned) return pinned.error();
    if (*pinned == nullptr) return missing_record(type_of<catalogue::TemplateVersion>());
    const catalogue::Complexity complexity(**pinned, {}, {}, &course);
    if (complexity.who_hides(catalogue::Facility::learning_logic)) return {};
    Cache<catalogue::Logic> rules;
    rules.want(logic);
    if (auto loaded = rules.load(core_.store()); !loaded) return loaded;
    made.rules = rules.at(logic)->rules;
    return {};
}

// Findings and picture stem from one moment. Others need not wait for the search.
Result<void> CheckSession::check() {
    if (checked_) return {};
    auto course = [&] {
        const std::lock_guard lock(core_.mutex());
        return read();
    }();
    if (!course) return course.error();
    const learning::CheckOptions options{static_cast<std::size_t>(request_.limit.value_or(100'000))};
    auto checked = learning::check(*course, options);
    checked.summary.course = course->course;
    summary_ = checked.summary;
    const auto picture = learning::picture_of(*course, checked);
    std::string findings;
    for (const auto& finding : checked.findings) add_line(findings, finding);
    streams_ = {{"findings", std::move(findings)},
                {"picture.json", to_json(picture) + "\n"},
                {"picture.dot", learning::dot_of(picture)},
                {"picture.mmd", learning::mermaid_of(picture)}};
    kept_.clear();
    checked_ = true;
    return {};
}

Result<bool> CheckSession::take(Chunk& chunk) {
    if (auto done = check(); !done) return done.error();
    while (stream_ < streams_.size() && offset_ == streams_[stream_].bytes.size()) {
        ++stream_;
        offset_ = 0;
    }
    if (stream_ == streams_.size()) return false;
    const Stream& stream = streams_[stream_];
    chunk = {std::string(stream.name), stream.bytes.substr(offset_, largest_piece)};
    offset_ += chunk.bytes.size();
    return true;
}

Result<std::string> CheckSession::finish() {
    if (auto done = check(); !done) return done.error();
    return to_json(summary_);
}

}  // namespace

Result<std::unique_ptr<Session>> begin_check(Core& core, const SessionRequest& request) {
    if (request.course.empty())
        return Error{Status::invalid, "field.missing"_code, {"/course", {}, 0, 0}, {{"field", "course"}}};
    return std::unique_ptr<Session>(std::make_unique<CheckSession>(core, request));
}

}  // namespace provost::engine
