// learning.update_components: components follow newer versions of what they show.
#pragma once

#include "catalogue/syllabus.hpp"

#include <provost/catalogue/course.hpp>
#include <provost/learning/update.hpp>

namespace provost::learning {

struct UpdateComponentsFacts {
    Many<catalogue::Course> courses;
    Many<organisation::Location> locations;
    Many<catalogue::Syllabus> syllabuses;
    Many<catalogue::Seats> seats;
    Many<catalogue::Logic> logic;
    Many<Progress> progress;
    Many<catalogue::Medium> media;
    Many<catalogue::Shelf> shelves;
    Many<catalogue::Medium> on_shelves;
    Many<catalogue::Medium> questions;
};

template <class Facts = UpdateComponentsFacts>
inline constexpr auto update_components_fetch = [] {
    return fetch_plan<UpdateComponents>(std::to_array<FetchRow>({
        PROVOST_SLOT(courses, "external_id(request.courses)", "course.unknown"_code,
                     when<catalogue::Course, catalogue::is_there>),
        PROVOST_SLOT(locations, "id(courses.location)", "record.missing"_code),
        PROVOST_SLOT(syllabuses, "owner(courses.id)"),
        PROVOST_SLOT(seats, "course(courses.id)", "record.missing"_code),
        PROVOST_SLOT(logic, "id(syllabuses.logic)", "record.missing"_code),
        PROVOST_SLOT(progress, "course(courses.id)"),
        PROVOST_SLOT(media, "key(syllabuses.components.medium)"),
        PROVOST_SLOT(shelves, "owner(courses.id)"),
        PROVOST_SLOT(on_shelves, "key(shelves.items.medium)"),
        PROVOST_SLOT(questions, "key(media.parts.medium)"),
    }));
}();

void update_components(const UpdateComponents& request, const UpdateComponentsFacts& facts, Context& context,
                       Decision& decision);

}  // namespace provost::learning
