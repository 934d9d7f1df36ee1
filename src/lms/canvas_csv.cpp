// The traps of Canvas's SIS import: values are stripped, so blanks at the ends are lost; an account without a name is
// named by its login; dates of an enrolment take effect only when both are given, and empty ones clear those there are;
// a status that is left out is no status.
#include "lms/canvas_csv.hpp"

#include "base/sha256.hpp"
#include "lms/drop_names.hpp"

namespace provost::lms {

namespace {

bool has_outer_blank(std::string_view text) {
    return !text.empty() && (text.front() == ' ' || text.back() == ' ' || text.front() == '\t' || text.back() == '\t');
}

std::string_view status_of(Access access) {
    switch (access) {
        case Access::active: return "active";
        case Access::suspended: return "inactive";
        case Access::absent: return "deleted";
    }
    return {};
}

}  // namespace

std::string CanvasCsv::add(const Action& action) {
    if (has_outer_blank(action.learner) || has_outer_blank(action.course) || has_outer_blank(action.login)) {
        return "an id begins or ends with a blank, which the import takes away";
    }
    if (action.container == Container::cohort) return "Canvas has no cohorts";
    if (action.kind == ActionKind::upsert_learner) return add_user(action);
    if (action.kind == ActionKind::upsert_enrolment) return add_enrolment(action);
    return action.kind == ActionKind::link_course ? "" : "an import can not look anything up";
}

// Accounts are suspended, never deleted: with the last login all enrolments would go.
std::string CanvasCsv::add_user(const Action& action) {
    if (action.learner.empty() || action.login.empty()) return "an account needs an external id and a login";
    const bool is_named = !action.first_name.empty() || !action.family_name.empty();
    const bool is_whole = !action.first_name.empty() && !action.family_name.empty();
    const auto full = is_whole ? action.first_name + " " + action.family_name : action.first_name + action.family_name;
    const auto sortable = is_whole ? action.family_name + ", " + action.first_name : full;
    users_.add({action.learner, action.login, action.suspended.value_or(false) ? "suspended" : "active",
                action.first_name, action.family_name, is_named ? full : action.login,
                is_named ? sortable : action.login, action.email});
    return {};
}

// Sections are known by an id, and the action has a name: the id follows from course and name.
std::string CanvasCsv::section_of(const std::string& course, const std::string& name) {
    auto id = "provost-" + to_hex(sha256(course + '\x1f' + name), 12);
    if (known_.insert(id).second) sections_.add({id, course, name, "active"});
    return id;
}

std::string CanvasCsv::add_enrolment(const Action& action) {
    if (action.groups.size() > 1) return "an enrolment is in one section";
    if (action.learner.empty() || action.course.empty()) return "an enrolment needs a course and a learner";
    if (action.course == action.course_remote_id) return "the import knows courses by their SIS ids alone";
    const bool has_both = action.from && action.until;
    const auto from = has_both ? to_text(*action.from) : std::string();
    const auto until = has_both ? to_text(*action.until) : std::string();
    const auto section = action.groups.empty() ? std::string() : section_of(action.course, action.groups.front());
    enrolments_.add(
        {action.course, section, action.learner, "student", std::string(status_of(action.access)), from, until});
    for (const std::string& old : action.leave_groups) {
        if (action.access != Access::active || (!action.groups.empty() && old == action.groups.front())) continue;
        // Behind the new one: deleted while another enrolment is active, else only concluded.
        enrolments_.add({action.course, section_of(action.course, old), action.learner, "student",
                         "deleted_last_completed", "", ""});
    }
    return {};
}

std::vector<DropFile> CanvasCsv::files(const std::string& connection, Instant moment) const {
    std::string when;
    for (const char c : to_text(std::chrono::floor<std::chrono::seconds>(moment))) {
        if (c != '-' && c != ':') when += c;
    }
    std::vector<DropFile> files;
    const auto add = [&](const std::string& what, const DropColumns& columns) {
        if (columns.rows() > 0) files.push_back({what + "_" + connection + "_" + when + ".csv", columns.text()});
    };
    add("users", users_);
    add("sections", sections_);
    add("enrollments", enrolments_);
    return files;
}

}  // namespace provost::lms
