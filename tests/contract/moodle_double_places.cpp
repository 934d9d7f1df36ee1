// The Moodle of the tests: enrolments, groups, cohorts and what was achieved.
#include "moodle_double.hpp"
#include "moodle_manners.hpp"

namespace provost::contract {

std::string MoodleDouble::enrol(Form form) {
    for (const auto& [at, element] : form["enrolments"].parts) {
        const int course = number_of(must(element, "courseid"));
        const int user = number_of(must(element, "userid"));
        if (!courses.contains(course)) throw MoodleException{"invalidparameter"};
        if (!may_enrol) throw MoodleException{"nopermissions"};
        if (!users.contains(user)) throw MoodleException{"invaliduser"};
        if (number_of(must(element, "roleid")) != 5) throw MoodleException{"wsusercannotassign"};
        if (!courses[course].has_manual) throw MoodleException{"wsnoinstance"};
        // Whatever is not told becomes what it is by default.
        Enrolment& enrolment = enrolments[{course, user}];
        enrolment.suspended = element["suspend"].value == "1";
        enrolment.from = element.has("timestart") ? number_of(element["timestart"].value) : 0;
        enrolment.until =
            element.has("timeend") && !element["timeend"].value.empty() ? std::stoll(element["timeend"].value) : 0;
    }
    return "null";
}

std::string MoodleDouble::unenrol(Form form) {
    for (const auto& [at, element] : form["enrolments"].parts) {
        const std::pair key{number_of(must(element, "courseid")), number_of(must(element, "userid"))};
        const auto found = enrolments.find(key);
        if (found != enrolments.end() && !found->second.by_other_method) enrolments.erase(found);
    }
    return "null";
}

std::string MoodleDouble::enrolled(Form form) const {
    const int course = number_of(form["courseid"].value);
    if (!courses.contains(course)) throw MoodleException{"invalidrecord"};
    bool only_suspended = false;
    for (const auto& [at, option] : form["options"].parts) only_suspended |= option["name"].value == "onlysuspended";
    return listed(enrolments, [&](const auto& key, const Enrolment& enrolment) {
        if (key.first != course || (only_suspended && is_active(enrolment))) return std::string();
        const User& user = users.at(key.second);
        std::string own;
        for (const auto& [id, group] : groups) {
            if (group.course != course || !group.members.contains(key.second)) continue;
            own += (own.empty() ? "" : ",") + (R"({"name":)" + quoted(escaped(group.name))) + "}";
        }
        return R"({"id":)" + std::to_string(key.second) + R"(,"username":)" + quoted(user.username) +
               R"(,"idnumber":)" + quoted(user.id_number) + R"(,"groups":[)" + own + "]}";
    });
}

std::string MoodleDouble::course_groups(Form form) const {
    const int course = number_of(form["courseid"].value);
    return listed(groups, [&](int id, const Group& group) {
        if (group.course != course) return std::string();
        return R"({"id":)" + std::to_string(id) + R"(,"name":)" + quoted(escaped(group.name)) + R"(,"idnumber":)" +
               quoted(group.id_number) + "}";
    });
}

std::string MoodleDouble::create_groups(Form form) {
    std::string made;
    for (const auto& [at, element] : form["groups"].parts) {
        const Group group{number_of(must(element, "courseid")), must(element, "name"), element["idnumber"].value, {}};
        for (const auto& [id, other] : groups) {
            if (other.course == group.course && other.name == group.name) throw MoodleException{"invalidparameter"};
        }
        groups[next_id] = group;
        made += (made.empty() ? "" : ",") + (R"({"id":)" + std::to_string(next_id++)) + "}";
    }
    return "[" + made + "]";
}

std::string MoodleDouble::group_members(Form form, bool add) {
    for (const auto& [at, element] : form["members"].parts) {
        const int user = number_of(must(element, "userid"));
        const auto group = groups.find(number_of(must(element, "groupid")));
        if (group == groups.end()) throw MoodleException{"invalidrecord"};
        if (add && !enrolments.contains({group->second.course, user})) throw MoodleException{"invalidparameter"};
        if (add) {
            group->second.members.insert(user);
        } else {
            group->second.members.erase(user);
        }
        const bool in_one = std::ranges::any_of(groups, [&](const auto& other) {
            return other.second.course == group->second.course && other.second.members.contains(user);
        });
        was_without_group |= !in_one;
    }
    return "null";
}

std::string MoodleDouble::search_cohorts(Form form) const {
    const std::string query = form["query"].value;
    const auto rows = listed(cohorts, [&](int id, const Cohort& cohort) {
        if (cohort.id_number.find(query) == query.npos) return std::string();
        return R"({"id":)" + std::to_string(id) + R"(,"idnumber":)" + quoted(cohort.id_number) + "}";
    });
    return R"({"cohorts":)" + rows + "}";
}

std::string MoodleDouble::cohort_members(Form form, bool add) {
    std::string warnings;
    for (const auto& [at, element] : form["members"].parts) {
        const auto cohort =
            cohorts.find(number_of(add ? element["cohorttype"]["value"].value : must(element, "cohortid")));
        const int user = number_of(add ? element["usertype"]["value"].value : must(element, "userid"));
        const bool there = cohort != cohorts.end() && users.contains(user);
        if (!there || (add && cohort->second.members.contains(user))) {
            warnings +=
                std::string(warnings.empty() ? "" : ",") + R"({"warningcode":")" + (there ? "3" : "2") + R"("})";
        } else if (add) {
            cohort->second.members.insert(user);
        } else {
            cohort->second.members.erase(user);
        }
    }
    return R"({"warnings":[)" + warnings + "]}";
}

std::string MoodleDouble::list_cohort(Form form) const {
    const int id = number_of(form["cohortids"]["0"].value);
    std::string members;
    for (const int user : cohorts.at(id).members) members += (members.empty() ? "" : ",") + std::to_string(user);
    return R"([{"cohortid":)" + std::to_string(id) + R"(,"userids":[)" + members + "]}]";
}

std::string MoodleDouble::grade_items(Form form) const {
    const int course = number_of(form["courseid"].value);
    const auto rows = listed(grades, [&](const auto& key, const std::string& items) {
        const auto enrolment = enrolments.find(key);
        if (key.first != course || enrolment == enrolments.end() || !is_active(enrolment->second)) return std::string();
        return R"({"userid":)" + std::to_string(key.second) + R"(,"useridnumber":)" +
               quoted(users.at(key.second).id_number) + R"(,"gradeitems":)" + items + "}";
    });
    return R"({"usergrades":)" + rows + R"(,"warnings":[]})";
}

std::string MoodleDouble::completion(Form form) const {
    const std::pair key{number_of(form["courseid"].value), number_of(form["userid"].value)};
    const auto enrolment = enrolments.find(key);
    if (enrolment == enrolments.end() || !is_active(enrolment->second)) throw MoodleException{"usernotenroled"};
    if (completed.empty()) throw MoodleException{"nocriteriaset"};
    const auto found = completed.find(key);
    const bool done = found != completed.end();
    return std::string(R"({"completionstatus":{"completed":)") + (done ? "true" : "false") +
           R"(,"completions":[{"type":4,"timecompleted":)" + (done ? std::to_string(found->second) : "null") + "}]}}";
}

}  // namespace provost::contract
