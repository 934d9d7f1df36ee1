// Listings of Moodle: what answers there, courses, who is enrolled, results.
#pragma once

#include "lms/moodle_work.hpp"

#include <deque>

namespace provost::lms {

/// A course that is listed.
struct ListedCourse : MoodlePlace {
    bool is_cohort = false;
    Roster roster;
    std::size_t rows = 0;
    std::int64_t latest = 0;  ///< when the last grade that was seen was given
    std::int64_t hidden = 0;  ///< when the first of those that are hidden still was given; 0: none is
};

class MoodleListing final : public MoodleWork {
public:
    MoodleListing(MoodleDesk desk, ListingAsk ask);
    bool next() override;

private:
    void refuse();
    void check();
    void list_all_courses();
    void list_course(const JsonTree& course);
    void search();
    void list_places();
    void tell_names(ListedCourse& course);
    void list_enrolments(const ListedCourse& course);
    void list_grades(ListedCourse& course);
    void list_completion(ListedCourse& course);
    void ask_completion(ListedCourse& course, std::size_t entry);
    void end(const ListedCourse& course);
    void end_all(const Trouble& trouble, std::int64_t rows, std::string about = {});

    MoodleDesk desk_;
    ListingAsk ask_;
    std::deque<ListedCourse> courses_;
    std::size_t step_ = 0;
};

/// The results of one learner in a course, from the rows of a grade book. Those before `since` are left out.
void read_grades(const JsonTree& user, const std::string& login, std::int64_t since, ListedCourse& course,
                 std::vector<ObservedResult>& results);

}  // namespace provost::lms
