// The network of a whole catalogue.
#include "prerequisites/lint_network.hpp"

#include <unordered_set>

namespace provost::prerequisites {

namespace {

using catalogue::NodeKind;
using catalogue::PlanningStatus;
using catalogue::Prerequisites;
using Node = catalogue::PrerequisiteNode;
using Place = Network::Place;

void add_lists(Network& network, const std::vector<Catalogue::List>& lists, NodeKind kind) {
    for (const auto& list : lists) {
        network.places[list.id] = {kind, list.name, nullptr, list.courses, kind == NodeKind::path};
        if (kind == NodeKind::course_group) network.places[-list.id] = {kind, list.name, nullptr, list.courses, true};
    }
}

// What is deleted has no name any more; prerequisites remember what they called it.
void add_names(Network& network, const Prerequisites* rule) {
    if (rule == nullptr) return;
    for (const Node& node : rule->nodes) {
        const auto found = network.places.find(node.target);
        if (found != network.places.end() && found->second.name.empty()) found->second.name = node.key;
    }
}

// Over, and not because it was given up.
bool was_held(const Catalogue::Course& course) {
    return is_over(course) && course.life != catalogue::CourseLife::removed &&
           course.status != PlanningStatus::cancelled;
}

// Templates of which a course that there is will do, whatever the dates.
std::unordered_set<std::int64_t> templates_with_courses(Network network, const Catalogue& catalogue) {
    for (const auto& course : catalogue.courses) {
        const auto made = network.places.find(course.course_template);
        if (made != network.places.end() && !is_over(course)) made->second.closed = true;
    }
    const Openings openings(network);
    std::unordered_set<std::int64_t> found;
    for (const auto& course : catalogue.courses) {
        if (openings.had(course.id)) found.insert(course.course_template);
    }
    return found;
}

}  // namespace

bool is_over(const Catalogue::Course& course) { return is_over(course.life, course.status); }

Network network_of(const Catalogue& catalogue) {
    Network network;
    for (const auto& made : catalogue.course_templates) {
        Place& place = network.places[made.id];
        place = {NodeKind::course_template, made.name, made.rule};
        place.given = !made.subject.empty();  // IMC-PRE-26
        place.closed = made.removed;
    }
    for (const auto& course : catalogue.courses) {
        Place& place = network.places[course.id];
        place = {NodeKind::course, course.name, course.rule};
        place.closed = is_over(course);
        const auto made = network.places.find(course.course_template);
        if (made != network.places.end()) made->second.courses.push_back(course.id);
    }
    add_lists(network, catalogue.course_groups, NodeKind::course_group);
    add_lists(network, catalogue.paths, NodeKind::path);
    for (const auto& made : catalogue.course_templates) add_names(network, made.rule);
    for (const auto& course : catalogue.courses) add_names(network, course.rule);
    for (auto& [id, place] : network.places) {
        if (place.name.empty()) place.name = std::to_string(id);
    }
    return network;
}

// A further course of a template may be held at any time, but it is not waited for where one that there is will do. A
// course that is closed was held: nobody enters it any more, but there are people who have completed it.
Network dated(Network network, const Catalogue& catalogue) {
    const auto with_courses = templates_with_courses(network, catalogue);
    for (const auto& course : catalogue.courses) {
        Place& place = network.places[course.id];
        place.starts_at = course.starts_at;
        place.ends_at = course.ends_at;
        if (!was_held(course)) continue;
        place.closed = false;
        place.rule = nullptr;
    }
    for (const auto id : with_courses) {
        const auto made = network.places.find(id);
        if (made != network.places.end()) made->second.closed = true;
    }
    return network;
}

}  // namespace provost::prerequisites
