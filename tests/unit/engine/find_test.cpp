// Searching holds its answer and one page, whatever the number of records; fetch plans name members that there are.
#include "engine/find.hpp"
#include "verbs/verb.hpp"

#include <provost/adapters/memory_store.hpp>
#include <provost/catalogue/code_lists.hpp>
#include <provost/describe/json.hpp>

#include <doctest/doctest.h>

namespace provost {

namespace {

constexpr std::int64_t many_subjects = 2'500;  // more than two pages

// Subjects 1 to many_subjects; the nominal hours go round from 0 to 9.
std::unique_ptr<Store> store_of_subjects() {
    auto store = make_memory_store();
    REQUIRE(*store->reserve(many_subjects) == 1);
    Unit unit;
    for (std::int64_t id = 1; id <= many_subjects; ++id) {
        catalogue::Subject subject;
        subject.id = {id};
        subject.version = 1;
        subject.code = "S" + std::to_string(id);
        subject.nominal_hours = id % 10;
        unit.writes.push_back({Record::of(subject), 0});
    }
    REQUIRE(store->commit(std::span(&unit, 1))->front().state == Outcome::State::applied);
    return store;
}

std::vector<std::int64_t> ids_found(Store& store, const FindQuery& query) {
    const auto found = engine::find_documents(store, query);
    REQUIRE(found);
    std::vector<std::int64_t> ids;
    for (const std::string& document : *found) {
        ids.push_back(from_json<catalogue::Subject>(document)->id.value);
    }
    return ids;
}

}  // namespace

TEST_CASE("the pages of a search put together are the whole search [IMC-TPL-05]") {
    const auto store = store_of_subjects();
    for (const std::vector<std::string>& order :
         std::initializer_list<std::vector<std::string>>{{}, {"-nominal_hours"}, {"nominal_hours", "-code"}}) {
        FindQuery query{"subject", "", {}, {{"nominal_hours", {}, "3", {}, {}, {}, {}, {}}}, order, 0, 10'000};
        const auto whole = ids_found(*store, query);
        REQUIRE(whole.size() == many_subjects / 10 * 9);
        query.limit = 700;
        std::vector<std::int64_t> pages;
        while (true) {
            const auto page = ids_found(*store, query);
            pages.insert(pages.end(), page.begin(), page.end());
            if (page.size() < 700) break;
            query.after = page.back();
        }
        CHECK(pages == whole);
    }
}

TEST_CASE("what is sought in lists of documents is there in every fetch plan") {
    std::size_t nested = 0;
    for (const verbs::Verb& verb : verbs::all()) {
        for (const FetchStep& step : verb.fetch) {
            for (std::uint32_t i = 0; i < step.part_count; ++i) {
                if (step.parts[i].nested.empty()) continue;
                ++nested;
                CHECK_MESSAGE(step.parts[i].field->access->target()->find(step.parts[i].nested) != nullptr, verb.name);
            }
        }
    }
    CHECK(nested > 0);
}

}  // namespace provost
