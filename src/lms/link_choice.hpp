// Which link of a course a request is about.
#pragma once

#include "plan/decision.hpp"

#include <provost/results/links.hpp>

namespace provost::lms {

/// How a request names a link: both absent where the course has only one.
struct LinkName {
    std::string_view connection;
    std::string_view lms_course;
};

/// Those links of a course, of whole courses of an LMS, that are named so; and of these those that give access.
[[nodiscard]] std::vector<const results::LmsLink*> links_named(const Many<results::LmsLink>& links, LinkName name);
[[nodiscard]] std::vector<const results::LmsLink*> links_with_access(const Many<results::LmsLink>& links,
                                                                     LinkName name);

/// The one among them; refuses and answers null when there is none, or more than one.
[[nodiscard]] const results::LmsLink* only(std::vector<const results::LmsLink*> links, Decision& decision);

}  // namespace provost::lms
