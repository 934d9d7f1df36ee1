// Judging prerequisites over the caller's arrays.
#include "text.hpp"

#include <provost/describe/json.hpp>
#include <provost/enrolment/enrolment.hpp>
#include <provost/people/learner_fact.hpp>

namespace provost::capi {

namespace {

using prerequisites::Columns;
using prerequisites::PairColumns;

template <class T>
std::span<T> column(T* values, size_t rows) {
    return values == nullptr ? std::span<T>() : std::span<T>(values, rows);
}

Columns columns_of(const provost_columns& c) {
    Columns columns;
    if (c.learner != nullptr) columns.learners = column(c.learner, c.learners);
    columns.places = {column(c.place_learner, c.places),     column(c.place_course, c.places),
                      column(c.place_template, c.places),    column(c.place_state, c.places),
                      column(c.place_enrolled_on, c.places), column(c.place_started_on, c.places),
                      column(c.place_ended_on, c.places),    column(c.place_valid_until, c.places)};
    columns.achievements = {column(c.achievement_learner, c.achievements),
                            column(c.achievement_subject, c.achievements), column(c.achievement_end_on, c.achievements),
                            column(c.achievement_successful, c.achievements)};
    columns.members = {column(c.member_learner, c.members), column(c.member_group, c.members)};
    columns.facts = {column(c.fact_learner, c.facts), column(c.fact_about, c.facts), column(c.fact_kind, c.facts),
                     column(c.fact_holds, c.facts),   column(c.fact_level, c.facts), column(c.fact_from_on, c.facts),
                     column(c.fact_until_on, c.facts)};
    return columns;
}

// More rows than any memory holds.
constexpr size_t too_many = SIZE_MAX / 16;

// Rows of a group in which no column that must be there is.
Result<void> check_rows(const provost_columns& c) {
    const auto lacks = [](size_t rows, const void* a, const void* b) {
        return rows > too_many || (rows != 0 && a == nullptr && b == nullptr);
    };
    const bool wrong = lacks(c.learners, c.learner, nullptr) || lacks(c.places, c.place_learner, c.place_course) ||
                       lacks(c.achievements, c.achievement_learner, c.achievement_subject) ||
                       lacks(c.members, c.member_learner, c.member_group) ||
                       lacks(c.facts, c.fact_learner, c.fact_about);
    return wrong ? Result<void>(wrong_argument("columns")) : Result<void>();
}

// The numbers of the header are those of the records.
template <class T, class Theirs>
constexpr bool same(Theirs theirs, T ours) {
    return static_cast<std::int64_t>(theirs) == static_cast<std::int64_t>(ours);
}
static_assert(same(PROVOST_NO_DAY, prerequisites::no_day));
static_assert(same(PROVOST_STATE_REGISTERED, enrolment::State::registered) &&
              same(PROVOST_STATE_IN_PROGRESS, enrolment::State::in_progress) &&
              same(PROVOST_STATE_PASSED, enrolment::State::passed) &&
              same(PROVOST_STATE_FAILED, enrolment::State::failed));
static_assert(same(PROVOST_FACT_SKILL, people::FactKind::skill) &&
              same(PROVOST_FACT_JOB_PROFILE, people::FactKind::job_profile) &&
              same(PROVOST_FACT_COURSE, people::FactKind::course) &&
              same(PROVOST_FACT_TEMPLATE, people::FactKind::course_template));
static_assert(same(PROVOST_NOT_MET, Mark::not_met) && same(PROVOST_UNKNOWN, Mark::unknown) &&
              same(PROVOST_PARTLY_MET, Mark::partly_met) && same(PROVOST_MET, Mark::met));

Mark* marks_in(uint8_t* bytes) { return reinterpret_cast<Mark*>(bytes); }

Result<void> judge(const prerequisites::Bulk& bulk, const provost_pairs& given) {
    const bool lacks = given.learner == nullptr || given.rule == nullptr || given.mark == nullptr;
    if (given.pairs != 0 && lacks) return null_argument("pairs");
    const bool overflows = given.pairs != 0 && given.parts_each > too_many / given.pairs;
    if (given.pairs > too_many || overflows || (given.parts == nullptr) != (given.parts_each == 0)) {
        return wrong_argument("pairs");
    }
    const PairColumns pairs{column(given.learner, given.pairs), column(given.rule, given.pairs),
                            column(given.day, given.pairs), given.one_day};
    return prerequisites::judge(bulk.history, bulk.rules, pairs,
                                {column(marks_in(given.mark), given.pairs),
                                 column(marks_in(given.parts), given.pairs * given.parts_each), given.parts_each});
}

}  // namespace

}  // namespace provost::capi

using namespace provost::capi;
using provost::Result;
using provost::prerequisites::Bulk;

provost_status provost_bulk_open(const char* document, size_t length, const provost_columns* columns,
                                 provost_bulk** out, provost_text** summary, provost_error** error) {
    if (out != nullptr) *out = nullptr;
    if (summary != nullptr) *summary = nullptr;
    return trap(error, [&]() -> Result<void> {
        if (document == nullptr) return null_argument("document");
        if (columns == nullptr) return null_argument("columns");
        if (out == nullptr) return null_argument("out");
        if (summary == nullptr) return null_argument("summary");
        const auto given = sized(columns, "columns");
        if (!given) return given.error();
        if (auto right = check_rows(*given); !right) return right;
        auto bulk = provost::prerequisites::open_bulk(bytes_of(document, length), columns_of(*given));
        if (!bulk) return bulk.error();
        NewText text;
        auto handle = std::make_unique<provost_bulk>();
        std::string told = provost::to_json(summary_of(*bulk));
        handle->held = std::make_shared<const Bulk>(std::move(*bulk));
        enter(handle.get(), Handle::bulk);
        text.give(std::move(told), summary);
        *out = handle.release();
        return {};
    });
}

provost_status provost_bulk_judge(const provost_bulk* bulk, const provost_pairs* pairs, provost_error** error) {
    return trap(error, [&]() -> Result<void> {
        if (bulk == nullptr) return null_argument("bulk");
        const auto held = held_by(bulk);
        if (held == nullptr) return closed_handle();
        if (pairs == nullptr) return null_argument("pairs");
        const auto given = sized(pairs, "pairs");
        if (!given) return given.error();
        return judge(*held, *given);
    });
}

void provost_bulk_free(provost_bulk* bulk) {
    trap_value(false, [&] {
        if (!leave(bulk, Handle::bulk)) return false;
        delete bulk;
        return true;
    });
}
