// notices.define_notice, notices.of_course: what the organisation says of notices, and what comes of it for a course.
#pragma once

#include "plan/define_verb.hpp"

#include <provost/notices/definition.hpp>

namespace provost::notices {

void define_notice(const Define<NoticeDefinition>& request, const DefineFacts<NoticeDefinition>& facts,
                   Context& context, Decision& decision);

struct NoticesOfFacts {
    One<catalogue::Course> course;
    One<catalogue::TemplateVersion> pinned;
};

template <class Facts = NoticesOfFacts>
inline constexpr auto notices_of_fetch = [] {
    return fetch_plan<NoticesOf>(std::to_array<FetchRow>({
        PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code,
                     when<catalogue::Course, catalogue::is_there>),
        PROVOST_SLOT(pinned, "number(course.course_template, course.template_number)", "record.missing"_code),
    }));
}();

void notices_of(const NoticesOf& request, const NoticesOfFacts& facts, Context& context, Decision& decision);

/// The organisation's definitions: those by days alone, or all; nothing when they are not known yet: decide nothing
/// then.
[[nodiscard]] std::optional<Many<NoticeDefinition>> definitions(const Context& context, bool timed_alone);

}  // namespace provost::notices
