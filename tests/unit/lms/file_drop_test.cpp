// Packages that come in and go out: what stops them, what is isolated, what is answered.
#include "base/sha256.hpp"
#include "lms/drop_names.hpp"
#include "lms/drop_reader.hpp"

#include <doctest/doctest.h>

namespace {

using namespace provost::lms;

struct DropStream {
    std::string stream, mode, text;
    std::int64_t rows = 0;
};

// A package that another system sent.
struct SentPackage {
    std::int64_t sequence = 1;
    std::vector<DropFile> files;
    DropFile manifest;

    SentPackage(std::int64_t number, const std::vector<DropStream>& streams) : sequence(number) {
        std::string text;
        add_record(text, {"property", "value"});
        add_record(text, {"format", "provost-exchange/1"});
        add_record(text, {"connection", "north"});
        add_record(text, {"sequence", std::to_string(number)});
        add_record(text, {"previous_sequence", std::to_string(number - 1)});
        add_record(text, {"encoding", "utf-8"});
        add_record(text, {"stream", "name", "mode", "bytes", "rows", "sha256"});
        for (const auto& one : streams) {
            const auto name =
                one.stream + "_north_" + padded_sequence(number) + "_20261127T090000Z_" + one.mode + ".csv";
            add_record(text, {one.stream, name, one.mode, std::to_string(one.text.size()), std::to_string(one.rows),
                              provost::to_hex(provost::sha256(one.text))});
            files.push_back({name, one.text});
        }
        manifest = {manifest_name("north", number), text};
    }
    void replace(const std::string& from, const std::string& to) {
        manifest.bytes.replace(manifest.bytes.find(from), from.size(), to);
    }
    void into(DropReader& reader) const {
        for (const auto& file : files) reader.add(file);
        reader.add(manifest);
    }
    [[nodiscard]] std::string digest() const { return provost::to_hex(provost::sha256(manifest.bytes)); }
};

DropReader drop_reader(LmsDrop state = {}, std::string approval = {}) {
    state.connection = "north";
    return DropReader(std::move(state), std::move(approval));
}

DropPackage only(DropReader& reader) {
    const auto packages = reader.take_packages();
    REQUIRE(packages.size() == 1);
    return packages.front();
}

const DropStream two_results{"results", "delta",
                             "course,learner,grade,score\r\nCOOK,s1,80,80\r\nCOOK,s2,\"7,5\",7.5\r\n", 2};

// Everything that a package would hand out.
std::size_t handed_out(DropReader& reader) {
    const auto found = reader.take_findings();
    return found.outcomes.size() + found.courses.size() + found.enrolments.size() + found.results.size() +
           found.ends.size();
}

DropStream roster(std::int64_t learners) {
    std::string text = "course,learner,access\r\n";
    for (std::int64_t i = 0; i < learners; ++i) text += "COOK,s" + std::to_string(i) + ",active\r\n";
    return {"enrolments", "bulk", text, learners};
}

}  // namespace

TEST_CASE("PPR-SYN-03: results, courses, enrolments and acks of a package become what the LMS tells") {
    auto reader = drop_reader();
    SentPackage(1, {two_results,
                    {"courses", "bulk", "course,name,starts_at\r\nCOOK,Cooking,2026-02-01T00:00:00Z\r\n", 1},
                    {"enrolments", "delta", "course,learner,access,groups\r\nCOOK,s1,suspended,a|b\r\n", 1},
                    {"ack", "delta",
                     "line,op_id,status,code,message,remote_id\r\n2,o1,applied,,,77\r\n3,o2,failed,not_found,no "
                     "course,\r\n4,o3,failed,E42,odd,\r\n",
                     3}})
        .into(reader);
    CHECK(only(reader).state == PackageState::accepted);
    const auto found = reader.take_findings();
    REQUIRE(found.results.size() == 2);
    CHECK(found.results[1].grade == "7,5");
    CHECK(provost::to_text(*found.results[1].score) == "7.5");
    CHECK(found.results[0].event_id != found.results[1].event_id);
    CHECK(found.courses.front().name == "Cooking");
    CHECK(found.enrolments.front().groups == std::vector<std::string>{"a", "b"});
    REQUIRE(found.outcomes.size() == 3);
    CHECK(found.outcomes[0].remote_id == "77");
    CHECK(found.outcomes[1].error == ErrorClass::not_found);
    CHECK(found.outcomes[1].problem == "no course");
    CHECK(found.outcomes[2].error == ErrorClass::invalid);
    // a whole list is whole, a list of changes says nothing of the others
    REQUIRE(found.ends.size() == 3);
    CHECK_FALSE(found.ends[0].complete);
    CHECK(found.ends[1].complete);
    CHECK_FALSE(found.ends[2].complete);
}

TEST_CASE("PPR-SYN-04: a file that is cut off, empty, missing or another one stops its package before anything") {
    struct Case {
        std::string code;
        void (*spoil)(SentPackage&);
    };
    const std::vector<Case> cases{
        {"drop.bytes", [](SentPackage& sent) { sent.files[0].bytes.resize(40); }},
        {"drop.bytes", [](SentPackage& sent) { sent.files[0].bytes.clear(); }},
        {"drop.digest", [](SentPackage& sent) { sent.files[0].bytes[30] = '9'; }},
        {"drop.file-missing", [](SentPackage& sent) { sent.files.erase(sent.files.begin()); }},
        {"drop.file-missing", [](SentPackage& sent) { sent.files[0].name[0] = 'R'; }},
        {"drop.rows", [](SentPackage& sent) { sent.replace(",2,", ",3,"); }},
        {"drop.manifest", [](SentPackage& sent) { sent.manifest.bytes.resize(20); }},
        {"drop.manifest", [](SentPackage& sent) { sent.manifest.bytes.clear(); }},
        {"drop.manifest", [](SentPackage& sent) { sent.replace("north\r\n", "south\r\n"); }},
        {"drop.manifest", [](SentPackage& sent) { sent.replace("previous_sequence,0", "previous_sequence,7"); }},
        {"drop.manifest", [](SentPackage& sent) { sent.manifest.name = manifest_name("north", 2); }},
        {"drop.manifest", [](SentPackage& sent) { sent.replace("results,results_", "salaries,results_"); }},
        {"drop.name",
         [](SentPackage& sent) { sent.replace("results_north_00000001_20261127T090000Z_delta.csv", "../secret.csv"); }},
        {"drop.name", [](SentPackage& sent) { sent.replace("00000001_2026", "00000002_2026"); }},
    };
    for (const auto& one : cases) {
        SentPackage sent(1, {two_results, {"courses", "delta", "course\r\nCOOK\r\n", 1}});
        one.spoil(sent);
        auto reader = drop_reader();
        sent.into(reader);
        const auto package = only(reader);
        CAPTURE(package.problem);
        CHECK(package.code.name() == one.code);
        CHECK(package.state == PackageState::broken);
        CHECK(handed_out(reader) == 0);
        CHECK(reader.state().received == 0);
        // once it is whole it is taken
        auto again = drop_reader(reader.state());
        SentPackage(1, {two_results}).into(again);
        CHECK(only(again).state == PackageState::accepted);
    }
}

TEST_CASE("PPR-SYN-04: faults of a file as a whole stop its package") {
    const std::vector<std::string> texts{"course,learner,grad\r\nCOOK,s1,80\r\n",
                                         "course,course,learner\r\nCOOK,COOK,s1\r\n",
                                         "course,learner,grade\r\nCOOK,s1,\"80\r\n",
                                         "course,learner,grade\r\nCOOK,\xff,80\r\n",
                                         "course\tlearner\r\nCOOK\ts1\r\n",
                                         "course;learner\r\nCOOK;s1\r\n",
                                         ""};
    for (const auto& text : texts) {
        CAPTURE(text);
        auto reader = drop_reader();
        SentPackage(1, {{"courses", "delta", "course\r\nCOOK\r\n", 1}, {"results", "delta", text, 1}}).into(reader);
        CHECK(only(reader).code.name() == "drop.content");
        CHECK(handed_out(reader) == 0);
    }
}

TEST_CASE("PPR-SYN-04: packages come in order: a gap holds, a number is not used twice") {
    auto reader = drop_reader();
    SentPackage(2, {two_results}).into(reader);
    SentPackage(3, {two_results}).into(reader);
    CHECK(reader.take_packages().empty());
    CHECK(handed_out(reader) == 0);
    SentPackage(1, {two_results}).into(reader);
    CHECK(reader.take_packages().size() == 3);
    CHECK(reader.state().received == 3);
    CHECK(handed_out(reader) == 9);
    // again: nothing, without a word of blame [PPR-SYN-06]
    SentPackage(2, {two_results}).into(reader);
    CHECK(only(reader).state == PackageState::skipped);
    CHECK(handed_out(reader) == 0);
    SentPackage(2, {roster(3)}).into(reader);
    CHECK(only(reader).code.name() == "drop.sequence-reused");
    CHECK(handed_out(reader) == 0);
    const SentPackage later(9, {two_results});
    later.into(reader);
    reader.finish();
    const auto held = only(reader);
    CHECK(held.state == PackageState::held);
    CHECK(held.code.name() == "drop.gap");
    CHECK(held.digest == later.digest());
    // unless a person lets it through
    auto approved = drop_reader(reader.state(), later.digest());
    later.into(approved);
    CHECK(only(approved).state == PackageState::accepted);
    CHECK(approved.state().received == 9);
    later.into(approved);
    CHECK(only(approved).state == PackageState::skipped);
}

TEST_CASE("PPR-SYN-04: a whole list that is empty or much shorter than the last one waits for a person") {
    auto reader = drop_reader();
    SentPackage(1, {roster(100)}).into(reader);
    CHECK(only(reader).state == PackageState::accepted);
    (void)reader.take_findings();
    for (const std::int64_t left : {0, 79}) {
        const SentPackage shrunk(2, {roster(left)});
        auto second = drop_reader(reader.state());
        shrunk.into(second);
        const auto package = only(second);
        CHECK(package.state == PackageState::held);
        CHECK(package.code.name() == "drop.shrunk");
        CHECK(handed_out(second) == 0);
        auto approved = drop_reader(reader.state(), shrunk.digest());
        shrunk.into(approved);
        CHECK(only(approved).state == PackageState::accepted);
    }
    SentPackage(2, {roster(80)}).into(reader);
    CHECK(only(reader).state == PackageState::accepted);
}

TEST_CASE("PPR-SYN-04: rows at fault stand alone, and come back untouched in a reject file") {
    auto reader = drop_reader();
    const std::string rows =
        "course,learner,score,passed\r\nCOOK,s1,80,true\r\nCOOK,s2,eighty,true\r\n,s3,1,true\r\nCOOK,\" "
        "s4\",1,\"maybe\"\r\n"
        "COOK,s5,2\r\nCOOK,s1,80,true\r\nCOOK,s6,6,false\r\n";
    SentPackage(1, {{"results", "delta", rows, 7}}).into(reader);
    const auto package = only(reader);
    CHECK(package.rows == 1);
    CHECK(package.faults == 6);
    CHECK(reader.take_findings().results.front().learner == "s6");
    DropReport report;
    report.row_of = reader.tables().front().name;
    report.line = 8;
    report.status = ActionStatus::applied;
    CHECK(reader.report(report));
    report.line = 99;
    CHECK_FALSE(reader.report(report));
    FileDrop drop;
    drop.answer(reader.tables());
    const auto files = drop.package("north", 4, provost::Instant{});
    REQUIRE(files.size() == 3);
    CHECK(files[0].name == "ack_results_north_00000001_20261127T090000Z_delta.csv");
    CHECK(files[0].bytes.find("\r\n8,,") != std::string::npos);
    CHECK(files[0].bytes.find(",applied,") != std::string::npos);
    CHECK(files[1].name == "reject_results_north_00000001_20261127T090000Z_delta.csv");
    CHECK(files[1].bytes.starts_with("course,learner,score,passed,_line,_code,_field,_message\r\n"));
    CHECK(files[1].bytes.find("\r\nCOOK,s2,eighty,true,3,number.malformed,score,") != std::string::npos);
    CHECK(files[1].bytes.find("\r\nCOOK,\" s4\",1,\"maybe\",5,") != std::string::npos);
    CHECK(files[1].bytes.find("drop.twice") != std::string::npos);
    CHECK(files[1].bytes.find("s6") == std::string::npos);
    CHECK(files[2].bytes.find("reject,reject_results_north") != std::string::npos);
    // what was rejected can be corrected and sent again with the columns that were added
    auto again = drop_reader(reader.state());
    SentPackage(
        2,
        {{"results", "delta",
          "course,learner,score,passed,_line,_code,_field,_message\r\nCOOK,s2,80,true,3,number.malformed,score,x\r\n",
          1}})
        .into(again);
    CHECK(only(again).rows == 1);
}

TEST_CASE("PPR-SYN-04: a file most of whose rows can not be read is not what it seems to be") {
    std::string rows = "course,learner,score\r\n";
    for (int i = 0; i < 100; ++i) rows += "COOK,s" + std::to_string(i) + (i % 3 == 0 ? ",x\r\n" : ",1\r\n");
    auto reader = drop_reader();
    SentPackage(1, {{"results", "delta", rows, 100}}).into(reader);
    CHECK(only(reader).code.name() == "drop.faults");
    CHECK(handed_out(reader) == 0);
}

TEST_CASE("A whole list with rows that can not be read says nothing of who is missing") {
    auto reader = drop_reader();
    SentPackage(1, {{"enrolments", "bulk", "course,learner,access\r\nCOOK,s1,active\r\nCOOK,s2,perhaps\r\n", 2}})
        .into(reader);
    const auto found = reader.take_findings();
    CHECK(found.enrolments.size() == 1);
    CHECK_FALSE(found.ends.front().complete);
}

TEST_CASE("PPR-SYN-03: names that leave their folder, or mean two things, are no names") {
    for (const char* name : {"a.csv", "results_north_00000001_x_delta.csv", "A-1_b.csv"}) CHECK(is_safe_name(name));
    for (const char* name : {"", ".", "..", "../a.csv", "a/b.csv", "a\\b.csv", ".hidden", "a..csv", "a b.csv", "a.csv.",
                             "C:x", "a\nb", "\u00e9.csv", "nul\x01"}) {
        CAPTURE(name);
        CHECK_FALSE(is_safe_name(name));
    }
    CHECK_FALSE(is_safe_name(std::string(101, 'a')));
    CHECK_FALSE(is_safe_connection("_north"));
    CHECK_FALSE(is_safe_connection("a/../b"));
    auto reader = drop_reader();
    reader.add({"../../etc/passwd", "x"});
    CHECK(only(reader).code.name() == "drop.name");
    reader.add({"results_north_00000001_x_delta.csv", "one"});
    reader.add({"RESULTS_north_00000001_x_delta.csv", "two"});
    CHECK(only(reader).code.name() == "drop.name");
}

TEST_CASE("What goes out has the columns that are needed, and reads back") {
    FileDrop drop;
    Action learner;
    learner.op_id = "l1";
    learner.kind = ActionKind::upsert_learner;
    learner.learner = "s1";
    learner.login = "ann";
    learner.family_name = "Lee, \"Ann\"";
    CHECK(drop.add(learner));
    Action place;
    place.op_id = "e1";
    place.kind = ActionKind::upsert_enrolment;
    place.course = "COOK";
    place.learner = "s1";
    place.access = Access::active;
    CHECK(drop.add(place));
    CHECK(drop.package("north", 1, provost::Instant{})[1].bytes ==
          "op_id,course,learner,access,epoch,cause\r\ne1,COOK,s1,active,0,none\r\n");
    place.groups = {"a", "b"};
    place.until = provost::Instant{std::chrono::seconds(1'800'000'000)};
    CHECK(drop.add(place));
    const auto files = drop.package("north", 1, provost::Instant{});
    REQUIRE(files.size() == 3);
    CHECK(files[0].name == "learners_north_00000001_19700101T000000Z_delta.csv");
    CHECK(files[1].bytes.starts_with("op_id,course,learner,access,epoch,cause,until,groups\r\n"));
    CHECK(files[1].bytes.ends_with("e1,COOK,s1,active,0,none,2027-01-15T08:00:00Z,a|b\r\n"));
    CHECK(is_manifest_name(files[2].name));
    place.kind = ActionKind::look_up_enrolment;
    CHECK_FALSE(drop.add(place));
}
