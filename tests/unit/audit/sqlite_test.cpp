// The audits over a file, and a hand in the file that is not the library's.
#include "contract/sqlite_tools.hpp"
#include "unit/audit/history.hpp"

#include <provost/open.hpp>

#include <filesystem>

namespace {

using namespace provost::history;
using provost::contract::Folder;

std::unique_ptr<provost::Engine> open_file(const Folder& folder) {
    auto engine = provost::open(folder.file(), options_of_history());
    REQUIRE(engine);
    return std::move(*engine);
}

std::string verified_file(const Folder& folder) {
    const auto answer = open_file(folder)->audit(R"({"audit":"verify"})");
    REQUIRE(answer);
    return *answer;
}

void make_file(const Folder& folder) {
    const auto engine = open_file(folder);
    import_organisation(*engine);
    define_courses(*engine);
    teach(*engine);
}

}  // namespace

TEST_CASE("a record that was edited in the file is found") {
    const Folder folder;
    make_file(folder);
    CHECK(verified_file(folder).find("findings") == std::string::npos);
    for (const auto& each : std::vector<std::pair<std::string_view, std::string_view>>{
             {"UPDATE enrolment SET state=7", "differs"},
             {"UPDATE activity SET outcome='20'", "differs"},
             {"UPDATE learner SET family_name='X'", "differs"},
             {"DELETE FROM seats", "missing"},
             {"UPDATE seats SET taken=0", "differs"},
             {"UPDATE course SET tags='[]',version=version+1", "differs"},
             {"INSERT INTO subject(id,version,code,vocational) VALUES(-7,1,'S9',1)", "unknown"}}) {
        const std::string_view edit = each.first;
        const Folder copy;
        std::filesystem::copy_file(folder.file(), copy.file());
        copy.run(std::string(edit));
        CAPTURE(edit);
        CHECK(verified_file(copy).find(R"({"code":"audit.record-)" + std::string(each.second)) != std::string::npos);
    }
}

TEST_CASE("a journal that was edited in the file is found") {
    const Folder folder;
    make_file(folder);
    for (const std::string_view edit :
         {"UPDATE journal_entry SET actor='x' WHERE id=3", "DELETE FROM journal_entry WHERE id=17",
          "DELETE FROM journal_entry WHERE id=1", "UPDATE journal_entry SET id=99 WHERE id=4",
          "UPDATE journal_entry SET recorded=recorded+1 WHERE id=9", "DELETE FROM journal_head",
          "UPDATE journal_entry SET id=-1 WHERE id=1", "UPDATE journal_entry SET about=about+1 WHERE id=6"}) {
        const Folder copy;
        std::filesystem::copy_file(folder.file(), copy.file());
        copy.run(std::string(edit));
        CAPTURE(edit);
        const bool is_gone = edit.starts_with("DELETE FROM journal_entry");
        const std::string code = is_gone ? "audit.entry-missing" : "audit.entry-changed";
        CHECK(verified_file(copy).find(R"({"code":")" + code + '"') != std::string::npos);
    }
}

TEST_CASE("a file is rebuilt from its journal, and judged again") {
    const Folder folder;
    make_file(folder);
    const Folder other;
    {
        provost::SqliteOptions from{.path = folder.file()};
        from.kinds.assign(provost::verbs::kinds().begin(), provost::verbs::kinds().end());
        provost::SqliteOptions to = from;
        to.path = other.file();
        const auto source = provost::contract::open_store(from);
        const auto made = provost::contract::open_store(to);
        REQUIRE(provost::audit::rebuild(*source, *made, secret));
    }
    CHECK(verified_file(other) == verified_file(folder));
    const auto report = open_file(other)->audit(R"({"audit":"rejudge"})");
    REQUIRE(report);
    CHECK(report->find("differences") == std::string::npos);
}
