// Reads the catalogue page by page and keeps of it what the check looks at: that needs all of it at once.
#include "engine/lint_session.hpp"

#include "engine/amounts.hpp"
#include "engine/json_lines.hpp"
#include "engine/reading.hpp"
#include "prerequisites/judge.hpp"
#include "prerequisites/lint.hpp"

#include <map>

namespace provost::engine {

namespace {

using prerequisites::Catalogue;
using prerequisites::Finding;
using prerequisites::Severity;

class LintSession final : public Session {
public:
    LintSession(Core& core, SessionRequest request) : core_(core), request_(std::move(request)) {}

    Result<void> feed(std::string_view) override {
        return Error{Status::invalid, "argument.invalid"_code, {}, {{"argument", "bytes"}}};
    }
    Result<bool> take(Chunk& chunk) override;
    Result<std::string> finish() override;

private:
    [[nodiscard]] Result<void> check();
    template <class T, class Visit>
    [[nodiscard]] Result<void> each(Visit visit);
    [[nodiscard]] Result<void> read_courses();
    [[nodiscard]] Result<void> read_lists();
    [[nodiscard]] Result<std::vector<std::int64_t>> retired();
    void count(const std::vector<Finding>& findings);

    Core& core_;
    SessionRequest request_;
    Catalogue catalogue_;
    Cache<catalogue::Prerequisites> rules_;
    // By template and number of the version.
    std::map<std::pair<std::int64_t, std::int64_t>, catalogue::Minimum> usual_;
    std::map<std::pair<std::int64_t, std::int64_t>, std::string> subjects_;
    std::vector<Finding> findings_;
    std::size_t handed_out_ = 0;
    prerequisites::LintSummary summary_;
    bool checked_ = false;
};

// All records of a kind; what they have for prerequisites is at hand.
template <class T, class Visit>
Result<void> LintSession::each(Visit visit) {
    return Scan(type_of<T>(), records_per_page).pages(core_.store(), [&](const std::vector<Record>& page) {
        if constexpr (requires(T record) { record.prerequisites; }) {
            for (const Record& record : page) rules_.want(record.get<T>()->prerequisites);
            if (auto loaded = rules_.load(core_.store()); !loaded) return loaded;
        }
        for (const Record& record : page) visit(*record.get<T>());
        return Result<void>{};
    });
}

Result<void> LintSession::read_courses() {
    auto versions = each<catalogue::TemplateVersion>([&](const catalogue::TemplateVersion& version) {
        const std::pair which{version.course_template.value, version.number};
        if (version.settings.minimum_status) usual_[which] = *version.settings.minimum_status;
        if (!version.subject_code.empty()) subjects_[which] = version.subject_code;
    });
    if (!versions) return versions;
    auto read = each<catalogue::CourseTemplate>([&](const catalogue::CourseTemplate& made) {
        catalogue_.course_templates.push_back(
            {made.id.value, made.external_id, made.subject_code, made.removed, rules_.at(made.prerequisites)});
        const auto usual = usual_.find({made.id.value, made.number});
        if (usual != usual_.end()) catalogue_.course_templates.back().usual = usual->second;
    });
    if (!read) return read;
    return each<catalogue::Course>([&](const catalogue::Course& course) {
        catalogue_.courses.push_back({course.id.value, course.external_id, course.course_template.value, course.life,
                                      course.planning_status(), course.starts_at, course.ends_at,
                                      rules_.at(course.prerequisites), prerequisites::usual_minimum(course.settings)});
        // IMC-TPL-01: a course trains what it was made for, whatever its template has become.
        const auto subject = subjects_.find({course.course_template.value, course.template_number});
        if (subject != subjects_.end()) catalogue_.courses.back().subject = subject->second;
    });
}

Result<void> LintSession::read_lists() {
    auto read = each<catalogue::CourseGroup>([&](const catalogue::CourseGroup& group) {
        catalogue_.course_groups.push_back({group.id.value, group.key, group.courses});
    });
    if (!read) return read;
    return each<catalogue::LearningPath>([&](const catalogue::LearningPath& path) {
        catalogue_.paths.push_back({path.id.value, path.key, path.courses});
    });
}

// Ids of what shall be thought away: courses, or templates with all their courses.
Result<std::vector<std::int64_t>> LintSession::retired() {
    std::unordered_map<std::string_view, std::int64_t> ids;
    for (const auto& made : catalogue_.course_templates) ids[made.name] = made.id;
    for (const auto& course : catalogue_.courses) ids[course.name] = course.id;
    ids.erase(std::string_view());  // deleted
    std::vector<std::int64_t> retired;
    for (std::size_t i = 0; i < request_.retire.size(); ++i) {
        const auto found = ids.find(request_.retire[i]);
        if (found == ids.end()) {
            return Error{Status::not_found, "course.unknown"_code, {"/retire/" + std::to_string(i), {}, 0, 0}};
        }
        retired.push_back(found->second);
    }
    return retired;
}

void LintSession::count(const std::vector<Finding>& findings) {
    summary_.courses = static_cast<std::int64_t>(catalogue_.courses.size());
    summary_.course_templates = static_cast<std::int64_t>(catalogue_.course_templates.size());
    for (const Finding& finding : findings) {
        auto& total = finding.severity == Severity::error     ? summary_.errors
                      : finding.severity == Severity::warning ? summary_.warnings
                                                              : summary_.infos;
        ++total;
        // Findings of one code stand together.
        if (summary_.counts.empty() || summary_.counts.back().code != finding.code) {
            summary_.counts.push_back({finding.code, 0});
        }
        ++summary_.counts.back().count;
    }
}

// Everything in one go: what stems from one moment fits together.
Result<void> LintSession::check() {
    if (checked_) return {};
    const std::lock_guard lock(core_.mutex());
    if (auto head = core_.refresh_head(); !head) return head;
    const auto entries = core_.head().entries;
    catalogue_ = {};
    usual_.clear();
    subjects_.clear();
    if (auto read = read_courses(); !read) return read;
    if (auto read = read_lists(); !read) return read;
    auto without = retired();
    if (!without) return without.error();
    auto lint = prerequisites::lint(catalogue_, *without);
    if (auto head = core_.refresh_head(); !head) return head;
    summary_.moved = core_.head().entries != entries;
    summary_.not_compared = lint.not_compared;
    count(lint.findings);
    findings_ = std::move(lint.findings);
    checked_ = true;
    catalogue_ = {};
    usual_.clear();
    subjects_.clear();
    rules_.clear();
    return {};
}

Result<bool> LintSession::take(Chunk& chunk) {
    if (auto done = check(); !done) return done.error();
    if (handed_out_ == findings_.size()) return false;
    chunk = {"findings", {}};
    while (handed_out_ < findings_.size() && chunk.bytes.size() < largest_piece) {
        add_line(chunk.bytes, findings_[handed_out_++]);
    }
    return true;
}

Result<std::string> LintSession::finish() {
    if (auto done = check(); !done) return done.error();
    return to_json(summary_);
}

}  // namespace

Result<std::unique_ptr<Session>> begin_lint(Core& core, const SessionRequest& request) {
    return std::unique_ptr<Session>(std::make_unique<LintSession>(core, request));
}

}  // namespace provost::engine
