// Wave by wave: links and learners; places and what was said of them; activities; program enrolments.
#include "engine/lms_facts.hpp"

#include "lms/key.hpp"

#include <provost/catalogue/code_lists.hpp>

namespace provost::engine {

namespace {

using catalogue::Course;
using catalogue::CourseTemplate;
using catalogue::Program;
using enrolment::Activity;
using enrolment::Enrolment;
using enrolment::ProgramEnrolment;
using lms::ElearningEnrolment;
using lms::LmsEnrolment;
using results::LmsLink;

KeyPart number(std::int64_t value) { return {value, {}, false}; }
KeyPart text(std::string_view value) { return {0, std::string(value), true}; }

template <class T>
Key by(std::string_view index, KeyParts parts) {
    return {&type_of<T>(), find_index(type_of<T>(), index), std::move(parts)};
}

template <class T, class U>
Key by_id(Id<U> id) {
    return id_key(type_of<T>(), id.value);
}

Key links_key(const LmsEnrolment& key) {
    return by<LmsLink>("lms_course", {text(key.connection), text(lms::name_in_lms(key.course))});
}

Key places_key(const KeyFacts& facts, Id<Course> course) {
    return by<Enrolment>("learner_course", {number(facts.key.learner.value), number(course.value)});
}

Key said_key(const KeyFacts& facts, Id<Course> course) {
    return by<ElearningEnrolment>("learner_course", {number(facts.key.learner.value), number(course.value)});
}

Key roster_key(const LmsEnrolment& key, const Course& course) {
    return by<lms::LmsRoster>("key", {text(key.connection), number(course.id.value)});
}

Key program_key(const CourseTemplate& made_from) { return by<Program>("code", {text(made_from.external_id)}); }

Key programs_key(const lms::LinkedPlace& place) {
    return by<ProgramEnrolment>("learner", {number(place.place->learner.value)});
}

// Whether activity and program say anything of a place.
bool asks_program(const lms::LinkedPlace& place) { return place.link != nullptr && lms::gives_access(*place.link); }

}  // namespace

Key account_key(const LmsEnrolment& key) {
    return by<lms::LmsLearner>("key", {text(key.connection), number(key.learner.value)});
}

void Fetched::want(const Key& key) {
    if (found_.try_emplace(key_bytes(key)).second) missing_.push_back(key);
}

Result<void> Fetched::load(Store& store) {
    if (missing_.empty()) return {};
    auto loaded = store.load(missing_);
    if (!loaded) return loaded.error();
    for (std::size_t i = 0; i < missing_.size(); ++i) found_[key_bytes(missing_[i])] = std::move(loaded->found[i]);
    missing_.clear();
    return {};
}

const std::vector<Record>& Fetched::at(const Key& key) const {
    static const std::vector<Record> none;
    const auto found = found_.find(key_bytes(key));
    return found == found_.end() ? none : found->second;
}

void Fetched::trim() {
    if (found_.size() > most) clear();
}

void Fetched::clear() {
    found_.clear();
    missing_.clear();
}

std::vector<const LmsLink*> FactsLoader::links_of(const LmsEnrolment& key) const {
    std::vector<const LmsLink*> links;
    for (const Record& record : shared_.at(links_key(key))) {
        const auto* link = record.get<LmsLink>();
        if (link->item.empty() && lms::key_course(*link) == key.course) links.push_back(link);
    }
    return links;
}

void FactsLoader::want_first(const LmsEnrolment& key) {
    shared_.want(links_key(key));
    if (run_.connection().every_course) shared_.want(by<Course>("external_id", {text(key.course)}));
    page_.want(by_id<people::Learner>(key.learner));
    page_.want(account_key(key));
    if (run_.connection().disable_users) page_.want(by<LmsEnrolment>("learner", {number(key.learner.value)}));
}

void FactsLoader::want_second(const KeyFacts& facts) {
    for (const LmsLink* link : links_of(facts.key)) {
        shared_.want(by_id<Course>(link->course));
        page_.want(places_key(facts, link->course));
        page_.want(said_key(facts, link->course));
        if (!link->access_rule.empty()) shared_.want(by<lms::AccessRule>("key", {text(link->access_rule)}));
    }
    if (facts.course == nullptr) return;
    page_.want(places_key(facts, facts.course->id));
    page_.want(said_key(facts, facts.course->id));
    shared_.want(roster_key(facts.key, *facts.course));
}

void FactsLoader::add_place(KeyFacts& facts, const LmsLink* link, const Course* course) {
    if (course == nullptr) return;
    for (const Record& record : page_.at(places_key(facts, course->id))) {
        lms::LinkedPlace place;
        place.link = link;
        place.course = course;
        place.place = record.get<Enrolment>();
        for (const Record& said : page_.at(said_key(facts, course->id))) {
            const auto* one = said.get<ElearningEnrolment>();
            if (one->enrolment != place.place->id) continue;
            if (!one->link) place.flag = one;
            if (link != nullptr && one->link == link->id) place.elearning = one;
        }
        facts.places.push_back(place);
    }
}

void FactsLoader::add_places(KeyFacts& facts) {
    bool is_test = false;
    for (const LmsLink* link : links_of(facts.key)) {
        const auto* course = shared_.one<Course>(by_id<Course>(link->course));
        is_test = is_test || link->is_test || (course != nullptr && course->is_test);
        add_place(facts, link, course);
    }
    is_test = is_test || (facts.course != nullptr && facts.course->is_test);
    add_place(facts, nullptr, facts.course);
    const bool learner = facts.learner != nullptr && facts.learner->is_test;
    facts.is_test = is_test && learner;  // WIS-MIG-14: test x test
    facts.touches_test = is_test || learner;
}

void FactsLoader::want_third(const KeyFacts& facts) {
    for (const lms::LinkedPlace& place : facts.places) {
        if (place.link == nullptr) continue;
        shared_.want(by_id<organisation::Location>(place.course->assignments.location));
        if (!asks_program(place)) continue;
        page_.want(by<Activity>("enrolment", {number(place.place->id.value)}));
        shared_.want(by_id<CourseTemplate>(place.course->course_template));
    }
}

// WIS-ER-07, WIS-ER-13: of a unit the program enrolment that its activity counts towards; of another course the one in
// the program that its template is called after. A program that has nothing to do with the course says nothing of it.
void FactsLoader::want_programs(const lms::LinkedPlace& place) {
    if (place.activity != nullptr) return page_.want(by_id<ProgramEnrolment>(place.activity->program_enrolment));
    const auto* made_from = shared_.one<CourseTemplate>(by_id<CourseTemplate>(place.course->course_template));
    if (made_from == nullptr) return;
    shared_.want(program_key(*made_from));
    page_.want(programs_key(place));
}

const ProgramEnrolment* FactsLoader::program_of(const lms::LinkedPlace& place) const {
    if (place.activity != nullptr) {
        return page_.one<ProgramEnrolment>(by_id<ProgramEnrolment>(place.activity->program_enrolment));
    }
    const auto* made_from = shared_.one<CourseTemplate>(by_id<CourseTemplate>(place.course->course_template));
    const auto* program = made_from == nullptr ? nullptr : shared_.one<Program>(program_key(*made_from));
    if (program == nullptr) return nullptr;
    const auto enrolment_of = [](const Record& record) -> const ProgramEnrolment& {
        return *record.get<ProgramEnrolment>();
    };
    return lms::latest_in(program->id, page_.at(programs_key(place)), enrolment_of);
}

void FactsLoader::want_fourth(const KeyFacts& facts) {
    for (const lms::LinkedPlace& place : facts.places) {
        if (asks_program(place)) want_programs(place);
    }
}

void FactsLoader::complete(lms::LinkedPlace& place) {
    if (place.link == nullptr) return;
    const auto* location =
        shared_.one<organisation::Location>(by_id<organisation::Location>(place.course->assignments.location));
    if (location != nullptr) {
        place.location = location->name;
        place.zone = location->zone;
    }
    if (!asks_program(place)) return;
    place.rule = shared_.one<lms::AccessRule>(by<lms::AccessRule>("key", {text(place.link->access_rule)}));
    place.program = program_of(place);
}

void FactsLoader::complete(KeyFacts& facts) {
    for (lms::LinkedPlace& place : facts.places) complete(place);
    facts.account = page_.one<lms::LmsLearner>(account_key(facts.key));
    if (facts.course != nullptr) facts.roster = shared_.one<lms::LmsRoster>(roster_key(facts.key, *facts.course));
    if (!run_.connection().disable_users) return;
    for (const Record& record : page_.at(by<LmsEnrolment>("learner", {number(facts.key.learner.value)}))) {
        const auto& sibling = *record.get<LmsEnrolment>();
        if (sibling.connection == facts.key.connection) facts.siblings.push_back(sibling);
    }
}

Result<std::vector<KeyFacts>> FactsLoader::load(const std::vector<Record>& keys) {
    shared_.trim();
    page_.clear();
    std::vector<KeyFacts> all(keys.size());
    const auto load = [&]() -> Result<void> {
        auto loaded = shared_.load(store_);
        return loaded ? page_.load(store_) : loaded;
    };
    for (std::size_t i = 0; i < keys.size(); ++i) {
        all[i].stored = keys[i];
        all[i].key = *keys[i].get<LmsEnrolment>();
        want_first(all[i].key);
    }
    if (auto loaded = load(); !loaded) return loaded.error();
    for (KeyFacts& facts : all) {
        facts.learner = page_.one<people::Learner>(by_id<people::Learner>(facts.key.learner));
        if (run_.connection().every_course) {
            facts.course = shared_.one<Course>(by<Course>("external_id", {text(facts.key.course)}));
        }
        want_second(facts);
    }
    if (auto loaded = load(); !loaded) return loaded.error();
    for (KeyFacts& facts : all) {
        add_places(facts);
        want_third(facts);
    }
    if (auto loaded = load(); !loaded) return loaded.error();
    for (KeyFacts& facts : all) {
        for (lms::LinkedPlace& place : facts.places) {
            if (asks_program(place)) {
                place.activity = page_.one<Activity>(by<Activity>("enrolment", {number(place.place->id.value)}));
            }
        }
        want_fourth(facts);
    }
    if (auto loaded = load(); !loaded) return loaded.error();
    for (KeyFacts& facts : all) complete(facts);
    return all;
}

}  // namespace provost::engine
