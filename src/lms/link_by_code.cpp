// Linking by code. Compared are the id number (in Canvas the SIS id), then the short name, each as it is and without
// the suffix of the connection, with the external ids of courses; never names. WIS-LNK-04
#include "access/clearance.hpp"
#include "base/list_text.hpp"
#include "lms/linking.hpp"

namespace provost::lms {

namespace {

using catalogue::Course;
using results::LmsLink;

constexpr int course_by_code = 3;
constexpr int link_by_lms_course = 0;

// A code without the suffix, which is taken away once; empty when it does not end with it.
std::string without(const std::string& key, const std::string& suffix) {
    const bool ends = !suffix.empty() && key.size() > suffix.size() && key.ends_with(suffix);
    return ends ? catalogue::code_key_of(std::string_view(key).substr(0, key.size() - suffix.size())) : std::string();
}

// The courses that have the code; nothing: not known yet.
using Hits = std::vector<const Course*>;
bool add_hits(const std::string& code, const Context& context, Hits& hits) {
    if (code.empty()) return true;
    const auto found = context.find<Course>(course_by_code, {{0, code, true}});
    if (!found) return false;
    for (const Course& course : *found) {
        const bool counts =
            course.life == catalogue::CourseLife::active && std::ranges::find(hits, &course) == hits.end();
        if (counts) hits.push_back(&course);
    }
    return true;
}

std::optional<Hits> hits_of(std::string_view code, const std::string& suffix, const Context& context) {
    const std::string key = catalogue::code_key_of(code);
    Hits hits;
    const bool whole = add_hits(key, context, hits);
    const bool shorter = add_hits(without(key, suffix), context, hits);
    return whole && shorter ? std::optional(std::move(hits)) : std::nullopt;
}

void add_line(const LmsCourse& listed, Fate fate, Code what, std::string courses, Decision& decision) {
    ReportLine line;
    line.item = listed.connection + "/" + listed.course;
    line.fate = fate;
    line.code = what;
    line.level = std::move(courses);
    decision.report.push_back(std::move(line));
}

void add_ambiguous(const LmsCourse& listed, const Hits& hits, Decision& decision) {
    std::string courses;
    for (const Course* course : hits) add_to_list(courses, course->external_id);
    add_line(listed, Fate::open, "link.code-ambiguous"_code, std::move(courses), decision);
}

// Links what is not linked yet; one that somebody ended stays so. False: not known yet.
bool link(const LmsCourse& listed, const Course& course, Context& context, Decision& decision) {
    const auto links =
        context.find<LmsLink>(link_by_lms_course, {{0, listed.connection, true}, {0, listed.course, true}});
    if (!links) return false;
    const auto* existing =
        links->first([&](const LmsLink& each) { return each.course == course.id && each.item.empty(); });
    if (existing != nullptr) return true;
    const auto may = access::may(context, &course, catalogue::is_there, access::ObjectRight::edit);
    if (!may) return false;
    if (!*may) return (add_line(listed, Fate::refused, "clearance.missing"_code, course.external_id, decision), true);
    LmsLink made;
    made.id = context.ids.take<LmsLink>();
    made.connection = listed.connection;
    made.lms_course = listed.course;
    made.course = course.id;
    made.lms_name = listed.name;
    made.lms_starts_at = listed.starts_at;
    made.lms_ends_at = listed.ends_at;
    decision.put(std::move(made));
    add_line(listed, Fate::changed, "link.made"_code, course.external_id, decision);
    return true;
}

// One course of the LMS; all that is missing is asked for before anything is decided.
bool link_one(const LmsCourse& listed, const std::string& suffix, Context& context, Decision& decision) {
    const auto by_number = hits_of(listed.id_number, suffix, context);
    const auto by_name = hits_of(listed.short_name, suffix, context);
    if (!by_number || !by_name) return false;
    const Hits& hits = by_number->empty() ? *by_name : *by_number;
    if (hits.size() > 1) return (add_ambiguous(listed, hits, decision), true);
    return hits.empty() || link(listed, *hits.front(), context, decision);
}

}  // namespace

void link_by_code(const LinkByCode&, const LinkByCodeFacts& facts, Context& context, Decision& decision) {
    const std::string suffix = catalogue::code_key_of(facts.connection->code_suffix);
    for (const LmsCourse& listed : facts.listed) {
        if (!listed.gone) (void)link_one(listed, suffix, context, decision);
        if (decision.puts.size() < static_cast<std::size_t>(most_links_by_code)) continue;
        decision.note("link.more"_code);
        break;
    }
    if (decision.puts.empty()) decision.unchanged(facts.connection->id.value);
}

}  // namespace provost::lms
