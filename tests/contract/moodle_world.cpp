// The adapter for Moodle keeps the contract.
#include "moodle_double.hpp"

#include <doctest/doctest.h>

namespace provost::contract {

lms::HttpAnswer MoodleWorld::throttled(const lms::HttpRequest& request) {
    // Moodle has no such answer; what stands before it has.
    lms::HttpAnswer answer;
    answer.id = request.id;
    answer.status = 429;
    answer.headers.push_back({"Retry-After", "30"});
    return answer;
}

bool MoodleWorld::quirk(LmsQuirk quirk) {
    switch (quirk) {
        case LmsQuirk::expired_token: moodle.token = "another"; return true;
        case LmsQuirk::missing_right: moodle.may_enrol = false; return true;
        // Accounts and enrolments have six fields each: the last of five falls off as a whole, so nothing is amiss.
        case LmsQuirk::cuts_silently: moodle.most_fields = 3 + 6 * 4; return true;
        case LmsQuirk::clock_behind: moodle.now = 1'800'000'000 - 600; return true;
        case LmsQuirk::copied_site: {
            // Whoever had an id hands it on to the next of his kind.
            const auto old = moodle;
            const auto next = [](const auto& all, int id) {
                const auto after = all.upper_bound(id);
                return after == all.end() ? all.begin()->first : after->first;
            };
            moodle.enrolments.clear();
            for (const auto& [id, user] : old.users) moodle.users[next(old.users, id)] = user;
            for (const auto& [id, course] : old.courses) moodle.courses[next(old.courses, id)] = course;
            for (const auto& [key, place] : old.enrolments) {
                moodle.enrolments[{next(old.courses, key.first), next(old.users, key.second)}] = place;
            }
            return true;
        }
    }
    return false;
}

void MoodleWorld::add_course(const std::string& course, const std::string& name) {
    moodle.courses[moodle.next_id++] = {course, name, true};
}

void MoodleWorld::add_account(const std::string& learner, const std::string& login, const std::string& email) {
    moodle.users[moodle.next_id++] = {login, email, "By", "Hand", learner, false};
}

void MoodleWorld::enrol_by_hand(const std::string& course, const std::string& learner) {
    moodle.enrolments[{moodle.course_of(course), moodle.user_of(learner)}] = {};
}

lms::Access MoodleWorld::access(const std::string& course, const std::string& learner) {
    const auto found = moodle.enrolments.find({moodle.course_of(course), moodle.user_of(learner)});
    if (found == moodle.enrolments.end()) return lms::Access::absent;
    return moodle.is_active(found->second) ? lms::Access::active : lms::Access::suspended;
}

std::set<std::string> MoodleWorld::groups(const std::string& course, const std::string& learner) {
    std::set<std::string> names;
    for (const auto& [id, group] : moodle.groups) {
        const bool in_it = group.members.contains(moodle.user_of(learner));
        if (group.course == moodle.course_of(course) && in_it) names.insert(group.name);
    }
    return names;
}

std::string MoodleWorld::family_name(const std::string& learner) {
    const auto found = moodle.users.find(moodle.user_of(learner));
    return found == moodle.users.end() ? std::string() : found->second.last_name;
}

bool MoodleWorld::has_duplicates() {
    std::map<std::string, int> seen;
    for (const auto& [id, user] : moodle.users) ++seen[user.id_number];
    return std::ranges::any_of(seen, [](const auto& row) { return row.second > 1; });
}

}  // namespace provost::contract

TEST_CASE("the adapter for Moodle keeps the contract") {
    provost::contract::check_lms([] { return std::make_unique<provost::contract::MoodleWorld>(); });
}
