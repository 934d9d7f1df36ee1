// One registration on SQLite, durable before it answers, beside a bare transaction that writes the same rows durably.
#include "durable.hpp"

#include <provost/registration/registration.hpp>

#include <filesystem>

namespace bench {

namespace {

constexpr int learners = 2000;
constexpr int per_round = 200;

constexpr std::string_view set_up[] = {
    R"({"verb":"organisation.define_location","record":{"key":"L","name":"Campus","zone":"Australia/Melbourne"}})",
    R"({"verb":"catalogue.define_course_type","course_type":"T","name":"Classroom"})",
    R"({"verb":"catalogue.define_subject","record":{"code":"U1"}})",
    R"({"verb":"catalogue.define_template","course_type":"T","external_id":"U1","name":"Unit one"})",
    R"({"verb":"catalogue.define_course","course_template":"U1","external_id":"C1","location":"L","duration":"6 M"})",
};

// Writes what a registration wrote, row by row.
void add_registrations(BareUnit& bare) {
    const Rows& place = bare.copy("SELECT * FROM enrolment ORDER BY id");
    const Rows& activity = bare.copy("SELECT * FROM activity ORDER BY id");
    const Rows& access = bare.copy("SELECT * FROM lms_access ORDER BY id");
    const Rows& message = bare.copy("SELECT * FROM intent ORDER BY id");
    const Rows& entry = bare.copy("SELECT * FROM journal_entry WHERE verb='registration.register_learner' ORDER BY id");
    const Rows& seats = bare.copy("SELECT * FROM seats");
    const Rows& head = bare.copy("SELECT * FROM journal_head");
    bare.run(
        "DELETE FROM enrolment; DELETE FROM activity; DELETE FROM lms_access; DELETE FROM intent;"
        "DELETE FROM journal_entry WHERE verb='registration.register_learner'");
    bare.each(place, place.insert_into("enrolment"));
    bare.each(activity, activity.insert_into("activity"));
    bare.each(access, access.insert_into("lms_access"));
    bare.each(message, message.insert_into("intent"));
    bare.each(entry, entry.insert_into("journal_entry"));
    bare.first(seats, seats.insert_into("seats") + " ON CONFLICT(id) DO UPDATE SET version=version+1,taken=taken+1");
    bare.first(head, head.insert_into("journal_head") +
                         " ON CONFLICT(id) DO UPDATE SET "
                         "version=version+1,entries=entries+1,state=excluded.state,chain=excluded.chain");
    bare.also("UPDATE provost_meta SET revision=revision+1,next_id=next_id+3 WHERE id=1");
}

void register_one(provost::Engine& engine, int n) {
    provost::registration::RegisterLearner request;
    request.course = "C1";
    request.learner = login(n);
    must(engine.run(request));
}

}  // namespace

void registrations(const std::string& folder) {
    const std::filesystem::path work(folder);
    {
        const auto first = college((work / "registered.db").string(), set_up, learners);
        for (int n = 0; n < learners; ++n) register_one(*first, n);
    }
    BareUnit bare((work / "registered.db").string());
    add_registrations(bare);
    const auto engine = college((work / "registrations.db").string(), set_up, learners);
    beside_bare(
        "register_learner", learners, per_round, [&](int n) { register_one(*engine, n); }, bare);
}

}  // namespace bench
