// Readings that actions and listings share.
#include "lms/moodle_work.hpp"

namespace provost::lms {

namespace {

Form roster_form(std::string_view course_id, bool only_suspended) {
    Form form;
    form.add("courseid", course_id);
    // Without it every learner comes with thirty fields and all his courses.
    form.add("options[0][name]", "userfields");
    form.add("options[0][value]", only_suspended ? "id,username,idnumber" : "id,username,idnumber,groups");
    if (only_suspended) {
        form.add("options[1][name]", "onlysuspended");
        form.add("options[1][value]", 1);
    }
    return form;
}

Roster::Entry entry_of(const JsonTree& user, bool active) {
    Roster::Entry entry{user["id"].text, user["idnumber"].text, user["username"].text, active, {}};
    for (const JsonTree& group : user["groups"].items) {
        entry.groups.push_back(unescaped(group["name"].text));
    }
    return entry;
}

// Both lists are in ascending order of id, so one pass is enough; who came in between is added.
void mark_suspended(Roster& roster, const std::vector<JsonTree>& users) {
    std::unordered_map<std::string_view, const JsonTree*> suspended;
    for (const JsonTree& user : users) suspended.emplace(user["id"].text, &user);
    for (Roster::Entry& entry : roster.entries) entry.active = suspended.erase(entry.user) == 0;
    for (const JsonTree& user : users) {
        if (suspended.contains(user["id"].text)) roster.entries.push_back(entry_of(user, false));
    }
}

}  // namespace

void read_roster(MoodleCalls& calls, std::string_view course_id, Roster& roster) {
    const std::string id(course_id);
    calls.call("core_enrol_get_enrolled_users", roster_form(id, false), false,
               [&calls, &roster, id](const MoodleReply& all) {
                   roster.trouble = Trouble::of(all);
                   if (!all.is_right()) return;
                   for (const JsonTree& user : all.body.items) roster.entries.push_back(entry_of(user, true));
                   calls.call("core_enrol_get_enrolled_users", roster_form(id, true), false,
                              [&roster](const MoodleReply& suspended) {
                                  roster.trouble = Trouble::of(suspended);
                                  if (suspended.is_right()) mark_suspended(roster, suspended.body.items);
                              });
               });
}

void find_courses(MoodleCalls& calls, std::string_view field, std::string_view value, MoodleCalls::Then then) {
    Form form;
    form.add("field", field);
    form.add("value", value);
    calls.call("core_course_get_courses_by_field", form, false, std::move(then));
}

void search_course(MoodleCalls& calls, MoodlePlace& place) {
    const auto note = [&place](std::string_view member) {
        return [&place, member](const MoodleReply& reply) {
            if (!reply.is_right()) place.trouble = Trouble::of(reply);
            for (const JsonTree& found : reply.body["courses"].items) {
                const std::string& id = found["id"].text;
                // The number is shown only to those who may change the course; some databases ignore its case.
                if (found.has(member) && found[member].text != place.key) continue;
                if (std::ranges::find(place.candidates, id) == place.candidates.end()) place.candidates.push_back(id);
            }
        };
    };
    find_courses(calls, "idnumber", place.key, note("idnumber"));
    if (is_number(place.key)) find_courses(calls, "id", place.key, note("id"));
}

void settle_search(MoodlePlace& place) {
    if (!place.id.empty() || place.trouble) return;
    if (place.candidates.size() == 1) place.id = place.candidates.front();
    if (place.candidates.empty()) place.trouble = {ErrorClass::not_found, "There is no such course.", {}};
    if (place.candidates.size() > 1) {
        place.trouble = {ErrorClass::conflict, "One course has this id, another this id number.", {}};
    }
}

void search_cohort(MoodleCalls& calls, MoodlePlace& place) {
    Form form;
    form.add("query", place.key);
    form.add("context[contextid]", 1);  // the whole site
    form.add("includes", "all");
    form.add("limitnum", 1000);
    calls.call("core_cohort_search_cohorts", form, false, [&place](const MoodleReply& reply) {
        place.trouble = Trouble::of(reply);
        for (const JsonTree& found : reply.body["cohorts"].items) {
            if (found["idnumber"].text == place.key) place.id = found["id"].text;
        }
        if (reply.is_right() && place.id.empty()) {
            place.trouble = {ErrorClass::not_found, "There is no such cohort.", {}};
        }
    });
}

void read_members(MoodleCalls& calls, std::string_view cohort_id, Roster& roster) {
    Form form;
    form.add("cohortids[0]", cohort_id);
    calls.call("core_cohort_get_cohort_members", form, false, [&roster](const MoodleReply& reply) {
        roster.trouble = Trouble::of(reply);
        for (const JsonTree& cohort : reply.body.items) {
            for (const JsonTree& user : cohort["userids"].items) {
                roster.entries.push_back({user.text, {}, {}, true, {}});
            }
        }
    });
}

}  // namespace provost::lms
