// Enrolments, groups and cohorts, and reading back what became of them.
#include "lms/moodle_batch.hpp"

namespace provost::lms {

namespace {

// Moodle counts whole seconds from 1970; 0 is none.
std::int64_t seconds(const std::optional<Instant>& moment) {
    if (!moment) return 0;
    return std::max<std::int64_t>(0, std::chrono::floor<std::chrono::seconds>(*moment).time_since_epoch().count());
}

bool asks_groups(const MoodleJob& job) {
    return job.sent && job.action.container == Container::course &&
           !(job.action.groups.empty() && job.action.leave_groups.empty());
}

}  // namespace

bool MoodleBatch::is_ready(const MoodleJob& job) const {
    return !target_of(job).trouble && !accounts_[job.account].trouble && !accounts_[job.account].id.empty();
}

std::vector<std::size_t> MoodleBatch::places(Container container, bool taken_away) const {
    std::vector<std::size_t> jobs;
    for (std::size_t i = 0; i < jobs_.size(); ++i) {
        const Action& action = jobs_[i].action;
        if (action.kind != ActionKind::upsert_enrolment || action.container != container || !is_ready(jobs_[i]))
            continue;
        // A member of a cohort can not be suspended.
        const bool goes =
            action.access == Access::absent || (container == Container::cohort && action.access == Access::suspended);
        if (goes == taken_away) jobs.push_back(i);
    }
    return jobs;
}

void MoodleBatch::carry_out(std::string function, const std::vector<std::size_t>& jobs,
                            std::function<void(Form&, std::size_t, const MoodleJob&)> write) {
    Bulk bulk;
    bulk.function = std::move(function);
    bulk.write = [this, write = std::move(write)](Form& form, std::size_t at, std::size_t thing) {
        write(form, at, jobs_[thing]);
    };
    bulk.done = [this](std::size_t, std::size_t thing, const MoodleReply&) { jobs_[thing].sent = true; };
    bulk.refused = [this](std::size_t thing, const MoodleReply& reply) { jobs_[thing].trouble = Trouble::of(reply); };
    desk_.calls.bulk(std::move(bulk), jobs);
}

// Each call states the whole enrolment: what is left out Moodle sets to active and to no window.
void MoodleBatch::enrol() {
    carry_out("enrol_manual_enrol_users", places(Container::course, false),
              [this](Form& form, std::size_t at, const MoodleJob& job) {
                  const Action& action = job.action;
                  form.add(field_of("enrolments", at, "roleid"), desk_.options.role);
                  form.add(field_of("enrolments", at, "userid"), accounts_[job.account].id);
                  form.add(field_of("enrolments", at, "courseid"), target_of(job).id);
                  form.add(field_of("enrolments", at, "timestart"), seconds(action.from));
                  form.add(field_of("enrolments", at, "timeend"), seconds(action.until));
                  form.add(field_of("enrolments", at, "suspend"), action.access == Access::suspended ? 1 : 0);
              });
}

void MoodleBatch::unenrol() {
    carry_out("enrol_manual_unenrol_users", places(Container::course, true),
              [this](Form& form, std::size_t at, const MoodleJob& job) {
                  form.add(field_of("enrolments", at, "userid"), accounts_[job.account].id);
                  form.add(field_of("enrolments", at, "courseid"), target_of(job).id);
              });
}

void MoodleBatch::note_groups(const MoodleJob& job) {
    auto& ids = target_of(job).group_ids;
    for (const std::string& group : job.action.groups) ids.try_emplace(group);
    for (const std::string& group : job.action.leave_groups) ids.try_emplace(group);
}

void MoodleBatch::find_groups() {
    for (const MoodleJob& job : jobs_) {
        if (asks_groups(job)) note_groups(job);
    }
    for (MoodleCourse& course : courses_) {
        if (course.group_ids.empty()) continue;
        Form form;
        form.add("courseid", course.id);
        desk_.calls.call("core_group_get_course_groups", form, false, [&course](const MoodleReply& reply) {
            course.group_trouble = Trouble::of(reply);
            for (auto& [group, id] : course.group_ids) {
                for (const JsonTree& found : reply.body.items) {
                    const std::string& name = found["name"].text;
                    const bool same = name == group || unescaped(name) == group;
                    if (found["idnumber"].text == group || (id.empty() && same)) id = found["id"].text;
                }
            }
        });
    }
}

void MoodleBatch::create_groups() {
    std::map<std::pair<std::size_t, std::string>, std::size_t> missing;
    for (const MoodleJob& job : jobs_) {
        if (!asks_groups(job) || target_of(job).group_trouble) continue;
        for (const std::string& group : job.action.groups) {
            if (target_of(job).group_ids[group].empty()) missing.try_emplace({job.target, group}, missing.size());
        }
    }
    std::vector<std::pair<std::size_t, std::string>> made(missing.size());
    std::vector<std::size_t> things(missing.size());
    for (const auto& [group, at] : missing) made[things[at] = at] = group;
    Bulk bulk;
    bulk.function = "core_group_create_groups";
    bulk.write = [this, made](Form& form, std::size_t at, std::size_t thing) {
        form.add(field_of("groups", at, "courseid"), courses_[made[thing].first].id);
        form.add(field_of("groups", at, "name"), made[thing].second);
        form.add(field_of("groups", at, "description"), "");
        form.add(field_of("groups", at, "idnumber"), made[thing].second);
    };
    bulk.done = [this, made](std::size_t at, std::size_t thing, const MoodleReply& reply) {
        if (at >= reply.body.items.size()) return;
        courses_[made[thing].first].group_ids[made[thing].second] = reply.body.items[at]["id"].text;
    };
    // Those who shall be in it say so in their outcomes.
    bulk.refused = [](std::size_t, const MoodleReply&) {};
    desk_.calls.bulk(std::move(bulk), std::move(things));
}

// Puts learners into groups, or takes them out: into the new ones first, so that nobody is in none meanwhile.
void MoodleBatch::join(const std::vector<std::size_t>& jobs, bool leave) {
    struct Membership {
        std::size_t job;
        std::string group;
    };
    std::vector<Membership> memberships;
    for (const std::size_t job : jobs) {
        const Action& action = jobs_[job].action;
        for (const std::string& group : leave ? action.leave_groups : action.groups) {
            const std::string& id = target_of(jobs_[job]).group_ids[group];
            if (!id.empty()) memberships.push_back({job, id});
            if (id.empty() && !leave) {
                jobs_[job].group_trouble = {ErrorClass::conflict, "Moodle did not make the group.", {}};
            }
        }
    }
    std::vector<std::size_t> things(memberships.size());
    for (std::size_t i = 0; i < things.size(); ++i) things[i] = i;
    Bulk bulk;
    bulk.function = leave ? "core_group_delete_group_members" : "core_group_add_group_members";
    bulk.write = [this, memberships](Form& form, std::size_t at, std::size_t thing) {
        form.add(field_of("members", at, "groupid"), memberships[thing].group);
        form.add(field_of("members", at, "userid"), accounts_[jobs_[memberships[thing].job].account].id);
    };
    bulk.done = [](std::size_t, std::size_t, const MoodleReply&) {};
    bulk.refused = [this, memberships](std::size_t thing, const MoodleReply& reply) {
        jobs_[memberships[thing].job].group_trouble = Trouble::of(reply);
    };
    desk_.calls.bulk(std::move(bulk), std::move(things));
}

void MoodleBatch::join_groups() {
    std::vector<std::size_t> jobs;
    for (std::size_t i = 0; i < jobs_.size(); ++i) {
        if (asks_groups(jobs_[i]) && !target_of(jobs_[i]).group_trouble) jobs.push_back(i);
    }
    join(jobs, false);
}

void MoodleBatch::leave_groups() {
    std::vector<std::size_t> jobs;
    for (std::size_t i = 0; i < jobs_.size(); ++i) {
        const bool may = asks_groups(jobs_[i]) && !target_of(jobs_[i]).group_trouble && !jobs_[i].group_trouble;
        if (may) jobs.push_back(i);
    }
    join(jobs, true);
}

void MoodleBatch::join_cohorts() {
    carry_out("core_cohort_add_cohort_members", places(Container::cohort, false),
              [this](Form& form, std::size_t at, const MoodleJob& job) {
                  form.add(field_of("members", at, "cohorttype") + "[type]", "id");
                  form.add(field_of("members", at, "cohorttype") + "[value]", target_of(job).id);
                  form.add(field_of("members", at, "usertype") + "[type]", "id");
                  form.add(field_of("members", at, "usertype") + "[value]", accounts_[job.account].id);
              });
}

void MoodleBatch::leave_cohorts() {
    carry_out("core_cohort_delete_cohort_members", places(Container::cohort, true),
              [this](Form& form, std::size_t at, const MoodleJob& job) {
                  form.add(field_of("members", at, "cohortid"), target_of(job).id);
                  form.add(field_of("members", at, "userid"), accounts_[job.account].id);
              });
}

// Warnings of cohorts name nobody, and "null" is what Moodle says whether it did everything or half.
void MoodleBatch::read_back() {
    for (const MoodleJob& job : jobs_) {
        const bool looks = job.action.kind == ActionKind::look_up_enrolment && is_ready(job);
        MoodleCourse* target = job.sent || looks ? &target_of(job) : nullptr;
        if (target == nullptr || std::exchange(target->is_read_back, true)) continue;
        if (job.action.container == Container::course) {
            read_roster(desk_.calls, target->id, target->roster);
        } else {
            read_members(desk_.calls, target->id, target->roster);
        }
    }
}

}  // namespace provost::lms
