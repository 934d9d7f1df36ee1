// A Moodle for tests: as much of its REST web services as the adapter calls, with the manners of the real one. It
// answers HTTP 200 whatever happens, rolls a batch back without saying who was at fault, cuts long forms, lifts
// suspensions that are not told again, and gives the same id number to two people when asked.
#pragma once

#include "lms_contract.hpp"

#include "lms/moodle.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace provost::contract {

/// Fields of a PHP form: users[0][email] is three levels deep.
struct FormTree {
    FormTree();
    std::string value;
    std::vector<std::pair<std::string, FormTree>> parts;  ///< in the order of the form

    [[nodiscard]] const FormTree& operator[](const std::string& name) const;
    [[nodiscard]] FormTree& add(const std::string& name);
    [[nodiscard]] bool has(const std::string& name) const;
};
/// Reads a form; fields beyond `most` are dropped without a word, as PHP does.
[[nodiscard]] FormTree read_form(std::string_view body, std::size_t most);

class MoodleDouble {
public:
    struct User {
        std::string username, email, first_name, last_name, id_number;
        bool suspended = false;
    };
    struct Course {
        std::string id_number, name;
        bool has_manual = true;
    };
    struct Enrolment {
        bool suspended = false;
        bool by_other_method = false;
        std::int64_t from = 0, until = 0;
    };
    struct Group {
        int course = 0;
        std::string name, id_number;
        std::set<int> members;
    };
    struct Cohort {
        std::string id_number;
        std::set<int> members;
    };

    std::string token = "secret";
    std::size_t most_fields = 5000;
    std::int64_t now = 1'800'000'000;
    bool may_enrol = true;
    bool shows_id_numbers = true;
    int next_id = 2;
    std::map<int, User> users;
    std::map<int, Course> courses;
    std::map<int, Group> groups;
    std::map<int, Cohort> cohorts;
    std::map<std::pair<int, int>, Enrolment> enrolments;  ///< by course and user
    std::map<std::pair<int, int>, std::string> grades;    ///< JSON of grade items, by course and user
    std::map<std::pair<int, int>, std::int64_t> completed;
    bool was_without_group = false;
    std::vector<std::string> calls;  ///< functions that were called

    [[nodiscard]] lms::HttpAnswer serve(const lms::HttpRequest& request);
    [[nodiscard]] int user_of(const std::string& id_number) const;
    [[nodiscard]] int course_of(const std::string& id_number) const;
    [[nodiscard]] bool is_active(const Enrolment& enrolment) const {
        return enrolment.by_other_method ||
               (!enrolment.suspended && enrolment.from < now && (enrolment.until == 0 || enrolment.until > now));
    }

private:
    using Form = const FormTree&;
    [[nodiscard]] std::string dispatch(const std::string& function, Form form);
    [[nodiscard]] std::string create_users(Form form);
    [[nodiscard]] std::string update_users(Form form);
    [[nodiscard]] std::string users_by_field(Form form) const;
    [[nodiscard]] std::string courses_by_field(Form form) const;
    [[nodiscard]] std::string all_courses() const;
    [[nodiscard]] std::string enrol(Form form);
    [[nodiscard]] std::string unenrol(Form form);
    [[nodiscard]] std::string enrolled(Form form) const;
    [[nodiscard]] std::string course_groups(Form form) const;
    [[nodiscard]] std::string create_groups(Form form);
    [[nodiscard]] std::string group_members(Form form, bool add);
    [[nodiscard]] std::string search_cohorts(Form form) const;
    [[nodiscard]] std::string cohort_members(Form form, bool add);
    [[nodiscard]] std::string list_cohort(Form form) const;
    [[nodiscard]] std::string grade_items(Form form) const;
    [[nodiscard]] std::string completion(Form form) const;
    [[nodiscard]] std::string site_info() const;
};

/// The adapter for Moodle before that Moodle.
class MoodleWorld final : public LmsWorld {
public:
    explicit MoodleWorld(lms::AdapterOptions options = small()) : options_(std::move(options)) { restart(); }
    [[nodiscard]] static lms::AdapterOptions small() {
        lms::AdapterOptions options;
        options.batch = 5;
        return options;
    }
    [[nodiscard]] lms::Adapter& adapter() override { return *adapter_; }
    void restart() override { adapter_ = lms::make_moodle(options_); }
    [[nodiscard]] lms::HttpAnswer serve(const lms::HttpRequest& request) override { return moodle.serve(request); }
    [[nodiscard]] lms::HttpAnswer throttled(const lms::HttpRequest& request) override;
    [[nodiscard]] bool quirk(LmsQuirk quirk) override;
    void add_course(const std::string& course, const std::string& name) override;
    void add_account(const std::string& learner, const std::string& login, const std::string& email) override;
    void enrol_by_hand(const std::string& course, const std::string& learner) override;
    [[nodiscard]] std::size_t accounts() override { return moodle.users.size(); }
    [[nodiscard]] lms::Access access(const std::string& course, const std::string& learner) override;
    [[nodiscard]] std::set<std::string> groups(const std::string& course, const std::string& learner) override;
    [[nodiscard]] std::string family_name(const std::string& learner) override;
    [[nodiscard]] bool was_without_group() override { return moodle.was_without_group; }
    [[nodiscard]] bool has_duplicates() override;

    MoodleDouble moodle;

private:
    lms::AdapterOptions options_;
    std::unique_ptr<lms::Adapter> adapter_;
};

}  // namespace provost::contract
