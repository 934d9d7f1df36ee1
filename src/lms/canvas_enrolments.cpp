// Enrolments in Canvas. What is there is looked at before anything is made: enrolling twice may make two rows.
#include "lms/canvas.hpp"
#include "lms/outcomes.hpp"

namespace provost::lms {

namespace {

bool gives_access(std::string_view state) { return state == "active"; }
// May become access without anybody here: an invitation can be accepted.
bool is_open(std::string_view state) {
    return state == "active" || state == "invited" || state == "creation_pending" || state == "creation-pending";
}
bool is_there(std::string_view state) { return !state.empty() && state != "deleted" && state != "rejected"; }

// All states are asked for by name: what a list holds without that depends on who asks.
std::string path_of_enrolments(const std::string& course, const Action& action) {
    Form query;
    query.add("type[]", "StudentEnrollment");
    for (const char* state : {"active", "invited", "creation_pending", "inactive", "completed"}) {
        query.add("state[]", state);
    }
    query.add("sis_user_id[]", action.learner).add("per_page", "100");
    return "/api/v1/courses/" + encoded(course) + "/enrollments?" + query.body();
}

Access access_of(const std::vector<JsonTree>& rows) {
    Access access = Access::absent;
    for (const JsonTree& row : rows) {
        const auto state = row["enrollment_state"].word();
        if (gives_access(state)) return Access::active;
        if (is_there(state)) access = Access::suspended;
    }
    return access;
}

// Where Provost's own is not known all are its own.
std::pair<std::vector<JsonTree>, std::vector<JsonTree>> own_and_others(const Action& action,
                                                                       const std::vector<JsonTree>& rows) {
    std::vector<JsonTree> own, others;
    for (const JsonTree& row : rows) {
        const bool is_own = action.enrolment_remote_id.empty() || row["id"].word() == action.enrolment_remote_id;
        (is_own ? own : others).push_back(row);
    }
    return {std::move(own), std::move(others)};
}

ActionOutcome agreed(const Action& action, bool changed, std::string id) {
    auto outcome = done(action, changed, std::move(id));
    outcome.observed = action.access;
    return outcome;
}

}  // namespace

void Canvas::work_on_enrolment(const Action& action) {
    if (action.container == Container::cohort) {
        return settle(action, {}, failed(action, ErrorClass::unsupported, "Canvas has no cohorts"));
    }
    if (action.groups.size() > 1) {
        return settle(action, {}, failed(action, ErrorClass::unsupported, "an enrolment is in one section"));
    }
    resolve(action.course, [this, action](const CanvasReply& found, const std::string& course) {
        if (found.failed()) return settle(action, found, {});
        collect(path_of_enrolments(course, action), [this, action, course](const CanvasReply& reply, const Rows& rows) {
            if (reply.failed()) return settle(action, reply, {});
            decide(action, course, rows);
        });
    });
}

// WIS-EE-11: of the rows of a learner the one that Provost made is looked at and ended, those in other sections are
// not.
void Canvas::decide(const Action& action, const std::string& course, const Rows& rows) {
    const auto [own, others] = own_and_others(action, rows);
    if (action.kind == ActionKind::look_up_enrolment) {
        auto outcome = done(action, false, {});
        outcome.observed = access_of(own);
        return settle(action, {}, std::move(outcome));
    }
    std::vector<Seen> seen;
    const bool grants = action.access == Access::active;
    for (const JsonTree& row : grants ? rows : own) {
        seen.push_back({std::string(row["id"].word()), std::string(row["enrollment_state"].word()),
                        std::string(row["course_section_id"].word())});
    }
    if (grants) return grant(action, course, seen);
    if (access_of(others) == Access::active && access_of(own) != Access::active) {
        return settle(action, {}, failed(action, ErrorClass::conflict, "another enrolment in the course keeps access"));
    }
    if (action.access == Access::absent) return end_all(action, course, "delete", std::move(seen), false);
    if (!std::ranges::any_of(seen, [](const Seen& one) { return is_there(one.state); })) {
        return enrol(action, course, {}, "inactive", [this, action](const CanvasReply& reply, const std::string& id) {
            settle(action, reply, agreed(action, true, id));
        });
    }
    std::erase_if(seen, [](const Seen& one) { return !is_open(one.state); });
    end_all(action, course, "inactivate", std::move(seen), false);
}

// Ends what is still open, one after the other. The task is always named: without it Canvas concludes the enrolment.
void Canvas::end_all(const Action& action, const std::string& course, const std::string& task, std::vector<Seen> open,
                     bool changed) {
    if (open.empty()) return settle(action, {}, agreed(action, changed, {}));
    const auto path =
        "/api/v1/courses/" + encoded(course) + "/enrollments/" + encoded(open.back().id) + "?task=" + task;
    open.pop_back();
    send("DELETE", path, {}, [this, action, course, task, open](const CanvasReply& reply) {
        if (reply.failed() && reply.error != ErrorClass::not_found) return settle(action, reply, {});
        end_all(action, course, task, open, true);
    });
}

// The names of the sections to be in and to leave become ids; then access is granted.
void Canvas::grant(const Action& action, const std::string& course, const std::vector<Seen>& seen) {
    const auto with_section = [this, action, course, seen](const CanvasReply& reply, const std::string& section) {
        if (reply.failed()) return settle(action, reply, {});
        if (action.leave_groups.empty()) return grant_in(action, course, section, seen, {});
        find_section(course, action.leave_groups.front(), false,
                     [=, this](const CanvasReply& found, const std::string&) {
                         if (found.failed()) return settle(action, found, {});
                         std::vector<std::string> old;
                         for (const std::string& name : action.leave_groups) {
                             const auto known = sections_[course].find(name);
                             if (known != sections_[course].end() && known->second != section)
                                 old.push_back(known->second);
                         }
                         grant_in(action, course, section, seen, old);
                     });
    };
    if (action.groups.empty()) return with_section({}, {});
    find_section(course, action.groups.front(), true, with_section);
}

void Canvas::grant_in(const Action& action, const std::string& course, const std::string& section,
                      const std::vector<Seen>& seen, const std::vector<std::string>& leave_ids) {
    const Seen* best = nullptr;
    const auto value = [](const Seen& one) { return one.state == "active" ? 2 : one.state == "inactive" ? 1 : 0; };
    std::vector<Seen> old;
    for (const Seen& one : seen) {
        const bool leaves = std::ranges::find(leave_ids, one.section) != leave_ids.end();
        if (leaves) old.push_back(one);
        if (leaves || (!section.empty() && one.section != section)) continue;
        if (best == nullptr || value(one) > value(*best)) best = &one;
    }
    if (best != nullptr && best->state == "active") return leave(action, course, best->id, false, old);
    const ThenId granted = [this, action, course, old](const CanvasReply& reply, const std::string& id) {
        if (reply.failed()) return settle(action, reply, {});
        leave(action, course, id, true, old);
    };
    if (best == nullptr || best->state != "inactive") return enrol(action, course, section, "active", granted);
    const auto id = best->id;
    send("PUT", "/api/v1/courses/" + encoded(course) + "/enrollments/" + encoded(id) + "/reactivate", {},
         [id, granted](const CanvasReply& reply) { granted(reply, id); });
}

// A section is left only once the learner is in the other one: never is he in none. [WIS-LNK-07]
void Canvas::leave(const Action& action, const std::string& course, const std::string& kept, bool changed,
                   std::vector<Seen> old) {
    std::erase_if(old, [&](const Seen& one) { return one.id == kept; });
    if (old.empty()) return settle(action, {}, agreed(action, changed, kept));
    end_all(action, course, "delete", std::move(old), true);
}

// The state is always named: without it Canvas only invites. Nobody gets mail.
void Canvas::enrol(const Action& action, const std::string& course, const std::string& section,
                   const std::string& state, const ThenId& then) {
    Form form;
    form.add("enrollment[user_id]", "sis_user_id:" + action.learner).add("enrollment[type]", "StudentEnrollment");
    form.add("enrollment[enrollment_state]", state).add("enrollment[notify]", "false");
    const std::string path =
        section.empty() ? "/api/v1/courses/" + encoded(course) : "/api/v1/sections/" + encoded(section);
    send("POST", path + "/enrollments", form, [then, state](const CanvasReply& reply) {
        const std::string id(reply.body["id"].word());
        const auto made = reply.body["enrollment_state"].word();
        if (reply.failed() || made == state) return then(reply, id);
        CanvasReply other;
        other.error = ErrorClass::conflict;
        other.problem = "the enrolment became " + std::string(made) + " instead of " + state;
        then(other, id);
    });
}

// The id of a section of that name; empty when there is none and none shall be made.
void Canvas::find_section(const std::string& course, const std::string& name, bool make, const ThenId& then) {
    const auto path = "/api/v1/courses/" + encoded(course) + "/sections";
    const auto known = [this, course, name, make, then, path] {
        const auto found = sections_[course].find(name);
        if (found != sections_[course].end()) return then({}, found->second);
        if (!make) return then({}, {});
        Form form;
        form.add("course_section[name]", name);
        send("POST", path, form, [this, course, name, then](const CanvasReply& reply) {
            const std::string id(reply.body["id"].word());
            if (!reply.failed()) sections_[course][name] = id;
            then(reply, id);
        });
    };
    if (sections_.contains(course) && (sections_[course].contains(name) || !make)) return known();
    collect(path + "?per_page=100", [this, course, then, known](const CanvasReply& reply, const Rows& rows) {
        if (reply.failed()) return then(reply, {});
        auto& sections = sections_[course];
        for (const JsonTree& row : rows) sections.emplace(row["name"].word(), row["id"].word());
        known();
    });
}

}  // namespace provost::lms
