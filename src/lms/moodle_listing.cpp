// Step by step: find the courses, read who is enrolled, then what was asked for.
#include "lms/moodle_listing.hpp"

#include "base/list_text.hpp"

namespace provost::lms {

namespace {

// What the service must hold for all that this adapter does.
constexpr auto needed = std::to_array<std::string_view>({
    "core_webservice_get_site_info",
    "core_user_get_users_by_field",
    "core_user_create_users",
    "core_user_update_users",
    "core_course_get_courses",
    "core_course_get_courses_by_field",
    "enrol_manual_enrol_users",
    "enrol_manual_unenrol_users",
    "core_enrol_get_enrolled_users",
    "core_group_get_course_groups",
    "core_group_create_groups",
    "core_group_add_group_members",
    "core_group_delete_group_members",
    "core_cohort_search_cohorts",
    "core_cohort_add_cohort_members",
    "core_cohort_delete_cohort_members",
    "core_cohort_get_cohort_members",
    "gradereport_user_get_grade_items",
    "core_completion_get_course_completion_status",
});

std::optional<Instant> moment(const JsonTree& seconds) {
    const auto count = whole(seconds.text);
    if (!count || *count <= 0) return std::nullopt;
    const Instant at{std::chrono::seconds(*count)};
    return can_be_written(at) ? std::optional(at) : std::nullopt;
}

bool is_known(std::string_view listing) {
    return listing == "courses" || listing == "enrolments" || listing == "results";
}

// What a grade book and completion are told with; an account without an id number is told apart by its username.
std::string learner_of(const Roster::Entry& entry) {
    return entry.id_number.empty() ? "@" + entry.username : entry.id_number;
}

}  // namespace

MoodleListing::MoodleListing(MoodleDesk desk, ListingAsk ask) : desk_(desk), ask_(std::move(ask)) {
    std::vector<std::string> keys = std::move(ask_.courses);
    if (!ask_.course.empty()) keys.insert(keys.begin(), ask_.course);
    for (std::string& key : keys) {
        ListedCourse& course = courses_.emplace_back();
        course.key = std::move(key);
        course.is_cohort = course.key.starts_with(cohort_prefix) && ask_.listing == "enrolments";
    }
}

bool MoodleListing::next() {
    const bool everything = ask_.listing == "courses" && courses_.empty();
    while (step_ < 6) {
        switch (step_++) {
            case 0:
                if (ask_.listing == "check") {
                    check();
                } else if (everything) {
                    list_all_courses();
                } else if (is_known(ask_.listing) && !courses_.empty()) {
                    search();
                } else {
                    refuse();
                }
                break;
            case 1:
                for (ListedCourse& course : courses_) settle_search(course);
                list_places();
                break;
            case 2:
                for (ListedCourse& course : courses_) tell_names(course);
                break;
            case 3:
                for (ListedCourse& course : courses_) list_grades(course);
                break;
            case 4:
                for (ListedCourse& course : courses_) list_completion(course);
                break;
            default:
                for (const ListedCourse& course : courses_) end(course);
        }
        if (!desk_.calls.idle()) return true;
    }
    return false;
}

void MoodleListing::end_all(const Trouble& trouble, std::int64_t rows, std::string about) {
    desk_.findings.ends.push_back({ask_.listing,
                                   {},
                                   {},
                                   !trouble,
                                   rows,
                                   trouble.error,
                                   shortened(trouble.problem, 500),
                                   trouble.retry_after,
                                   std::move(about)});
}

// Who is enrolled, and what they achieved, is read course by course.
void MoodleListing::refuse() {
    courses_.clear();
    const bool known = is_known(ask_.listing);
    end_all(known ? Trouble{ErrorClass::invalid, "Say which courses.", {}}
                  : Trouble{ErrorClass::unsupported, "There is no such listing.", {}},
            0);
}

void MoodleListing::check() {
    desk_.calls.call("core_webservice_get_site_info", {}, false, [this](const MoodleReply& reply) {
        Trouble trouble = Trouble::of(reply);
        std::string missing;
        for (const std::string_view function : needed) {
            const auto& has = reply.body["functions"].items;
            const bool there =
                std::ranges::any_of(has, [&](const JsonTree& row) { return row["name"].text == function; });
            if (!there) add_to_list(missing, function);
        }
        if (!trouble && !missing.empty()) trouble = {ErrorClass::forbidden, "The service lacks " + missing, {}};
        const std::string about = "Moodle " + reply.body["release"].text + ", " + reply.body["siteurl"].text +
                                  ", account " + reply.body["username"].text;
        end_all(trouble, 0, reply.is_right() ? shortened(about, 500) : std::string());
    });
}

void MoodleListing::list_course(const JsonTree& course) {
    ObservedCourse row;
    row.course = course["id"].text;
    row.id_number = shortened(course["idnumber"].text, 100);
    row.short_name = shortened(course["shortname"].text, 255);
    row.name = shortened(course["fullname"].text, 1000);
    row.starts_at = moment(course["startdate"]);
    row.ends_at = moment(course["enddate"]);
    desk_.findings.courses.push_back(std::move(row));
}

void MoodleListing::list_all_courses() {
    desk_.calls.call("core_course_get_courses", {}, false, [this](const MoodleReply& reply) {
        std::int64_t rows = 0;
        for (const JsonTree& course : reply.body.items) {
            if (course["format"].text == "site") continue;  // the front page is a course, too
            list_course(course);
            ++rows;
        }
        end_all(Trouble::of(reply), rows);
    });
}

void MoodleListing::search() {
    for (ListedCourse& course : courses_) {
        if (course.is_cohort) {
            course.key.erase(0, cohort_prefix.size());
            search_cohort(desk_.calls, course);
        } else {
            search_course(desk_.calls, course);
        }
    }
}

void MoodleListing::list_places() {
    for (ListedCourse& course : courses_) {
        if (ask_.listing == "courses") {
            if (course.id.empty()) continue;
            find_courses(desk_.calls, "id", course.id, [this, &course](const MoodleReply& reply) {
                course.trouble = Trouble::of(reply);
                course.rows = reply.body["courses"].items.size();
                for (const JsonTree& found : reply.body["courses"].items) list_course(found);
            });
        } else if (!course.trouble && course.is_cohort) {
            read_members(desk_.calls, course.id, course.roster);
        } else if (!course.trouble) {
            read_roster(desk_.calls, course.id, course.roster);
        }
    }
}

// Members of a cohort come as ids alone.
void MoodleListing::tell_names(ListedCourse& course) {
    if (!course.is_cohort || course.roster.entries.empty()) return;
    Bulk bulk;
    bulk.function = "core_user_get_users_by_field";
    bulk.changes = false;
    bulk.write = [&course](Form& form, std::size_t at, std::size_t thing) {
        if (at == 0) form.add("field", "id");
        form.add("values[" + std::to_string(at) + "]", course.roster.entries[thing].user);
    };
    bulk.done = [&course](std::size_t, std::size_t thing, const MoodleReply& reply) {
        Roster::Entry& entry = course.roster.entries[thing];
        for (const JsonTree& user : reply.body.items) {
            if (user["id"].text != entry.user) continue;
            entry.id_number = user["idnumber"].text;
            entry.username = user["username"].text;
        }
    };
    bulk.refused = [&course](std::size_t, const MoodleReply& reply) { course.roster.trouble = Trouble::of(reply); };
    std::vector<std::size_t> all(course.roster.entries.size());
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
    desk_.calls.bulk(std::move(bulk), std::move(all), 200);
}

void MoodleListing::list_enrolments(const ListedCourse& course) {
    for (const Roster::Entry& entry : course.roster.entries) {
        Observed row;
        row.course = course.key;
        row.learner = learner_of(entry);
        row.access = entry.active ? Access::active : Access::suspended;
        row.container = course.is_cohort ? Container::cohort : Container::course;
        row.remote_id = entry.user;
        row.groups = entry.groups;
        desk_.findings.enrolments.push_back(std::move(row));
    }
}

void MoodleListing::list_grades(ListedCourse& course) {
    if (ask_.listing != "results" || course.trouble || course.roster.trouble) return;
    Form form;
    form.add("courseid", course.id);
    form.add("userid", 0);
    course.latest = whole(ask_.cursor).value_or(0);
    // Whose clock went back a little, or who was graded while the last listing was under way.
    const std::int64_t from = course.latest - 300;
    desk_.calls.call("gradereport_user_get_grade_items", form, false, [this, &course, from](const MoodleReply& reply) {
        course.trouble = Trouble::of(reply);
        const auto before = desk_.findings.results.size();
        for (const JsonTree& user : reply.body["usergrades"].items) {
            const auto* entry = course.roster.find(user["userid"].text);
            read_grades(user, entry == nullptr ? std::string() : entry->username, from, course, desk_.findings.results);
        }
        course.rows += desk_.findings.results.size() - before;
    });
}

// Moodle tells completion of one learner a call. The first answer tells whether the course counts it at all.
void MoodleListing::list_completion(ListedCourse& course) {
    if (ask_.listing != "results" || !desk_.options.completion || course.trouble || course.roster.trouble) return;
    for (std::size_t i = 0; i < course.roster.entries.size(); ++i) {
        if (course.roster.entries[i].active) return ask_completion(course, i);
    }
}

void MoodleListing::ask_completion(ListedCourse& course, std::size_t entry) {
    Form form;
    form.add("courseid", course.id);
    form.add("userid", course.roster.entries[entry].user);
    const auto then = [this, &course, entry](const MoodleReply& reply) {
        if (reply.code == "nocriteriaset") return;
        const Roster::Entry& learner = course.roster.entries[entry];
        const JsonTree& status = reply.body["completionstatus"];
        if (is_true(status["completed"])) {
            std::int64_t latest = 0;
            for (const JsonTree& row : status["completions"].items) {
                latest = std::max(latest, whole(row["timecompleted"].text).value_or(0));
            }
            ObservedResult result;
            result.event_id = "c-" + course.id + "-" + learner.user;
            result.course = course.key;
            result.learner = learner.id_number;
            result.login = learner.username;
            result.completed = true;
            if (latest > 0) result.at = Instant{std::chrono::seconds(latest)};
            desk_.findings.results.push_back(std::move(result));
            ++course.rows;
        }
        // Who was suspended or left meanwhile is no trouble.
        if (!reply.is_right() && reply.code != "usernotenroled") course.trouble = Trouble::of(reply);
        for (std::size_t next = entry + 1; !course.trouble && next < course.roster.entries.size(); ++next) {
            if (course.roster.entries[next].active) return ask_completion(course, next);
        }
    };
    desk_.calls.call("core_completion_get_course_completion_status", form, false, then);
}

void MoodleListing::end(const ListedCourse& course) {
    const bool gone = ask_.listing == "courses" && course.trouble.error == ErrorClass::not_found;
    if (gone) {
        ObservedCourse row;
        row.course = course.key;
        row.deleted = true;
        desk_.findings.courses.push_back(std::move(row));
    }
    const Trouble trouble = gone ? Trouble{} : course.trouble ? course.trouble : course.roster.trouble;
    const bool lists_places = ask_.listing == "enrolments";
    if (lists_places && !trouble) list_enrolments(course);
    ListingEnd end;
    end.listing = ask_.listing;
    end.course = course.key;
    end.complete = !trouble;
    end.rows = static_cast<std::int64_t>(lists_places ? course.roster.entries.size() : gone ? 1 : course.rows);
    if (trouble && lists_places) end.rows = 0;
    end.error = trouble.error;
    end.problem = shortened(trouble.problem, 500);
    end.retry_after = trouble.retry_after;
    const auto next = course.hidden > 0 ? std::min(course.hidden, course.latest) : course.latest;
    if (ask_.listing == "results") end.cursor = trouble ? ask_.cursor : std::to_string(next);
    desk_.findings.ends.push_back(std::move(end));
}

std::unique_ptr<MoodleWork> moodle_listing(MoodleDesk desk, ListingAsk ask) {
    return std::make_unique<MoodleListing>(desk, std::move(ask));
}

}  // namespace provost::lms
