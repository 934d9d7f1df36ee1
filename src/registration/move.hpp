// registration.move_place, registration.replace_participant: a place goes on elsewhere, or is somebody else's.
#pragma once

#include "registration/entry.hpp"
#include "registration/place.hpp"

#include <provost/registration/participants.hpp>

namespace provost::registration {

struct MoveFacts {
    One<catalogue::Course> from;
    One<catalogue::Course> course;
    One<people::Learner> learner;
    PlaceFacts place;                // in the course that is left
    EntryFacts entry;                // into the other one
    Many<enrolment::Enrolment> all;  // of the learner
};

struct ReplaceFacts {
    One<catalogue::Course> course;
    One<people::Learner> leaves;
    One<people::Learner> learner;
    PlaceFacts place;                // of the one who leaves
    EntryFacts entry;                // of the one who comes
    Many<enrolment::Enrolment> all;  // of the one who leaves
};

/// The slots of the place that is left, which a request names otherwise than `course` and `learner`: paths of its
/// location, its seats and its places.
template <class Facts = PlaceFacts>
[[nodiscard]] constexpr auto left_rows(std::size_t at, std::string_view location, std::string_view seats,
                                       std::string_view places) {
    auto rows = part_of(at, place_rows<Facts>);
    rows[0].path = location;
    rows[1].path = seats;
    rows[2].path = places;
    return rows;
}

template <class Facts = MoveFacts>
inline constexpr auto move_place_fetch = [] {
    constexpr auto there = when<catalogue::Course, catalogue::is_there>;
    return fetch_plan<MovePlace>(detail::join(
        std::to_array<FetchRow>({
            PROVOST_SLOT(from, "external_id(request.from_course)", "course.unknown"_code, there),
            PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code, there),
            PROVOST_SLOT(learner, "login(request.learner)", "learner.unknown"_code),
        }),
        left_rows(offsetof(Facts, place), "id(from.location)", "course(from.id)",
                  "learner_course(learner.id, from.id)"),
        PROVOST_PART(entry, entry_rows), std::to_array<FetchRow>({PROVOST_SLOT(all, "learner(learner.id)")})));
}();

void move_place(const MovePlace& request, const MoveFacts& facts, Context& context, Decision& decision);

template <class Facts = ReplaceFacts>
inline constexpr auto replace_participant_fetch = [] {
    return fetch_plan<ReplaceParticipant>(detail::join(
        std::to_array<FetchRow>({
            PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code,
                         when<catalogue::Course, catalogue::is_there>),
            PROVOST_SLOT(leaves, "login(request.leaves)", "learner.unknown"_code),
            PROVOST_SLOT(learner, "login(request.learner)", "learner.unknown"_code,
                         when<people::Learner, people::is_known>),
        }),
        left_rows(offsetof(Facts, place), "id(course.location)", "course(course.id)",
                  "learner_course(leaves.id, course.id)"),
        PROVOST_PART(entry, entry_rows), std::to_array<FetchRow>({PROVOST_SLOT(all, "learner(leaves.id)")})));
}();

void replace_participant(const ReplaceParticipant& request, const ReplaceFacts& facts, Context& context,
                         Decision& decision);

}  // namespace provost::registration
