// Every function of the C door with NULL, with pointers that are no handles, with closed handles, from inside a
// callback, after a fork, and with an exception in its callee: a status and an error each time, never a crash. [MIS-03]
#include "calls.hpp"
#include "handles.hpp"

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <stdexcept>
#include <thread>

namespace {

using namespace capi_test;

constexpr const char* import_document =
    R"({"provost":1,"session":"import","preset":"learners","file":"learners.csv","zone":"Australia/Melbourne"})";

// An error that frees itself.
struct Failure {
    provost_error* error = nullptr;
    Failure() = default;
    Failure(const Failure&) = delete;
    Failure& operator=(const Failure&) = delete;
    ~Failure() { provost_error_free(error); }
    [[nodiscard]] std::string code() const { return provost_error_code(error); }
};

constexpr provost_columns no_columns = [] {
    provost_columns columns{};
    columns.size = sizeof columns;
    return columns;
}();
constexpr provost_pairs no_pairs = [] {
    provost_pairs pairs{};
    pairs.size = sizeof pairs;
    return pairs;
}();

// An engine in memory with a session, a bulk, a text and an error: one of each kind of handle.
struct World {
    provost_engine* engine = nullptr;
    provost_session* session = nullptr;
    provost_bulk* bulk = nullptr;
    provost_text* text = nullptr;
    provost_error* failure = nullptr;

    World() {
        REQUIRE(provost_open(":memory:", SIZE_MAX, nullptr, &engine, nullptr) == PROVOST_OK);
        REQUIRE(provost_session_begin(engine, import_document, SIZE_MAX, &session, nullptr) == PROVOST_OK);
        REQUIRE(provost_text_new("text", 4, &text, nullptr) == PROVOST_OK);
        REQUIRE(provost_run(engine, "{", 1, &none, &failure) == PROVOST_INVALID);
        REQUIRE(provost_bulk_open("{}", 2, &no_columns, &bulk, &none, nullptr) == PROVOST_OK);
        provost_text_free(std::exchange(none, nullptr));
    }
    World(const World&) = delete;
    World& operator=(const World&) = delete;
    ~World() { close(); }
    void close() {
        provost_session_free(session);
        provost_bulk_free(bulk);
        provost_text_free(text);
        provost_error_free(failure);
        CHECK(provost_close(std::exchange(engine, nullptr), nullptr) == PROVOST_OK);
        session = nullptr;
        bulk = nullptr;
        text = nullptr;
        failure = nullptr;
    }
    [[nodiscard]] Given given() {
        return {engine,  session,    bulk,        text,     failure,     "x",       &none,
                &second, &no_engine, &no_session, &no_bulk, &no_columns, &no_pairs, nullptr};
    }

    provost_text* none = nullptr;
    provost_text* second = nullptr;
    provost_engine* no_engine = nullptr;
    provost_session* no_session = nullptr;
    provost_bulk* no_bulk = nullptr;
};

constexpr std::initializer_list<Subject> every_kind{Subject::engine, Subject::session, Subject::bulk, Subject::text,
                                                    Subject::error};

// Calls all functions on these subjects; each that can fail must answer this code.
void check_all(const Given& given, std::initializer_list<Subject> subjects, const char* code) {
    for (const Call& call : all_calls()) {
        if (std::ranges::find(subjects, call.subject) == subjects.end()) continue;
        CAPTURE(call.name);
        Failure failure;
        const provost_status status = call.call(given, &failure.error);
        if (!call.fallible) continue;
        CHECK(failure.code() == code);
        CHECK(provost_error_status(failure.error) == status);
        CHECK(call.call(given, nullptr) == status);
    }
}

TEST_CASE("the table of calls has every function of the header") {
    std::string header;
    for (const char* name : {PROVOST_HEADERS "provost.h", PROVOST_HEADERS "provost_lms.h"}) {
        std::ifstream file(name);
        header.append(std::istreambuf_iterator<char>(file), {});
    }
    std::set<std::string> declared;
    const std::regex function("\nPROVOST_API [^;(]*?(provost_\\w+)\\(");
    for (std::sregex_iterator at(header.begin(), header.end(), function), end; at != end; ++at) {
        declared.insert((*at)[1]);
    }
    std::set<std::string> called;
    for (const Call& call : all_calls()) called.insert(call.name);
    CHECK(declared == called);
    CHECK(declared.size() <= 40);
}

TEST_CASE("NULL is refused wherever it is not allowed") {
    for (const Call& call : all_calls()) {
        CAPTURE(call.name);
        Failure failure;
        const bool allowed = !call.fallible || call.name == std::string_view("provost_close");
        CHECK(call.call({}, &failure.error) == (allowed ? PROVOST_OK : PROVOST_INVALID));
        CHECK(failure.code() == (allowed ? "" : "argument.null"));
    }
    CHECK(provost_error_status(nullptr) == PROVOST_OK);
    CHECK(provost_error_document(nullptr) == std::string());
    CHECK(provost_text_data(nullptr) == std::string());
}

TEST_CASE("each NULL by itself is refused, with living handles") {
    World world;
    for (const Call& call : all_calls()) {
        if (!call.fallible || call.name == std::string_view("provost_close")) continue;
        CAPTURE(call.name);
        Given without_bytes = world.given();
        without_bytes.bytes = nullptr;
        Given without_out = world.given();
        without_out.out = without_out.second_out = nullptr;
        without_out.engine_out = nullptr;
        without_out.session_out = nullptr;
        without_out.bulk_out = nullptr;
        without_out.pairs = nullptr;
        for (const Given& given : {without_bytes, without_out}) {
            Failure failure;
            const auto status = call.call(given, &failure.error);
            if (status != PROVOST_OK) CHECK((failure.code() == "argument.null" || status != PROVOST_INTERNAL));
            provost_text_free(std::exchange(world.none, nullptr));
            provost_text_free(std::exchange(world.second, nullptr));
        }
    }
}

TEST_CASE("pointers that never were handles are found out") {
    alignas(16) static unsigned char memory[256] = {};
    World world;
    Given given = world.given();
    given.engine = reinterpret_cast<provost_engine*>(memory);
    given.session = reinterpret_cast<provost_session*>(memory);
    given.bulk = reinterpret_cast<provost_bulk*>(memory);
    given.text = reinterpret_cast<provost_text*>(memory);
    given.failure = reinterpret_cast<provost_error*>(memory);
    check_all(given, every_kind, "handle.closed");
    // A handle of another type is none either.
    given.engine = reinterpret_cast<provost_engine*>(world.text);
    given.session = reinterpret_cast<provost_session*>(world.engine);
    given.bulk = reinterpret_cast<provost_bulk*>(world.text);
    given.text = reinterpret_cast<provost_text*>(world.engine);
    given.failure = reinterpret_cast<provost_error*>(world.text);
    check_all(given, every_kind, "handle.closed");
}

TEST_CASE("closed handles are found out, and closing them again does nothing") {
    World world;
    const Given given = world.given();
    world.close();
    check_all(given, every_kind, "handle.closed");
}

TEST_CASE("a session outlives its engine as a closed one") {
    World world;
    CHECK(provost_close(world.engine, nullptr) == PROVOST_OK);
    check_all(world.given(), {Subject::session}, "handle.closed");
    world.engine = nullptr;
}

TEST_CASE("after a fork engines and sessions say so, texts, errors and bulks go on") {
    World world;
    const pid_t child = fork();
    if (child == 0) {
        bool right = true;
        for (const Call& call : all_calls()) {
            const bool stays = call.name == std::string_view("provost_close") || !call.fallible;
            if (stays || (call.subject != Subject::engine && call.subject != Subject::session)) continue;
            Failure failure;
            right = right && call.call(world.given(), &failure.error) == PROVOST_INVALID;
            right = right && failure.code() == "handle.forked";
        }
        right = right && provost_text_data(world.text) == std::string("text");
        right = right && provost_error_code(world.failure) == std::string("document.malformed");
        right = right && provost_bulk_judge(world.bulk, &no_pairs, nullptr) == PROVOST_OK;
        provost_bulk_free(world.bulk);
        provost_session_free(world.session);
        right = right && provost_close(world.engine, nullptr) == PROVOST_OK;
        provost_engine* fresh = nullptr;
        right = right && provost_open(":memory:", SIZE_MAX, nullptr, &fresh, nullptr) == PROVOST_OK;
        _exit(right && provost_close(fresh, nullptr) == PROVOST_OK ? 0 : 1);
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
}

template <class Exception>
void throws() {
    throw Exception("on purpose");
}
void throws_no_memory() { throw std::bad_alloc(); }
void throws_a_number() { throw 42; }

void check_faults(void (*fault)(), const char* code) {
    World world;
    provost::capi::test_fault = fault;
    struct Result {
        const char* name;
        provost_status status;
        provost_error* error;
    };
    std::vector<Result> results;
    for (const Call& call : all_calls()) {
        Result result{call.name, PROVOST_OK, nullptr};
        result.status = call.call(world.given(), &result.error);
        if (call.fallible) results.push_back(result);
    }
    CHECK(provost_text_data(world.text) == std::string());
    provost::capi::test_fault = nullptr;
    for (const Result& result : results) {
        CAPTURE(result.name);
        CHECK(result.status == provost_error_status(result.error));
        CHECK(provost_error_code(result.error) == std::string(code));
        CHECK(provost_error_document(result.error) != std::string());
        provost_error_free(result.error);
    }
}

TEST_CASE("no exception leaves a function") {
    check_faults(throws<std::runtime_error>, "internal.defect");
    check_faults(throws_a_number, "internal.defect");
    check_faults(throws_no_memory, "memory.exhausted");
}

TEST_CASE("the engine to rebuild into is looked at like the one to rebuild from") {
    World world;
    alignas(16) static unsigned char memory[256] = {};
    const auto rebuilt = [&](provost_engine* to) {
        Failure failure;
        CHECK(provost_rebuild(world.engine, to, &failure.error) == PROVOST_INVALID);
        return failure.code();
    };
    CHECK(rebuilt(nullptr) == "argument.null");
    CHECK(rebuilt(world.engine) == "argument.invalid");
    CHECK(rebuilt(reinterpret_cast<provost_engine*>(memory)) == "handle.closed");
    CHECK(rebuilt(reinterpret_cast<provost_engine*>(world.text)) == "handle.closed");
    provost_options other{};
    other.size = sizeof other;
    other.secret = "another", other.secret_length = SIZE_MAX;
    provost_engine* to = nullptr;
    REQUIRE(provost_open(":memory:", SIZE_MAX, &other, &to, nullptr) == PROVOST_OK);
    CHECK(rebuilt(to) == "argument.invalid");
    CHECK(provost_close(to, nullptr) == PROVOST_OK);
    CHECK(rebuilt(to) == "handle.closed");
    REQUIRE(provost_open(":memory:", SIZE_MAX, nullptr, &to, nullptr) == PROVOST_OK);
    CHECK(provost_rebuild(world.engine, to, nullptr) == PROVOST_OK);
    CHECK(provost_close(to, nullptr) == PROVOST_OK);
}

// A store that calls back into its engine from `load`.
struct Reentering {
    World* other = nullptr;
    provost_engine* engine = nullptr;
    provost_session* session = nullptr;
    bool armed = false;
    int loads = 0;
    int destroyed = 0;
};

provost_status reserve(void*, int64_t, int64_t* first) { return (*first = 1, PROVOST_OK); }

provost_status load(void* user_data, const char* keys, size_t length, provost_text* found) {
    auto& state = *static_cast<Reentering*>(user_data);
    ++state.loads;
    if (std::exchange(state.armed, false)) {
        Given given = state.other->given();
        given.engine = state.engine;
        given.session = state.session;
        given.text = found;
        check_all(given, {Subject::engine, Subject::session}, "handle.busy");
        Failure failure;
        CHECK(provost_rebuild(state.other->engine, state.engine, &failure.error) == PROVOST_BUSY);
        CHECK(failure.code() == "handle.busy");
        provost_session_free(state.session);
        provost_text_free(found);
        CHECK(provost_text_set(found, "lent texts stay", SIZE_MAX, nullptr) == PROVOST_OK);
    }
    std::string items;
    const std::string_view text(keys, length);
    for (auto at = text.find("\"kind\""); at != text.npos; at = text.find("\"kind\"", at + 1))
        items += items.empty() ? "{}" : ",{}";
    return provost_text_set(found, ("{\"found\":[" + items + "],\"revision\":0}").c_str(), SIZE_MAX, nullptr);
}

provost_status find(void*, const char*, size_t, provost_text* out) { return provost_text_set(out, "{}", 2, nullptr); }
provost_status commit(void*, const char*, size_t, provost_text*) { return PROVOST_STORAGE; }
void destroy(void* user_data) { ++static_cast<Reentering*>(user_data)->destroyed; }

TEST_CASE("a callback that calls its engine is told that it is busy") {
    World other;
    Reentering state;
    state.other = &other;
    const provost_store table{sizeof table, &state, destroy, reserve, load, find, commit, nullptr};
    REQUIRE(provost_open_store(&table, nullptr, &state.engine, nullptr) == PROVOST_OK);
    REQUIRE(provost_session_begin(state.engine, import_document, SIZE_MAX, &state.session, nullptr) == PROVOST_OK);
    state.armed = true;
    provost_text* record = nullptr;
    Failure failure;
    CHECK(provost_get(state.engine, "learner", SIZE_MAX, 7, &record, &failure.error) == PROVOST_NOT_FOUND);
    CHECK(state.loads == 2);
    CHECK(provost_session_feed(state.session, "login", SIZE_MAX, nullptr) == PROVOST_OK);
    provost_session_free(state.session);
    CHECK(provost_close(state.engine, nullptr) == PROVOST_OK);
    CHECK(state.destroyed == 1);
}

TEST_CASE("calls from two threads are carried out or told that the engine is busy") {
    World world;
    std::atomic<int> wrong = 0;
    const auto work = [&] {
        for (int i = 0; i < 2000; ++i) {
            provost_text* position = nullptr;
            const auto status = provost_journal(world.engine, &position, nullptr);
            if (status != PROVOST_OK && status != PROVOST_BUSY) ++wrong;
            provost_text_free(position);
        }
    };
    std::thread one(work), two(work);
    one.join();
    two.join();
    CHECK(wrong == 0);
}

}  // namespace
