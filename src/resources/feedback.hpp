// resources.resource_questions.
#pragma once

#include "plan/decision.hpp"
#include "plan/fetch.hpp"

#include <provost/catalogue/medium.hpp>
#include <provost/resources/views.hpp>

namespace provost::resources {

struct FeedbackQuestionsFacts {
    One<catalogue::Course> course;
    Many<Resource> resources;
    One<catalogue::Syllabus> syllabus;
    Many<catalogue::Medium> forms;
    Many<catalogue::Medium> questions;
};

template <class Facts = FeedbackQuestionsFacts>
inline constexpr auto feedback_questions_fetch = [] {
    return fetch_plan<FeedbackQuestions>(std::to_array<FetchRow>({
        PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code,
                     when<catalogue::Course, catalogue::is_there>),
        PROVOST_SLOT(resources, "id(course.resources.resource)", "record.missing"_code),
        PROVOST_SLOT(syllabus, "owner(course.id)"),
        PROVOST_SLOT(forms, "key(syllabus.components.medium)"),
        PROVOST_SLOT(questions, "key(forms.parts.medium)"),
    }));
}();

void feedback_questions(const FeedbackQuestions& request, const FeedbackQuestionsFacts& facts, Context& context,
                        Decision& decision);

}  // namespace provost::resources
