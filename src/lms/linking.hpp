// lms.set_link, lms.unlink, lms.provision_course, lms.mark_test, lms.link_by_code: which courses of an LMS give access.
#pragma once

#include "plan/decision.hpp"
#include "plan/fetch.hpp"

#include <provost/lms/linking.hpp>

namespace provost::lms {

struct SetLinkFacts {
    One<catalogue::Course> course;
    One<catalogue::TemplateVersion> pinned;
    One<AccessRule> rule;
    Many<results::LmsLink> links;
};

template <class Facts = SetLinkFacts>
inline constexpr auto set_link_fetch = [] {
    return fetch_plan<SetLink>(std::to_array<FetchRow>({
        PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code,
                     when<catalogue::Course, catalogue::is_there>),
        PROVOST_SLOT(pinned, "number(course.course_template, course.template_number)", "record.missing"_code),
        PROVOST_SLOT(rule, "key(request.access_rule)", "access-rule.unknown"_code),
        PROVOST_SLOT(links, "course(course.id)"),
    }));
}();

struct UnlinkFacts {
    One<catalogue::Course> course;
    Many<results::LmsLink> links;
};

template <class Request, class Facts = UnlinkFacts>
inline constexpr auto course_links_fetch = [] {
    return fetch_plan<Request>(std::to_array<FetchRow>({
        PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code,
                     when<catalogue::Course, catalogue::is_there>),
        PROVOST_SLOT(links, "course(course.id)"),
    }));
}();

struct MarkTestFacts {
    One<people::Learner> learner;
    One<catalogue::Course> course;
    Many<results::LmsLink> links;
};

template <class Facts = MarkTestFacts>
inline constexpr auto mark_test_fetch = [] {
    return fetch_plan<MarkTest>(std::to_array<FetchRow>({
        PROVOST_SLOT(learner, "login(request.learner)", "learner.unknown"_code,
                     when<people::Learner, people::is_known>),
        PROVOST_SLOT(course, "external_id(request.course)", "course.unknown"_code,
                     when<catalogue::Course, catalogue::is_there>),
        PROVOST_SLOT(links, "course(course.id)"),
    }));
}();

struct LinkByCodeFacts {
    One<Connection> connection;
    Many<LmsCourse> listed;
};

template <class Facts = LinkByCodeFacts>
inline constexpr auto link_by_code_fetch = [] {
    return fetch_plan<LinkByCode>(std::to_array<FetchRow>({
        PROVOST_SLOT(connection, "key(request.connection)", "connection.unknown"_code),
        PROVOST_SLOT(listed, "connection(request.connection)"),
    }));
}();

/// How many links one request makes; what is left is linked by the next.
inline constexpr std::int64_t most_links_by_code = 500;

void set_link(const SetLink& request, const SetLinkFacts& facts, Context& context, Decision& decision);
void unlink_course(const Unlink& request, const UnlinkFacts& facts, Context& context, Decision& decision);
void provision_course(const ProvisionCourse& request, const UnlinkFacts& facts, Context& context, Decision& decision);
void mark_test(const MarkTest& request, const MarkTestFacts& facts, Context& context, Decision& decision);
void link_by_code(const LinkByCode& request, const LinkByCodeFacts& facts, Context& context, Decision& decision);

}  // namespace provost::lms
