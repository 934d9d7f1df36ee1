// Ratings.
#include "rating/rate.hpp"

#include "rating/mean.hpp"
#include "registration/place.hpp"

#include <provost/describe/compare.hpp>
#include <provost/describe/json.hpp>

#include <map>

namespace provost::rating {

namespace {

// IMC-RAT-01: from in progress on; who has left before the end rates nothing.
bool has_begun(const enrolment::Enrolment& place) {
    using enum enrolment::State;
    return place.state == in_progress || place.state == on_hold || place.state == passed || place.state == failed;
}

// IMC-RAT-01: participants rate themselves; what one wrote on paper an administrator who registers him may enter.
bool may_rate_for(const RateFacts& facts, const Context& context) {
    const auto roles = clearances::roles_of(facts.acting, *facts.learner, context);
    return roles.self || roles.administrator;
}
bool may_rate(const RateFacts& facts, const enrolment::Enrolment& place, const Context& context, Decision& decision) {
    if (facts.course->settings.allow_rating != true) {
        decision.refuse("rating.off"_code);
    } else if (!may_rate_for(facts, context)) {
        decision.refuse("rating.not-by-this"_code);
    } else if (!has_begun(place)) {
        decision.refuse("rating.not-begun"_code, {{"state", std::string(word(place.state))}});
    }
    return !decision.refused();
}

// The scores in the order of the categories of the room, each once; nothing when that is refused.
std::vector<Score> settled(const std::vector<Score>& told, const std::vector<std::string>& categories,
                           Decision& decision) {
    std::vector<Score> scores;
    for (const std::string& category : categories) {
        for (const Score& score : told) {
            if (score.category == category) scores.push_back(score);
        }
        if (scores.size() > 1 && scores[scores.size() - 1].category == scores[scores.size() - 2].category) {
            decision.refuse("rating.category-twice"_code, {{"category", category}});
            return {};
        }
    }
    if (scores.size() == told.size()) return scores;
    const auto unknown = std::ranges::find_if(
        told, [&](const Score& score) { return std::ranges::find(categories, score.category) == categories.end(); });
    decision.refuse("rating.category-unknown"_code, {{"category", unknown->category}});
    return {};
}

// What stands beside the rating from now on: the same text is the same record, and what was there before goes.
Id<RatingComment> comment_of(const Rate& request, const RateFacts& facts, Context& context, Decision& decision) {
    const bool same = facts.comment && facts.comment->text == request.comment;
    if (same) return facts.comment->id;
    if (facts.comment && !facts.comment->text.empty()) {
        RatingComment former = *facts.comment;
        former.text.clear();
        decision.put(std::move(former));
    }
    if (request.comment.empty()) return {};
    RatingComment made;
    made.id = context.ids.take<RatingComment>();
    made.course = facts.course->id;
    made.learner = facts.learner->id;
    made.text = request.comment;
    made.written_at = context.effective;
    const auto id = made.id;
    decision.put(std::move(made));
    return id;
}

const std::vector<std::string>& categories_of(const One<catalogue::CourseRoom>& room) {
    static const std::vector<std::string> none;
    return room ? room->rating_categories : none;
}

}  // namespace

void rate(const Rate& request, const RateFacts& facts, Context& context, Decision& decision) {
    const enrolment::Enrolment& place = registration::latest(facts.places);
    if (!may_rate(facts, place, context, decision)) return;
    auto scores = settled(request.scores, categories_of(facts.room), decision);
    if (decision.refused()) return;
    Rating made = facts.existing ? *facts.existing : Rating{};
    if (!facts.existing) made.id = context.ids.take<Rating>();
    decision.about = made.id.value;
    made.course = facts.course->id;
    made.learner = facts.learner->id;
    made.enrolment = place.id;
    made.scores = std::move(scores);
    made.comment = comment_of(request, facts, context, decision);
    const bool same = facts.existing && same_content(type_of<Rating>(), &made, &*facts.existing);
    if (!same) made.rated_at = context.effective;
    decision.put(std::move(made));
}

// IMC-RAT-03: the scores stay, and the journal tells who took it away.
void remove_comment(const RemoveComment&, const RemoveCommentFacts& facts, Context& context, Decision& decision) {
    if (!facts.rating) return decision.refuse("rating.none"_code);
    if (!facts.comment || facts.comment->text.empty()) return decision.unchanged(facts.rating->id.value);
    decision.about = facts.rating->id.value;
    RatingComment removed = *facts.comment;
    removed.text.clear();
    removed.removed_at = context.effective;
    removed.removed_by = context.asked_by;
    decision.put(std::move(removed));
}

void finish(RatingMean& mean, const std::optional<Decimal>& at_least) {
    if (mean.count > 0) {
        constexpr std::int64_t places = 100;
        const auto rounded = (2 * mean.sum * places + mean.count) / (2 * mean.count);
        mean.mean = Decimal{rounded * (Decimal::of(1).millionths / places)};
    }
    if (!at_least) return;
    const auto exact = make_rational(mean.sum, mean.count);
    mean.reaches = exact && *exact >= Rational{at_least->millionths, Decimal::of(1).millionths};
}

// IMC-RAT-02: over the categories that the room has now, and all participants.
void rating_of_course(const RatingOfCourse& request, const RatingsFacts& facts, Context&, Decision& decision) {
    std::map<std::string_view, RatingMean> by_category;
    RatingMean whole;
    std::int64_t participants = 0;
    const auto& categories = categories_of(facts.room);
    for (const Rating& rating : facts.ratings) {
        bool counts = false;
        for (const Score& score : rating.scores) {
            if (std::ranges::find(categories, score.category) == categories.end()) continue;
            add(by_category[score.category], score.score);
            add(whole, score.score);
            counts = true;
        }
        participants += counts ? 1 : 0;
    }
    const auto tell = [&](std::string_view item, std::string_view group, std::string value) {
        ReportLine line;
        line.item = item;
        line.group = group;
        line.value = std::move(value);
        decision.report.push_back(std::move(line));
    };
    finish(whole, request.at_least);
    tell("rating", "rating", to_json(whole));
    tell("participants", "rating", std::to_string(participants));
    for (const std::string& category : categories) {
        RatingMean& mean = by_category[category];
        finish(mean, {});
        tell(category, "categories", to_json(mean));
    }
    decision.unchanged(facts.course->id.value);
}

void list_ratings(const ListRatings&, const RatingsFacts& facts, Context&, Decision& decision) {
    for (const Rating& rating : facts.ratings) {
        RatingView view{rating.learner, rating.scores, {}, rating.rated_at, {}};
        for (const RatingComment& comment : facts.comments) {
            if (comment.id != rating.comment) continue;
            view.comment = comment.text;
            view.comment_removed_at = comment.removed_at;
        }
        ReportLine line;
        line.item = "learner_" + std::to_string(rating.learner.value);
        line.group = "ratings";
        line.value = to_json(view);
        decision.report.push_back(std::move(line));
    }
    decision.unchanged(facts.course->id.value);
}

}  // namespace provost::rating
