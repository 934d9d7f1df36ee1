// Actions as files of Canvas's SIS import: users, sections, enrollments. For many at once; the host uploads them, with
// batch mode and diffing off. What the import can not express is told.
#pragma once

#include "lms/file_drop.hpp"

#include <set>

namespace provost::lms {

class CanvasCsv {
public:
    /// What stands in the way of expressing the action; empty when it stands in the files now.
    [[nodiscard]] std::string add(const Action& action);
    [[nodiscard]] bool empty() const { return users_.rows() == 0 && enrolments_.rows() == 0; }
    /// Files with rows, in the order in which Canvas must read them. Names hold the connection and the moment.
    [[nodiscard]] std::vector<DropFile> files(const std::string& connection, Instant moment) const;

private:
    [[nodiscard]] std::string add_user(const Action& action);
    [[nodiscard]] std::string add_enrolment(const Action& action);
    [[nodiscard]] std::string section_of(const std::string& course, const std::string& name);

    DropColumns users_{
        {"user_id", "login_id", "status", "first_name", "last_name", "full_name", "sortable_name", "email"}, 8};
    DropColumns sections_{{"section_id", "course_id", "name", "status"}, 4};
    DropColumns enrolments_{{"course_id", "section_id", "user_id", "role", "status", "start_date", "end_date"}, 7};
    std::set<std::string> known_;  // sections that stand in their file
};

}  // namespace provost::lms
