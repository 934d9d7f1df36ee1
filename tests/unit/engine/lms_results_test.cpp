// Results of an LMS over a store that fails at any commit: none is lost, none counts twice, and no cursor is ahead of
// what it covers.
#include "faulty_world.hpp"

namespace provost {

namespace {

using contract::Fault;

constexpr std::string_view lms_set_up[] = {
    R"({"verb":"organisation.define_location","record":{"key":"L","name":"Campus","zone":"Australia/Melbourne"}})",
    R"({"verb":"catalogue.define_course_type","course_type":"T","name":"Classroom"})",
    R"({"verb":"catalogue.define_subject","record":{"code":"U1"}})",
    R"({"verb":"catalogue.define_template","course_type":"T","external_id":"U1","name":"Unit one"})",
    R"({"verb":"catalogue.define_course","course_template":"U1","external_id":"C1","location":"L","duration":"6 M"})",
    R"({"verb":"people.define_learner","login":"ann","family_name":"A","birth_date":"2000-01-01","client_id":"A1"})",
    R"({"verb":"people.define_learner","login":"ben","family_name":"B","birth_date":"2000-01-01","client_id":"B1"})",
    R"({"verb":"registration.register_learner","course":"C1","learner":"ann","effective":"2026-02-02T00:00:00Z"})",
    R"({"verb":"registration.register_learner","course":"C1","learner":"ben","effective":"2026-02-02T00:00:00Z"})",
    R"({"verb":"lms.define_connection","record":{"key":"moodle","label":"Moodle","auto_grade":true}})",
    R"({"verb":"results.link_lms_course","connection":"moodle","lms_course":"401","course":"C1"})",
};

constexpr std::string_view told_rows =
    R"({"event_id":"g1","course":"401","learner":"A1","passed":true,"all_items_graded":true,"at":"2026-03-02T00:00:00Z"})"
    "\n"
    R"({"event_id":"g2","course":"401","learner":"B1","passed":true,"all_items_graded":true,"at":"2026-03-03T00:00:00Z"})"
    "\n"
    R"({"listing":"results","course":"401","cursor":"17","complete":true})"
    "\n";

struct LmsWorld : FaultyWorld {
    LmsWorld() {
        for (const auto document : lms_set_up) REQUIRE(engine->run_document(document));
    }
    // A run that ends where something goes wrong, as if it were killed there.
    bool run() {
        auto session = engine->begin(R"({"session":"lms.results","connection":"moodle","worker":"w"})");
        return session && (*session)->feed(told_rows) && (*session)->finish();
    }
};

}  // namespace

TEST_CASE("WIS-AG-16: a run of results that fails at any commit is run again, and each result counts once") {
    for (const Fault fault : {Fault::failed, Fault::lost_answer, Fault::stale}) {
        for (std::size_t at = 0; at < 8; ++at) {
            CAPTURE(static_cast<int>(fault));
            CAPTURE(at);
            LmsWorld world;
            world.store->commits.assign(at, Fault::none);
            world.store->commits.push_back(fault);
            (void)world.run();
            world.store->commits.clear();
            if (world.count("lms_cursor") == 1) CHECK(world.count("lms_result") == 2);
            CHECK(world.run());
            CHECK(world.count("lms_cursor") == 1);
            CHECK(world.count("lms_result") == 2);
            CHECK(world.count("result_event") == 2);
        }
    }
}

}  // namespace provost
