// WIS-AG-15: connection and LMS course (and item) lead to links, links to courses, courses to the learner's places.
#include "results/matching.hpp"

#include "plan/by_id.hpp"

#include <provost/enrolment/participant.hpp>

namespace provost::results {

namespace {

using enrolment::Enrolment;

bool names_item(const ReceiveGrade& request) { return !request.item.empty() || !request.item_number.empty(); }

bool is_by_link(const ReceiveGrade& request) { return !request.connection.empty() || !request.lms_course.empty(); }

// The links of the item, or of the whole course. PPR-RES-06: of an item that has none the links of its course, but what
// it says is of a part only.
std::vector<Candidate> links_for(const ReceiveGrade& request, const ReceiveGradeFacts& facts) {
    std::vector<Candidate> exact, whole;
    for (const LmsLink& link : facts.links) {
        if (link.off || !link.component.empty()) continue;  // learning.receive_result takes what is for a component
        const bool same = !link.item.empty() && (link.item == request.item || link.item == request.item_number);
        if (same) exact.push_back({nullptr, nullptr, &link, false});
        if (link.item.empty()) whole.push_back({nullptr, nullptr, &link, names_item(request)});
    }
    return exact.empty() ? whole : exact;
}

// The latest open place of the learner in a course.
const Enrolment* latest_in(const Many<Enrolment>& open, std::int64_t course) {
    const Enrolment* found = nullptr;
    for (const Enrolment& place : open) {
        if (place.course.value != course) continue;
        if (found == nullptr || found->id < place.id) found = &place;
    }
    return found;
}

void add(std::vector<Candidate>& all, Candidate next) {
    const auto same = [&](const Candidate& known) { return known.place == next.place; };
    if (next.place != nullptr && next.course != nullptr && std::ranges::none_of(all, same)) all.push_back(next);
}

// Whoever still has to do the unit is meant before whoever has done it.
void keep_open_ones(std::vector<Candidate>& all) {
    const auto ahead = [](const Candidate& one) { return enrolment::is_ahead(one.place->state); };
    if (std::ranges::none_of(all, ahead)) return;
    std::erase_if(all, [&](const Candidate& one) { return !ahead(one); });
}

}  // namespace

Many<Enrolment> places_meant(const ReceiveGrade& request, const ReceiveGradeFacts& facts) {
    if (!is_by_link(request)) return facts.unit_places;
    const auto links = links_for(request, facts);
    Many<Enrolment> meant;
    for (const Enrolment& place : facts.linked_places) {
        const auto leads = [&](const Candidate& each) { return each.link->course == place.course; };
        if (std::ranges::any_of(links, leads)) meant.records.push_back(&place);
    }
    return meant;
}

std::vector<Candidate> candidates(const ReceiveGrade& request, const ReceiveGradeFacts& facts, Decision& decision) {
    std::vector<Candidate> all;
    if (is_by_link(request)) {
        const auto links = links_for(request, facts);
        if (links.empty()) return (decision.refuse("lms-link.unknown"_code), all);
        const ById courses(facts.linked_courses, &catalogue::Course::id);
        for (const Candidate& link : links) {
            const auto course = link.link->course.value;
            add(all, {latest_in(facts.open_there, course), courses.find(course), link.link, link.partial});
        }
    } else if (request.subject.given()) {  // PPR-RES-05
        const ById courses(facts.unit_courses, &catalogue::Course::id);
        for (const Enrolment& place : facts.open_of_unit) {
            add(all, {latest_in(facts.open_of_unit, place.course.value), courses.find(place.course.value)});
        }
    } else {
        return (decision.refuse("field.missing"_code, {{"field", "course"}}), all);
    }
    keep_open_ones(all);
    if (all.empty()) decision.refuse("learner.not-enrolled"_code);
    return all;
}

Candidate named(const ReceiveGrade& request, const ReceiveGradeFacts& facts, Decision& decision) {
    Candidate one{static_cast<const Enrolment*>(facts.at.enrolments.records.back()), &*facts.at.course};
    if (facts.links.empty()) return one;
    for (const Candidate& link : links_for(request, facts)) {
        if (link.link->course != facts.at.course->id) continue;
        one.link = link.link;
        one.partial = link.partial;
        return one;
    }
    decision.refuse("lms-link.unknown"_code);
    return one;
}

LinkFound link_of(const ResultEvent& event, Id<catalogue::Course> course, const Many<LmsLink>& links) {
    const auto comes = [&](const LmsLink& link) {
        return link.course == course && !link.off && link.connection == event.connection &&
               link.lms_course == event.lms_course;
    };
    const LmsLink* same = links.first([&](const LmsLink& link) {
        return comes(link) && !link.item.empty() && (link.item == event.item || link.item == event.item_number);
    });
    if (same != nullptr) return {same};
    const LmsLink* whole = links.first([&](const LmsLink& link) { return comes(link) && link.item.empty(); });
    // Over a link that is gone, or off, a part was no more than it is now.
    return {whole, whole == nullptr ? event.code == "result.partial"_code : !event.item.empty()};
}

Told told_by(const LmsLink* link, Told told) {
    if (link == nullptr || link->method != LinkMethod::completion) return told;
    return {told.completion, {}, {}};
}

}  // namespace provost::results
