// Erasing in a file: the bytes are not there any more, wherever SQLite had put them.
#include "contract/sqlite_tools.hpp"
#include "unit/audit/history.hpp"

#include <provost/open.hpp>

#include <filesystem>
#include <fstream>

namespace {

using namespace provost::history;
using provost::contract::Folder;

constexpr std::string_view gone[] = {"quimby", "Quimby", "Xylander", "1987-06-05", "quimby@example.org"};
constexpr std::string_view stays[] = {"rosalind", "Rosalind", "Zephyr", "1986-04-03"};

std::string person(std::string_view login, std::string_view names, std::string_view more) {
    return R"("login":")" + std::string(login) + R"(",)" + std::string(names) + std::string(more);
}

// Two people among many, each told of several times in changing lengths, so that pages are split and shrunk.
void tell(provost::Engine& engine) {
    for (int n = 0; n < 400; ++n) {
        const auto number = std::to_string(n * 7919 % 400);
        ask(engine, "people.define_learner", "2024-01-01T00:00:00Z",
            person("someone" + number, R"("family_name":"Filler","birth_date":"2000-01-01",)",
                   R"("client_id":"F)" + number + '"'));
        if (n % 40 != 0) continue;
        const std::string phone(static_cast<std::size_t>(n / 20), '1');
        ask(engine, "people.define_learner", "2024-01-01T00:00:00Z",
            person("quimby", R"("first_name":"Quimby","family_name":"Xylander","birth_date":"1987-06-05",)",
                   R"("email":"quimby@example.org","client_id":"Q1","phone":"4)" + phone + '"'));
        ask(engine, "people.define_learner", "2024-01-01T00:00:00Z",
            person("rosalind", R"("first_name":"Rosalind","family_name":"Zephyr","birth_date":"1986-04-03",)",
                   R"("client_id":"R1","phone":"5)" + phone + '"'));
    }
}

// How many of the values stand in the file or beside it: its log, and what else SQLite keeps there.
std::size_t found_in(const Folder& folder, std::span<const std::string_view> values) {
    std::string content;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
        std::ifstream in(entry.path(), std::ios::binary);
        content.append(std::istreambuf_iterator<char>(in), {});
    }
    return static_cast<std::size_t>(
        std::ranges::count_if(values, [&](std::string_view value) { return content.find(value) != content.npos; }));
}

provost::SqliteOptions impatient(const Folder& folder) {
    provost::SqliteOptions options{.path = folder.file()};
    options.kinds.assign(provost::verbs::kinds().begin(), provost::verbs::kinds().end());
    options.busy_ms = 1;
    return options;
}

constexpr std::string_view erase_quimby = R"({"verb":"people.erase_learner","reason":"requested","learner":"quimby"})";

}  // namespace

TEST_CASE("the file does not hold an erased person's bytes, and all of another's") {
    const Folder folder;
    {
        const auto engine = provost::open(folder.file(), options_of_history());
        REQUIRE(engine);
        tell(**engine);
        CHECK(found_in(folder, gone) == std::size(gone));
        REQUIRE((*engine)->run_document(erase_quimby));
        auto session = (*engine)->begin(R"({"session":"erase"})");
        REQUIRE((*session)->finish());
        CHECK(found_in(folder, gone) == 0);  // while the file is still open
    }
    CHECK(found_in(folder, gone) == 0);
    CHECK(found_in(folder, stays) == std::size(stays));
    const auto engine = provost::open(folder.file(), options_of_history());
    CHECK((*engine)->audit(R"({"audit":"verify"})")->find("findings") == std::string::npos);
    CHECK((*engine)->find("learner", "login", {"quimby"}, 0, 1)->empty());
}

TEST_CASE("while another program writes the file can not be rewritten; the session is finished again later") {
    const Folder folder;
    auto kept = open_kept(provost::contract::open_store(impatient(folder)));
    tell(*kept.engine);
    REQUIRE(kept.engine->run_document(erase_quimby));
    auto session = kept.engine->begin(R"({"session":"erase"})");
    provost::Chunk chunk;
    for (auto taken = (*session)->take(chunk); taken && *taken; taken = (*session)->take(chunk)) {
    }
    {
        const provost::contract::Holder writer(folder);
        CHECK((*session)->finish().error().code.name() == "store.busy");
    }
    CHECK(found_in(folder, gone) > 0);
    REQUIRE((*session)->finish());
    CHECK(found_in(folder, gone) == 0);
}
