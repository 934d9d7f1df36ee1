// The same question that a provisioning asks, about one learner, answered in words.
#include "lms/access_of.hpp"

#include "lms/key.hpp"
#include "lms/link_choice.hpp"

namespace provost::lms {

namespace {

using catalogue::Course;
using enrolment::Enrolment;
using results::AccessMethod;
using results::LmsLink;

template <class T, class U>
const T* by_id(const Many<T>& records, Id<U> id) {
    return records.first([&](const T& each) { return each.id == id; });
}

class Teller {
public:
    Teller(const AccessOfFacts& facts, const Context& context, Decision& decision)
        : facts_(facts), context_(context), decision_(decision) {}

    // One course or cohort of an LMS, as keys name it; false: not all is known yet.
    bool tell(const Connection& connection, const std::string& key);

private:
    [[nodiscard]] std::vector<LinkedPlace> places_of(const Connection& connection, const std::string& key) const;
    void add_places(std::vector<LinkedPlace>& places, const LmsLink* link, const Course* course) const;
    [[nodiscard]] const enrolment::ProgramEnrolment* program_of(const Course& course) const;
    [[nodiscard]] std::optional<Access> agreed(const Connection& connection, const std::string& key) const;
    void write(const std::string& item, const DesiredAccess& desired, Access agreed);
    void write(const std::string& item, std::string_view group, const std::optional<Instant>& moment);

    const AccessOfFacts& facts_;
    const Context& context_;
    Decision& decision_;
};

std::string quoted(std::string_view text) { return '"' + std::string(text) + '"'; }

const enrolment::ProgramEnrolment* Teller::program_of(const Course& course) const {
    const auto* made_from = by_id(facts_.templates, course.course_template);
    if (made_from == nullptr) return nullptr;
    const auto* program =
        facts_.called.first([&](const catalogue::Program& each) { return each.code == made_from->external_id; });
    return program == nullptr ? nullptr : latest_in(program->id, facts_.programs);
}

void Teller::add_places(std::vector<LinkedPlace>& places, const LmsLink* link, const Course* course) const {
    if (course == nullptr) return;
    const auto* location = by_id(facts_.locations, course->assignments.location);
    for (const Enrolment& place : facts_.places) {
        if (place.course != course->id) continue;
        LinkedPlace linked;
        linked.link = link;
        linked.course = course;
        linked.place = &place;
        linked.flag = facts_.added.first([&](const auto& each) { return each.enrolment == place.id && !each.link; });
        linked.activity = facts_.activities.first([&](const auto& each) { return each.enrolment == place.id; });
        if (location != nullptr) {
            linked.location = location->name;
            linked.zone = location->zone;
        }
        if (link != nullptr) {
            linked.rule = facts_.rules.first([&](const AccessRule& rule) { return rule.key == link->access_rule; });
            linked.elearning = facts_.added.first(
                [&](const auto& each) { return each.enrolment == place.id && each.link == link->id; });
        }
        // Of a unit the program that it counts towards; of other courses the one that the template is called after.
        linked.program = linked.activity != nullptr ? by_id(facts_.programs, linked.activity->program_enrolment)
                                                    : program_of(*course);
        places.push_back(linked);
    }
}

std::vector<LinkedPlace> Teller::places_of(const Connection& connection, const std::string& key) const {
    std::vector<LinkedPlace> places;
    for (const LmsLink& link : facts_.siblings) {
        const bool is_it = link.connection == connection.key && link.item.empty() && key_course(link) == key;
        if (is_it) add_places(places, &link, by_id(facts_.courses, link.course));
    }
    const bool by_name = connection.every_course && key == facts_.course->external_id;
    if (by_name) add_places(places, nullptr, &*facts_.course);
    return places;
}

std::optional<Access> Teller::agreed(const Connection& connection, const std::string& key) const {
    const auto found = context_.find<LmsEnrolment>(
        0, {{0, connection.key, true}, {0, key, true}, {facts_.learner->id.value, {}, false}});
    if (!found) return std::nullopt;
    return found->empty() ? Access::absent : (*found->begin()).agreed;
}

void Teller::write(const std::string& item, std::string_view group, const std::optional<Instant>& moment) {
    if (!moment) return;
    ReportLine line;
    line.item = item;
    line.group = group;
    line.value = quoted(to_text(*moment));
    decision_.report.push_back(std::move(line));
}

// WIS-ER-11, WIS-ER-12: what, why, every cause, and when it changes by itself.
void Teller::write(const std::string& item, const DesiredAccess& desired, Access agreed) {
    ReportLine line;
    line.item = item;
    line.level = word(desired.cause);
    line.value = quoted(word(desired.access));
    line.before = quoted(word(agreed));
    line.code = desired.blocked;
    if (desired.cause == Cause::no_window) line.code = "access-rule.no-window"_code;
    decision_.report.push_back(std::move(line));
    write(item, "from", desired.from);
    write(item, "until", desired.until);
    write(item, "next_change_at", desired.next_change_at);
    for (const std::string& group : desired.groups) {
        ReportLine in;
        in.item = item;
        in.group = "group";
        in.value = quoted(group);
        decision_.report.push_back(std::move(in));
    }
    for (const PlaceAccess& place : desired.places) {
        ReportLine by;
        by.item = item + "/" + std::to_string(place.enrolment);
        by.group = "place";
        by.level = word(place.cause);
        by.value = quoted(word(place.access));
        decision_.report.push_back(std::move(by));
    }
}

bool Teller::tell(const Connection& connection, const std::string& key) {
    const auto had = agreed(connection, key);
    if (!had) return false;
    const auto places = places_of(connection, key);
    const auto desired =
        desired_access({&connection, &*facts_.learner, places, *had, context_.effective, &context_.zones});
    write(connection.key + "/" + key, desired, *had);
    return true;
}

// Those that hold every course; without any connection the usual one. Nothing: not known yet.
std::optional<std::vector<Connection>> holding_every_course(const Context& context) {
    constexpr int by_every_course = 1;
    const auto holding = context.find<Connection>(by_every_course, {{1, {}, false}});
    const auto others = context.find<Connection>(by_every_course, {{0, {}, false}});
    if (!holding || !others) return std::nullopt;
    std::vector<Connection> found;
    for (const Connection& connection : *holding) found.push_back(connection);
    if (holding->empty() && others->empty()) found.push_back(undeclared_connection());
    return found;
}

Connection connection_of(const LmsLink& link, const AccessOfFacts& facts) {
    const auto* found = facts.connections.first([&](const Connection& each) { return each.key == link.connection; });
    if (found != nullptr) return *found;
    Connection connection = undeclared_connection();
    connection.key = link.connection;
    connection.every_course = link.connection == default_connection;
    return connection;
}

}  // namespace

void access_of(const AccessOf&, const AccessOfFacts& facts, Context& context, Decision& decision) {
    Teller teller(facts, context, decision);
    std::vector<std::string> told;
    for (const LmsLink* link : links_named(facts.links, {})) {
        const Connection connection = connection_of(*link, facts);
        const std::string key = key_course(*link);
        (void)teller.tell(connection, key);
        told.push_back(link->connection + "/" + key);
    }
    const auto every = holding_every_course(context);
    for (const Connection& connection : every ? *every : std::vector<Connection>()) {
        const std::string& name = facts.course->external_id;
        const bool is_new = std::ranges::find(told, connection.key + "/" + name) == told.end();
        if (is_new) (void)teller.tell(connection, name);
    }
    decision.unchanged(facts.learner->id.value);
}

}  // namespace provost::lms
