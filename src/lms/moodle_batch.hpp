// One call of carry_out for Moodle: courses and accounts are found first, accounts made and brought up to date, then
// enrolments, groups and cohorts; at the end it is read back what Moodle really has, because its answers do not tell.
#pragma once

#include "lms/moodle_work.hpp"

#include <map>

namespace provost::lms {

/// A course or cohort that actions name, and its id in Moodle.
struct MoodleCourse : MoodlePlace {
    std::string hint;                              ///< the id that it had when it was last seen
    Roster roster;                                 ///< read back; of a cohort its members
    std::map<std::string, std::string> group_ids;  ///< of groups that actions name, by name; empty: not there
    Trouble group_trouble;
    bool is_read_back = false;
};

/// An account that actions name.
struct MoodleAccount {
    std::string key;
    std::string hint;
    std::string id;
    const Action* wanted = nullptr;  ///< how it shall be; null: it need only be there
    Trouble trouble;
    std::string username, email, first_name, last_name, id_number;  ///< as it is
    bool suspended = false;
    bool was_refused = false;  ///< Moodle did not make it, and does not say why
    bool changed = false;
};

/// An action and what is known of it so far.
struct MoodleJob {
    Action action;
    std::size_t target = 0;  ///< of courses, or of cohorts
    std::size_t account = 0;
    Trouble trouble;
    Trouble group_trouble;
    bool sent = false;  ///< its enrolment was accepted, and has to be read back
};

class MoodleBatch final : public MoodleWork {
public:
    MoodleBatch(MoodleDesk desk, std::vector<Action> actions);
    bool next() override;

private:
    using Step = void (MoodleBatch::*)();
    static const std::vector<Step>& steps();

    // moodle_batch.cpp
    void note_course(MoodleJob& job);
    void note_account(MoodleJob& job);
    void check_hints();
    void find_by_id_number();
    void settle_courses();
    void find_cohorts();
    void report();
    [[nodiscard]] ActionOutcome outcome_of(const MoodleJob& job) const;
    [[nodiscard]] ActionOutcome place_outcome(const MoodleJob& job) const;
    [[nodiscard]] Trouble seen_trouble(const MoodleJob& job, const Roster::Entry* seen) const;
    [[nodiscard]] Trouble group_trouble(const MoodleJob& job, const Roster::Entry* seen) const;

    // moodle_accounts.cpp
    void find_accounts();
    void find_logins();
    void create_accounts();
    void find_again();
    void explain_refusals();
    void update_accounts();
    void look_up(std::string_view field, const std::vector<std::size_t>& accounts,
                 std::string (*value)(const MoodleAccount&),
                 void (MoodleBatch::*hits)(MoodleAccount&, const std::vector<const JsonTree*>&));
    void known_by_key(MoodleAccount& account, const std::vector<const JsonTree*>& hits);
    void known_by_login(MoodleAccount& account, const std::vector<const JsonTree*>& hits);
    void taken_login(MoodleAccount& account, const std::vector<const JsonTree*>& hits);
    void taken_email(MoodleAccount& account, const std::vector<const JsonTree*>& hits);

    // moodle_enrolments.cpp
    void enrol();
    void unenrol();
    void find_groups();
    void note_groups(const MoodleJob& job);
    void create_groups();
    void join_groups();
    void leave_groups();
    void join_cohorts();
    void leave_cohorts();
    void read_back();
    void join(const std::vector<std::size_t>& jobs, bool leave);

    [[nodiscard]] bool is_ready(const MoodleJob& job) const;
    [[nodiscard]] MoodleCourse& target_of(const MoodleJob& job) {
        return (job.action.container == Container::cohort ? cohorts_ : courses_)[job.target];
    }
    [[nodiscard]] const MoodleCourse& target_of(const MoodleJob& job) const {
        return (job.action.container == Container::cohort ? cohorts_ : courses_)[job.target];
    }
    /// The jobs whose places in a course, or cohort, shall be made (active, suspended) or taken away.
    [[nodiscard]] std::vector<std::size_t> places(Container container, bool taken_away) const;
    /// Carries out jobs as one list of a function.
    void carry_out(std::string function, const std::vector<std::size_t>& jobs,
                   std::function<void(Form&, std::size_t, const MoodleJob&)> write);

    MoodleDesk desk_;
    std::vector<MoodleJob> jobs_;
    std::vector<MoodleCourse> courses_;
    std::vector<MoodleCourse> cohorts_;
    std::vector<MoodleAccount> accounts_;
    std::unordered_map<std::string, std::size_t> course_of_, cohort_of_, account_of_;
    std::size_t step_ = 0;
};

/// Moodle's name of a field of a list: users[3][email].
[[nodiscard]] std::string field_of(std::string_view list, std::size_t at, std::string_view name);

/// The one spelling of a login that Moodle takes.
[[nodiscard]] std::string username_of(std::string_view login);

}  // namespace provost::lms
