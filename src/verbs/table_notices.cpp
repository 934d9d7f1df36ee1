// Verbs of notices and ratings.
#include "notices/define_notice.hpp"
#include "notices/send.hpp"
#include "rating/rate.hpp"
#include "verbs/parts.hpp"

namespace provost::verbs {

namespace {

using access::Right;
using enum access::ObjectRight;

// clang-format off
constexpr auto notices_verbs = std::to_array<Verb>({
    verb<notices::define_notice>("notices.define_notice", Right::organise, define_fetch<notices::NoticeDefinition>, 1),
    verb<notices::notices_of>("notices.of_course", Right::none, notices::notices_of_fetch<>, 0)
        .on({{"course", view}})
        .by_tutor("course", staffing::all_functions),
    verb<notices::send_notice>("notices.send", Right::send_messages, notices::send_notice_fetch<>, 1)
        .on({{"course", notifications}}),
    verb<notices::send_again>("notices.send_again", Right::send_messages, notices::send_again_fetch<>, 1)
        .on({{"course", notifications}, {"own_course", notifications}}),
    verb<rating::rate>("rating.rate", Right::none, rating::rate_fetch<>, 2),
    verb<rating::remove_comment>("rating.remove_comment", Right::edit_courses, rating::remove_comment_fetch<>, 0)
        .on({{"course", edit}}),
    verb<rating::rating_of_course>("rating.mean", Right::none, rating::ratings_fetch<rating::RatingOfCourse>, 0)
        .on({{"course", view}})
        .by_tutor("course", staffing::all_functions),
    verb<rating::list_ratings>("rating.list_ratings", Right::edit_courses, rating::ratings_fetch<rating::ListRatings>, 0)
        .on({{"course", view}}),
});
// clang-format on

}  // namespace

std::span<const Verb> verbs_of_notices() { return notices_verbs; }

}  // namespace provost::verbs
