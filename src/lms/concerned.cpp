// Counting needs no list of places where the seats of a course say how many there are.
#include "lms/concerned.hpp"

#include <provost/lms/elearning.hpp>

namespace provost::lms {

using results::AccessMethod;
using results::LmsLink;

std::optional<std::int64_t> count_of(const LmsLink& link, const Context& context) {
    constexpr int by_link = 2;
    constexpr int by_course = 0;
    if (link.access == AccessMethod::none) return 0;
    const bool added_one_by_one =
        link.access == AccessMethod::manual || (link.access == AccessMethod::automatic && !link.enrols_everybody);
    if (added_one_by_one) {
        const auto added = context.find<ElearningEnrolment>(by_link, {{link.id.value, {}, false}});
        if (!added) return std::nullopt;
        std::int64_t count = 0;
        for (const ElearningEnrolment& each : *added) count += each.added_at ? 1 : 0;
        return count;
    }
    const auto seats = context.find<catalogue::Seats>(by_course, {{link.course.value, {}, false}});
    if (!seats) return std::nullopt;
    return seats->empty() ? 0 : static_cast<const catalogue::Seats*>(seats->records.front())->live;
}

ReportLine line_of(const LmsLink& link, Code what, std::int64_t count) {
    ReportLine line;
    line.item = link.connection + "/" + link.lms_course;
    line.fate = Fate::changed;
    line.code = what;
    line.value = std::to_string(count);
    return line;
}

std::optional<std::int64_t> mark_linked(const std::string& rule, Code what, Context& context, Decision& decision) {
    constexpr int by_rule = 2;
    const auto links = context.find<LmsLink>(by_rule, {{0, rule, true}});
    if (!links) return std::nullopt;
    std::int64_t count = 0;
    bool complete = true;
    for (const LmsLink& link : *links) {
        const auto enrolled = count_of(link, context);
        complete = complete && enrolled.has_value();
        if (!enrolled) continue;
        count += *enrolled;
        decision.access_due_for_all(link.course);
        decision.report.push_back(line_of(link, what, *enrolled));
    }
    return complete ? std::optional(count) : std::nullopt;
}

}  // namespace provost::lms
