// A host's own LMS as a table: it keeps the contract of all adapters, sessions run over it to their end, and tables
// that fail or answer nonsense are found out.
#include "lms.hpp"
#include "contract/memory_world.hpp"
#include "engine/json_lines.hpp"

#include <doctest/doctest.h>

extern "C" provost_lms own_lms_table(void);
extern "C" const char* own_lms_access(const char* course, const char* learner);

namespace {

using namespace provost;
using namespace provost::capi;

template <class Rows>
void tell(provost_text* out, const Rows& rows) {
    std::string text;
    for (const auto& row : rows) engine::add_line(text, row);
    REQUIRE(provost_text_append(out, text.data(), text.size(), nullptr) == PROVOST_OK);
}

provost_status carry_out(void* user_data, const char* actions, size_t length, provost_text* outcomes) {
    auto& memory = *static_cast<lms::MemoryLms*>(user_data);
    std::vector<lms::Action> all;
    engine::LineBuffer lines;
    REQUIRE(
        engine::each_line<lms::Action>(lines, {actions, length}, [&](const auto& action) { all.push_back(action); }));
    memory.carry_out(std::move(all));
    tell(outcomes, memory.take_findings().outcomes);
    return PROVOST_OK;
}

provost_status list(void* user_data, const char* ask, size_t length, provost_text* rows) {
    auto& memory = *static_cast<lms::MemoryLms*>(user_data);
    memory.list(*from_json<lms::ListingAsk>({ask, length}));
    const auto found = memory.take_findings();
    tell(rows, found.courses);
    tell(rows, found.enrolments);
    tell(rows, found.results);
    tell(rows, found.ends);
    return PROVOST_OK;
}

provost_lms memory_table(lms::MemoryLms& memory) { return {sizeof(provost_lms), &memory, nullptr, carry_out, list}; }

// The LMS in memory behind a table.
class TableWorld final : public contract::MemoryWorld {
public:
    TableWorld() { restart(); }
    [[nodiscard]] lms::Adapter& adapter() override { return *adapter_; }
    void restart() override {
        const auto table = memory_table(lms);
        auto made = make_table_lms(&table);
        REQUIRE(made);
        adapter_ = std::move(*made);
    }

private:
    std::unique_ptr<TableLms> adapter_;
};

TEST_CASE("a host's own LMS keeps the contract of LMS adapters") {
    contract::check_lms([] { return std::make_unique<TableWorld>(); });
}

// An engine with a course and two learners in it.
struct College {
    provost_engine* engine = nullptr;
    College() {
        REQUIRE(provost_open(":memory:", SIZE_MAX, nullptr, &engine, nullptr) == PROVOST_OK);
        for (
            const char* request :
            {R"({"verb":"organisation.define_location","record":{"key":"city","name":"City","zone":"Australia/Melbourne"}})",
             R"({"verb":"catalogue.define_course_type","course_type":"class","name":"Class"})",
             R"({"verb":"catalogue.define_template","course_type":"class","external_id":"AID","name":"First aid","effective":"2026-02-02T09:00:00Z"})",
             R"({"verb":"catalogue.define_course","course_template":"AID","external_id":"AID-1","name":"First aid","duration":"6 M","location":"city"})",
             R"({"verb":"people.define_learner","login":"ann","family_name":"Ng","birth_date":"2001-05-06","client_id":"A1"})",
             R"({"verb":"people.define_learner","login":"bob","family_name":"Ray","birth_date":"2002-07-08","client_id":"B2"})",
             R"({"verb":"registration.register_learner","learner":"ann","course":"AID-1","effective":"2026-02-03T09:00:00Z"})",
             R"({"verb":"registration.register_learner","learner":"bob","course":"AID-1","effective":"2026-02-03T09:00:00Z"})"}) {
            provost_text* answer = nullptr;
            REQUIRE(provost_run(engine, request, SIZE_MAX, &answer, nullptr) == PROVOST_OK);
            CHECK(std::string_view(provost_text_data(answer)).find("\"verdict\":\"accepted\"") !=
                  std::string_view::npos);
            provost_text_free(answer);
        }
    }
    College(const College&) = delete;
    College& operator=(const College&) = delete;
    ~College() { CHECK(provost_close(engine, nullptr) == PROVOST_OK); }

    // The summary, or the code of the error.
    [[nodiscard]] std::string run(const provost_lms& table, const std::string& session) const {
        provost_text* summary = nullptr;
        provost_error* error = nullptr;
        const auto document = "{\"session\":\"" + session + "\",\"worker\":\"test\"}";
        const auto status = provost_lms_run(engine, &table, document.c_str(), SIZE_MAX, &summary, &error);
        std::string told = status == PROVOST_OK ? provost_text_data(summary) : provost_error_code(error);
        provost_text_free(summary);
        provost_error_free(error);
        return told;
    }
};

TEST_CASE("provisioning runs over the host's own LMS, and what it tells comes back") {
    const College college;
    lms::MemoryLms memory;
    const auto table = memory_table(memory);
    CHECK(college.run(table, "lms.provision").find("\"open\":0") != std::string::npos);
    REQUIRE(memory.enrolments().size() == 2);
    CHECK(memory.enrolments().front().access == lms::Access::active);
    CHECK(college.run(table, "lms.provision").find("\"actions\":0") != std::string::npos);
    const auto observed = college.run(table, "lms.observe");
    CHECK(observed.find("\"differences\":0") != std::string::npos);
    CHECK(observed.find("\"rows\":2") != std::string::npos);
    CHECK(college.run(table, "lms.courses").find("\"rows\":1") != std::string::npos);
    CHECK(college.run(table, "import") == "choice.unknown");
}

TEST_CASE("what the host reported before it failed stays reported") {
    const College college;
    lms::MemoryLms memory;
    static bool fails = true;
    auto table = memory_table(memory);
    table.carry_out = [](void* user_data, const char* actions, size_t length, provost_text* outcomes) {
        const auto status = carry_out(user_data, actions, length, outcomes);
        return fails ? PROVOST_STORAGE : status;
    };
    CHECK(college.run(table, "lms.provision") == "callback.failed");
    CHECK(memory.enrolments().size() == 2);
    fails = false;
    CHECK(college.run(table, "lms.provision").find("\"actions\":0") != std::string::npos);
}

TEST_CASE("an LMS that answers nonsense, or nothing, is found out") {
    const College college;
    lms::MemoryLms memory;
    auto table = memory_table(memory);
    table.describe = [](void*, provost_text* out) { return provost_text_set(out, "[]", 2, nullptr); };
    CHECK(college.run(table, "lms.provision") == "callback.failed");
    table.describe = nullptr;
    table.list = [](void*, const char*, size_t, provost_text* out) {
        return provost_text_set(out, "{\"x\":1}\n", 8, nullptr);
    };
    CHECK(college.run(table, "lms.courses") == "callback.failed");
    table.list = nullptr;
    CHECK(college.run(table, "lms.courses").find("\"complete\":true") == std::string::npos);
    // no outcome: nobody knows, so it is looked up next time
    table.carry_out = [](void*, const char*, size_t, provost_text*) { return PROVOST_OK; };
    CHECK(college.run(table, "lms.provision").find("\"applied\":0") != std::string::npos);
    table.carry_out = nullptr;
    CHECK(college.run(table, "lms.provision") == "argument.null");
    table.size = 3;
    CHECK(college.run(table, "lms.provision") == "argument.invalid");
}

TEST_CASE("the example's own LMS has whom it was told of") {
    const College college;
    const auto table = own_lms_table();
    CHECK(college.run(table, "lms.provision").find("\"failed\":0") != std::string::npos);
    CHECK(std::string_view(own_lms_access("\"AID-1\"", "\"A1\"")) == "\"active\"");
    CHECK(college.run(table, "lms.observe").find("\"differences\":0") != std::string::npos);
}

}  // namespace
