// rating.rate, rating.remove_comment, rating.mean, rating.list_ratings.
#pragma once

#include "clearances/acting.hpp"

#include <provost/catalogue/references.hpp>
#include <provost/rating/rating.hpp>

namespace provost::rating {

struct RateFacts {
    One<catalogue::Course> course;
    One<people::Learner> learner;
    One<catalogue::CourseRoom> room;
    Many<enrolment::Enrolment> places;  // of the learner in the course
    clearances::ActingFacts acting;
    One<Rating> existing;
    One<RatingComment> comment;
};

template <class Facts = RateFacts>
inline constexpr auto rate_fetch = [] {
    return fetch_plan<Rate>(
        detail::join(std::to_array<FetchRow>({
                         PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code,
                                      when<catalogue::Course, catalogue::is_there>),
                         PROVOST_SLOT(learner, "login(request.learner)", "learner.unknown"_code,
                                      when<people::Learner, people::is_known>),
                         PROVOST_SLOT(room, "key(course.course_room)"),
                         PROVOST_SLOT(places, "learner_course(learner.id, course.id)", "learner.not-enrolled"_code),
                     }),
                     PROVOST_PART(acting, clearances::acting_in_course_rows),
                     std::to_array<FetchRow>({
                         PROVOST_SLOT(existing, "course_learner(course.id, learner.id)"),
                         PROVOST_SLOT(comment, "id(existing.comment)", "record.missing"_code),
                     })));
}();

void rate(const Rate& request, const RateFacts& facts, Context& context, Decision& decision);

struct RemoveCommentFacts {
    One<catalogue::Course> course;
    One<people::Learner> learner;
    One<Rating> rating;
    One<RatingComment> comment;
};

template <class Facts = RemoveCommentFacts>
inline constexpr auto remove_comment_fetch = [] {
    return fetch_plan<RemoveComment>(std::to_array<FetchRow>({
        PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code,
                     when<catalogue::Course, catalogue::is_there>),
        PROVOST_SLOT(learner, "login(request.learner)", "learner.unknown"_code),
        PROVOST_SLOT(rating, "course_learner(course.id, learner.id)"),
        PROVOST_SLOT(comment, "id(rating.comment)", "record.missing"_code),
    }));
}();

void remove_comment(const RemoveComment& request, const RemoveCommentFacts& facts, Context& context,
                    Decision& decision);

struct RatingsFacts {
    One<catalogue::Course> course;
    One<catalogue::CourseRoom> room;
    Many<Rating> ratings;
    Many<RatingComment> comments;
};

template <class Request, class Facts = RatingsFacts>
inline constexpr auto ratings_fetch = [] {
    return fetch_plan<Request>(std::to_array<FetchRow>({
        PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code,
                     when<catalogue::Course, catalogue::is_there>),
        PROVOST_SLOT(room, "key(course.course_room)"),
        PROVOST_SLOT(ratings, "course(course.id)"),
        PROVOST_SLOT(comments, "id(ratings.comment)", "record.missing"_code),
    }));
}();

void rating_of_course(const RatingOfCourse& request, const RatingsFacts& facts, Context& context, Decision& decision);
void list_ratings(const ListRatings& request, const RatingsFacts& facts, Context& context, Decision& decision);

}  // namespace provost::rating
