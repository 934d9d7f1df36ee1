// Files of Canvas's SIS import, and its traps.
#include "lms/canvas_csv.hpp"

#include <doctest/doctest.h>

namespace {

using namespace provost::lms;

Action csv_place(const std::string& learner, Access access) {
    Action action;
    action.op_id = learner;
    action.kind = ActionKind::upsert_enrolment;
    action.course = "COOK";
    action.learner = learner;
    action.access = access;
    return action;
}

std::string csv_file(const CanvasCsv& csv, std::size_t at) {
    return csv.files("north", provost::Instant{}).at(at).bytes;
}

}  // namespace

TEST_CASE("Canvas SIS import: accounts are active or suspended, never deleted, and always named") {
    CanvasCsv csv;
    Action learner;
    learner.kind = ActionKind::upsert_learner;
    learner.learner = "s1";
    learner.login = "ann";
    learner.first_name = "Ann";
    learner.family_name = "Lee";
    CHECK(csv.add(learner).empty());
    learner.learner = "s2";
    learner.login = "erased-7";
    learner.first_name = learner.family_name = {};
    learner.suspended = true;
    CHECK(csv.add(learner).empty());
    CHECK(csv_file(csv, 0) ==
          "user_id,login_id,status,first_name,last_name,full_name,sortable_name,email\r\n"
          "s1,ann,active,Ann,Lee,Ann Lee,\"Lee, Ann\",\r\ns2,erased-7,suspended,,,erased-7,erased-7,\r\n");
    learner.login = " blank";
    CHECK_FALSE(csv.add(learner).empty());
}

TEST_CASE("Canvas SIS import: every enrolment has a status, and dates only in pairs") {
    CanvasCsv csv;
    auto open = csv_place("s1", Access::active);
    open.from = provost::Instant{std::chrono::seconds(1'800'000'000)};
    CHECK(csv.add(open).empty());
    open.learner = "s2";
    open.until = open.from;
    CHECK(csv.add(open).empty());
    CHECK(csv.add(csv_place("s3", Access::suspended)).empty());
    CHECK(csv.add(csv_place("s4", Access::absent)).empty());
    CHECK(csv_file(csv, 0) ==
          "course_id,section_id,user_id,role,status,start_date,end_date\r\nCOOK,,s1,student,active,,\r\n"
          "COOK,,s2,student,active,2027-01-15T08:00:00Z,2027-01-15T08:00:00Z\r\nCOOK,,s3,student,inactive,,\r\n"
          "COOK,,s4,student,deleted,,\r\n");
}

TEST_CASE("Canvas SIS import: a section is left behind the new one, and only as far as another enrolment is active") {
    CanvasCsv csv;
    auto move = csv_place("s1", Access::active);
    move.groups = {"South"};
    move.leave_groups = {"North"};
    CHECK(csv.add(move).empty());
    move.learner = "s2";
    CHECK(csv.add(move).empty());
    const auto files = csv.files("north", provost::Instant{});
    REQUIRE(files.size() == 2);
    CHECK(files[0].name == "sections_north_19700101T000000Z.csv");
    CHECK(std::ranges::count(files[0].bytes, '\n') == 3);  // each section once
    const auto entered = files[1].bytes.find(",s1,student,active,");
    const auto left = files[1].bytes.find(",s1,student,deleted_last_completed,");
    REQUIRE(entered != std::string::npos);
    REQUIRE(left != std::string::npos);
    CHECK(entered < left);
    move.groups = {"a", "b"};
    CHECK_FALSE(csv.add(move).empty());
    move.groups.clear();
    move.container = Container::cohort;
    CHECK_FALSE(csv.add(move).empty());
    auto by_number = csv_place("s1", Access::active);
    by_number.course_remote_id = by_number.course;
    CHECK_FALSE(csv.add(by_number).empty());
}
