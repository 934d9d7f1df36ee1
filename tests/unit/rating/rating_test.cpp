// Ratings: means, and that what somebody wrote goes with him.
#include "rating/mean.hpp"
#include "unit/notices/outbox_world.hpp"

#include <provost/engine/reports.hpp>

namespace provost {

namespace {

using namespace outbox_world;

rating::RatingMean mean_of(std::int64_t sum, std::int64_t count, std::optional<Decimal> at_least = {}) {
    rating::RatingMean mean;
    mean.sum = sum;
    mean.count = count;
    rating::finish(mean, at_least);
    return mean;
}

void rated_college(Host& host) {
    host.ask(
        R"({"verb":"catalogue.define_course_room","record":{"key":"hall","name":"Hall","rating_categories":["content"]}})");
    host.ask(R"({"verb":"catalogue.define_course","external_id":"C1","course_room":"hall","allow_rating":true})");
}

std::string rate(int n, int score, std::string_view comment) {
    return R"({"verb":"rating.rate","course":"C1","learner":"learner)" + std::to_string(n) +
           R"(","scores":[{"category":"content","score":)" + std::to_string(score) + R"(}],"comment":")" +
           std::string(comment) + "\"}";
}

bool stands_in_journal(Host& host, std::string_view text) {
    for (const std::string_view kind : {"journal_entry", "journal_personal", "rating_comment"}) {
        const auto found = host.engine->find(kind, "", {}, 0, 1000);
        REQUIRE(found);
        for (const std::string& document : *found) {
            if (document.find(text) != std::string::npos) return true;
        }
    }
    return false;
}

}  // namespace

TEST_CASE("IMC-RAT-02 means are exact until they are shown, and then rounded half up to two places") {
    CHECK(mean_of(9, 2).mean == parse_decimal("4.5"));
    CHECK(mean_of(13, 3).mean == parse_decimal("4.33"));
    CHECK(mean_of(14, 3).mean == parse_decimal("4.67"));
    CHECK(mean_of(829, 200).mean == parse_decimal("4.15"));  // 4.145
    CHECK_FALSE(mean_of(0, 0).mean);
    CHECK(mean_of(0, 0, Decimal{}).reaches == false);
    CHECK(mean_of(13, 3, parse_decimal("4.333333")).reaches == true);
    CHECK(mean_of(13, 3, parse_decimal("4.333334")).reaches == false);
    CHECK(mean_of(9, 2, parse_decimal("4.5")).reaches == true);
}

TEST_CASE("IMC-RAT-01 whoever comes a second time changes the rating he has given") {
    College college(1);
    Host& host = college.host;
    rated_college(host);
    host.ask(result(0, R"("completion":"incomplete","grade_percent":"20")"));
    host.ask(rate(0, 2, "First"));
    host.ask(withdrawal(0, R"(,"access_ends":"by_rule")"));
    host.ask(R"({"verb":"registration.register_learner","course":"C1","learner":"learner0"})");
    host.ask(
        R"({"verb":"results.receive_grade","course":"C1","learner":"learner0","completion":"incomplete","grade_percent":"30"})");
    host.ask(rate(0, 4, "Second"));
    const auto found = host.engine->find("rating", "", {}, 0, 10);
    REQUIRE(found);
    REQUIRE(found->size() == 1);
    CHECK(from_json<rating::Rating>(found->front())->scores.front().score == 4);
}

TEST_CASE("IMC-RAT-03 what somebody wrote goes when he is erased, each text of it") {
    College college(1);
    Host& host = college.host;
    rated_college(host);
    host.ask(result(0, R"("completion":"passed","grade_percent":"90")"));
    host.ask(rate(0, 2, "Something unkind"));
    host.ask(rate(0, 3, "Something kinder"));
    CHECK(stands_in_journal(host, "unkind"));
    host.ask(
        R"({"verb":"finalise.finalise_unit","course":"C1","learner":"learner0","ending":"completed","effective_on":"2026-06-30"})");
    CHECK(host.ask(R"({"verb":"people.erase_learner","learner":"learner0","reason":"requested"})").verdict ==
          Verdict::accepted);
    auto session = host.engine->begin(R"({"session":"erase"})");
    REQUIRE(session);
    Chunk chunk;
    while (*(*session)->take(chunk)) {
    }
    REQUIRE((*session)->finish());
    CHECK_FALSE(stands_in_journal(host, "unkind"));
    CHECK_FALSE(stands_in_journal(host, "kinder"));
    CHECK(host.engine->find("rating", "", {}, 0, 10)->size() == 1);
}

}  // namespace provost
