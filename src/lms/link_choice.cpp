// Links of graded items give no access: they are passed over.
#include "lms/link_choice.hpp"

namespace provost::lms {

using results::AccessMethod;
using results::LmsLink;

std::vector<const LmsLink*> links_named(const Many<LmsLink>& links, LinkName name) {
    std::vector<const LmsLink*> found;
    for (const LmsLink& link : links) {
        const bool connection = name.connection.empty() || link.connection == name.connection;
        const bool course = name.lms_course.empty() || link.lms_course == name.lms_course;
        if (link.item.empty() && connection && course) found.push_back(&link);
    }
    return found;
}

std::vector<const LmsLink*> links_with_access(const Many<LmsLink>& links, LinkName name) {
    auto found = links_named(links, name);
    std::erase_if(found, [](const LmsLink* link) { return link->access == AccessMethod::none; });
    return found;
}

// WIS-LNK-05: of a course and a cohort that are called the same the course is meant: lms.provision_course sets cohorts.
const LmsLink* only(std::vector<const LmsLink*> links, Decision& decision) {
    const auto named = links;
    std::erase_if(links, [&](const LmsLink* link) {
        return link->is_cohort && std::ranges::any_of(named, [&](const LmsLink* other) {
                   return !other->is_cohort && other->connection == link->connection &&
                          other->lms_course == link->lms_course;
               });
    });
    if (links.size() == 1) return links.front();
    if (links.empty()) return (decision.refuse("link.unknown"_code), nullptr);
    decision.refuse("link.several"_code, {{"count", std::to_string(links.size())}});
    return nullptr;
}

}  // namespace provost::lms
