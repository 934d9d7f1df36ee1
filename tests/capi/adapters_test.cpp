// A host's table of functions as a Store: the example's store keeps the contract of all stores, and tables that fail or
// answer nonsense are found out, with nothing committed.
#include "adapters.hpp"
#include "contract/store_contract.hpp"
#include "documents.hpp"

#include <provost/describe/json.hpp>

#include <doctest/doctest.h>

#include <functional>

extern "C" provost_store own_store_table(void);

namespace {

using namespace provost;
using namespace provost::capi;

std::unique_ptr<Store> own_store() {
    const provost_store table = own_store_table();
    auto made = make_host_store(&table);
    REQUIRE(made);
    (*made)->take_over();
    return std::move(*made);
}

TEST_CASE("the example's own store keeps the contract") { contract::check_store({.fresh = &own_store}); }

// What the next call of each function does.
struct Plan {
    provost_status status = PROVOST_OK;
    std::string text;
    std::int64_t first = 1;
};

provost_status answer(void* user_data, const char*, size_t, provost_text* out) {
    const auto& plan = *static_cast<Plan*>(user_data);
    provost_text_set(out, plan.text.data(), plan.text.size(), nullptr);
    return plan.status;
}

provost_status reserve(void* user_data, std::int64_t, std::int64_t* first) {
    *first = static_cast<Plan*>(user_data)->first;
    return static_cast<Plan*>(user_data)->status;
}

provost_status describe(void* user_data, provost_text* out) { return answer(user_data, nullptr, 0, out); }

std::unique_ptr<Store> planned_store(Plan& plan) {
    const provost_store table{sizeof table, &plan, nullptr, reserve, answer, answer, answer, nullptr};
    auto made = make_host_store(&table);
    REQUIRE(made);
    return std::move(*made);
}

template <class T>
void check_failed(const Result<T>& result, std::string_view function) {
    REQUIRE_FALSE(result);
    CHECK(result.error().status == Status::callback);
    CHECK(result.error().code.name() == "callback.failed");
    CHECK(result.error().parameters.front().value == function);
}

TEST_CASE("a function of the host that fails is named") {
    Plan plan{PROVOST_BUSY, "", 1};
    const auto store = planned_store(plan);
    const Key key = id_key(type_of<contract::Line>(), 1);
    const Unit unit{0, {}, {contract::write_of(contract::Line{{1}, 0, "line"})}};
    check_failed(store->reserve(5), "reserve");
    check_failed(store->load(std::span(&key, 1)), "load");
    check_failed(store->find({&type_of<contract::Line>(), Key::by_id, {}, 0, 10}), "find");
    check_failed(store->commit(std::span(&unit, 1)), "commit");
}

TEST_CASE("what a host answers is checked") {
    Plan plan;
    const auto store = planned_store(plan);
    const Key key = id_key(type_of<contract::Line>(), 1);
    const std::vector<std::string> wrong{"",
                                         "{",
                                         "[]",
                                         R"({"found":[],"revision":1})",
                                         R"({"found":[{},{}],"revision":1})",
                                         R"({"found":[{"documents":["{"]}]})",
                                         R"({"found":[{"documents":["{\"id\":2}"]}]})",
                                         R"({"found":[{"documents":["{\"id\":1}","{\"id\":1}"]}]})",
                                         R"({"found":[{}],"revision":-1})"};
    for (const std::string& text : wrong) {
        CAPTURE(text);
        plan.text = text;
        check_failed(store->load(std::span(&key, 1)), "load");
    }
    plan.text = R"({"documents":["{\"id\":2}","{\"id\":1}"]})";
    check_failed(store->find({&type_of<contract::Line>(), Key::by_id, {}, 0, 10}), "find");
    for (const std::int64_t first : {std::int64_t{0}, std::int64_t{-5}, id_limit}) {
        plan.first = first;
        check_failed(store->reserve(5), "reserve");
    }
    const Unit unit{0, {}, {contract::write_of(contract::Line{{1}, 0, "line"})}};
    for (const char* text : {"{}", R"({"outcomes":[{"state":"done"}]})", R"({"outcomes":[{},{}]})"}) {
        plan.text = text;
        check_failed(store->commit(std::span(&unit, 1)), "commit");
    }
    plan.text = R"({"outcomes":[{"state":"failed"}]})";
    CHECK(store->commit(std::span(&unit, 1))->front().state == Outcome::State::failed);
}

TEST_CASE("a table must be whole, and as long as it says") {
    Plan plan{PROVOST_OK, "{\"name\":\"mine\",\"units_per_transaction\":7}", 1};
    provost_store table{sizeof table, &plan, nullptr, reserve, answer, answer, answer, describe};
    CHECK((*make_host_store(&table))->describe().name == "mine");
    CHECK((*make_host_store(&table))->describe().units_per_transaction == 7);
    plan.text = "{\"units_per_transaction\":0}";
    check_failed(make_host_store(&table), "describe");
    table.size = sizeof table - sizeof(void*);  // a caller whose version had no describe
    CHECK((*make_host_store(&table))->describe().name == "host");
    table.size = 3;
    CHECK(make_host_store(&table).error().code.name() == "argument.invalid");
    table.size = sizeof table;
    table.commit = nullptr;
    CHECK(make_host_store(&table).error().code.name() == "argument.null");
    struct {
        provost_store known;
        void* unknown;
    } longer{{sizeof longer, &plan, nullptr, reserve, answer, answer, answer, nullptr}, nullptr};
    CHECK(make_host_store(&longer.known));
    longer.unknown = &plan;
    CHECK(make_host_store(&longer.known).error().status == Status::unsupported);
}

}  // namespace
