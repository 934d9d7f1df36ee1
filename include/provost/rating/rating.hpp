// Ratings: what participants think of a course, in the categories of its course room.
#pragma once

#include <provost/enrolment/enrolment.hpp>

namespace provost::rating {

/// What somebody gives a course in a category. Since 0.1. [IMC-RAT-01]
struct Score {
    std::string category;
    std::int64_t score = 0;
};

/// What somebody wrote beside a rating. Another text is another record; it is only ever taken away. Since 0.1.
/// [IMC-RAT-03]
struct RatingComment {
    Id<RatingComment> id;
    std::int64_t version = 0;
    Id<catalogue::Course> course;
    Id<people::Learner> learner;
    std::string text;
    std::optional<Instant> written_at;
    std::optional<Instant> removed_at;
    std::string removed_by;
};

/// The rating of a course by a person: one, whichever of his places it was given in. Since 0.1. [IMC-RAT-01]
struct Rating {
    Id<Rating> id;
    std::int64_t version = 0;
    Id<catalogue::Course> course;
    Id<people::Learner> learner;
    Id<enrolment::Enrolment> enrolment;
    std::vector<Score> scores;
    Id<RatingComment> comment;
    std::optional<Instant> rated_at;
};

/// Rates a course, or changes the rating: all of it is told. Since 0.1. [IMC-RAT-01]
struct Rate {
    Head head;
    Ref<catalogue::Course> course;
    Ref<people::Learner> learner;
    std::vector<Score> scores;
    std::string comment;
};

/// Takes an inappropriate comment away; the scores stay. Since 0.1. [IMC-RAT-03]
struct RemoveComment {
    Head head;
    Ref<catalogue::Course> course;
    Ref<people::Learner> learner;
};

/// How a course is rated on the whole. Since 0.1. [IMC-RAT-02]
struct RatingOfCourse {
    Head head;
    Ref<catalogue::Course> course;
    std::optional<Decimal> at_least;
};

/// The ratings of a course, one by one. Since 0.1. [IMC-RAT-03]
struct ListRatings {
    Head head;
    Ref<catalogue::Course> course;
};

/// A mean: exact as sum and count, rounded for display. Since 0.1. [IMC-RAT-02]
struct RatingMean {
    std::int64_t sum = 0;
    std::int64_t count = 0;
    std::optional<Decimal> mean;
    std::optional<bool> reaches;
};

/// A rating as it is listed. Since 0.1. [IMC-RAT-03]
struct RatingView {
    Id<people::Learner> learner;
    std::vector<Score> scores;
    std::string comment;
    std::optional<Instant> rated_at;
    std::optional<Instant> comment_removed_at;
};

/// Least and greatest score.
inline constexpr std::int64_t least_score = 1, greatest_score = 5;

}  // namespace provost::rating

PROVOST_DESCRIBE(provost::rating::Score, document, "score", "What a course is given in a category.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(category, "Category of the course room.").required().at_most(200),
                 PROVOST_FIELD(score, "1 to 5; 5 is best.")
                     .between(provost::rating::least_score, provost::rating::greatest_score, "value.out-of-range"));

PROVOST_DESCRIBE(provost::rating::RatingComment, record, "rating_comment", "What somebody wrote beside a rating.",
                 PROVOST_INDEXES({"learner", false, {"learner"}}), PROVOST_FIELD(id, "Identity in this store."),
                 PROVOST_FIELD(version, "Counts the changes."), PROVOST_FIELD(course, "Which course."),
                 PROVOST_FIELD(learner, "Who wrote it."),
                 PROVOST_FIELD(text, "The text; absent once it was taken away.").personal(),
                 PROVOST_FIELD(written_at, "When."),
                 PROVOST_FIELD(removed_at, "When somebody took it away as inappropriate."),
                 PROVOST_FIELD(removed_by, "Who: a login."));

PROVOST_DESCRIBE(provost::rating::Rating, record, "rating", "The rating of a course by a person.",
                 PROVOST_INDEXES({"course_learner", true, {"course", "learner"}}, {"course", false, {"course"}},
                                 {"learner", false, {"learner"}}),
                 PROVOST_FIELD(id, "Identity in this store."), PROVOST_FIELD(version, "Counts the changes."),
                 PROVOST_FIELD(course, "Which course."), PROVOST_FIELD(learner, "Who rated."),
                 PROVOST_FIELD(enrolment, "The place in which it was given last."),
                 PROVOST_FIELD(scores, "The scores, in the order of the categories of the course room."),
                 PROVOST_FIELD(comment, "What was written beside it."),
                 PROVOST_FIELD(rated_at, "When it was given, or changed last."));

PROVOST_DESCRIBE(provost::rating::RatingMean, document, "rating_mean", "A mean of scores.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(sum, "Sum of the scores."), PROVOST_FIELD(count, "How many there are."),
                 PROVOST_FIELD(mean, "Their mean, rounded half up to two places; absent: there are none."),
                 PROVOST_FIELD(reaches, "Whether the exact mean is at least the one that was asked for."));

PROVOST_DESCRIBE(provost::rating::RatingView, document, "rating_view", "A rating as it is listed.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(learner, "Id of the learner."), PROVOST_FIELD(scores, "The scores."),
                 PROVOST_FIELD(comment, "What he wrote.").personal(), PROVOST_FIELD(rated_at, "When."),
                 PROVOST_FIELD(comment_removed_at, "When the comment was taken away as inappropriate."));

PROVOST_REQUEST(provost::rating::Rate, "rate", "Rates a course, or changes the rating.",
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(learner, "Login of the participant.").required(),
                PROVOST_FIELD(scores, "What he gives, each category once.").required().at_most(100),
                PROVOST_FIELD(comment, "What he writes; absent: nothing.").at_most(4000).personal());

PROVOST_REQUEST(provost::rating::RemoveComment, "remove_comment", "Takes the comment of a rating away.",
                PROVOST_FIELD(course, "External id of the course.").required(),
                PROVOST_FIELD(learner, "Login of whoever wrote it.").required());

PROVOST_REQUEST(
    provost::rating::RatingOfCourse, "rating_of_course", "How a course is rated on the whole.",
    PROVOST_FIELD(course, "External id of the course.").required(),
    PROVOST_FIELD(at_least, "The mean that is asked for, for a filter.").between(0, 5, "value.out-of-range"));

PROVOST_REQUEST(provost::rating::ListRatings, "list_ratings", "The ratings of a course, one by one.",
                PROVOST_FIELD(course, "External id of the course.").required());
