// A small world at random: what learners did, as columns and as records, and rules over it that ask for everything.
#pragma once

#include "prerequisites/compile.hpp"
#include "prerequisites/judge.hpp"

#include <provost/prerequisites/bulk.hpp>

#include <random>

namespace provost::prerequisites {

using catalogue::Minimum;
using catalogue::NodeKind;
using enrolment::State;
using people::FactKind;

// The columns of a history, and the same as records.
struct Told {
    std::vector<std::int64_t> place_learner, place_course, place_template;
    std::vector<std::uint8_t> place_state;
    std::vector<std::int32_t> enrolled_on, started_on, ended_on, valid_until;
    std::vector<std::int64_t> achiever, subject;
    std::vector<std::int32_t> end_on;
    std::vector<std::uint8_t> successful;
    std::vector<std::int64_t> member, group;
    std::vector<std::int64_t> fact_learner, about;
    std::vector<std::uint8_t> fact_kind, holds;
    std::vector<std::int32_t> level, from_on, until_on;

    std::vector<enrolment::Enrolment> places;
    std::vector<enrolment::Activity> achievements;
    std::vector<people::Group> groups;
    std::vector<people::LearnerFact> facts;

    [[nodiscard]] Columns columns() const {
        Columns all;
        all.places = {place_learner, place_course, place_template, place_state,
                      enrolled_on,   started_on,   ended_on,       valid_until};
        all.achievements = {achiever, subject, end_on, successful};
        all.members = {member, group};
        all.facts = {fact_learner, about, fact_kind, holds, level, from_on, until_on};
        return all;
    }
};

inline constexpr std::int64_t courses = 8, templates = 4, subjects = 4, groups = 3, lists = 3, skills = 3, learners = 5;

inline std::string name_of(std::string_view what, std::int64_t key) { return std::string(what) + std::to_string(key); }

template <class T>
Many<T> all_of(const std::vector<T>& records) {
    Many<T> many;
    for (const T& record : records) many.records.push_back(&record);
    return many;
}

// A small world with everything that prerequisites can ask for, and rules over it.
class SmallWorld {
public:
    // Every eighth has more days than rows tell apart at a glance (prerequisites/rows.hpp).
    explicit SmallWorld(unsigned seed)
        : days(seed % 8 == 7 ? 4000 : 24), between_keys(seed % 2 == 0 ? 1 : 1'000'000'007), dice_(seed) {
        make_catalogue();
        const auto rows = [&](std::size_t most, auto add) {
            for (auto count = roll(most); count > 0; --count) add();
        };
        rows(days > 24 ? 400 : 60, [&] { add_place(); });
        rows(12, [&] { add_achievement(); });
        rows(8, [&] { add_member(); });
        rows(20, [&] { add_fact(); });
    }

    [[nodiscard]] Evidence evidence() const {
        Evidence known;
        known.achievements = known.template_achievements = all_of(told.achievements);
        known.templates = all_of(templates_);
        known.places = known.template_places = known.group_places = known.path_places = all_of(told.places);
        known.course_groups = all_of(course_groups_);
        known.paths = all_of(paths_);
        known.groups = all_of(told.groups);
        known.facts = all_of(told.facts);
        return known;
    }
    [[nodiscard]] DefinePrerequisitesFacts facts() const {
        DefinePrerequisitesFacts named;
        named.courses = all_of(courses_);
        named.course_templates = all_of(templates_);
        named.course_groups = all_of(course_groups_);
        named.paths = all_of(paths_);
        named.groups = all_of(told.groups);
        return named;
    }
    [[nodiscard]] std::vector<Item> bundles() {
        std::vector<Item> made(roll(3));
        for (Item& bundle : made) bundle = set(0);
        return made;
    }
    [[nodiscard]] std::optional<Minimum> minimum() {
        return roll(3) == 0 ? std::nullopt : std::optional(static_cast<Minimum>(roll(4)));
    }
    /// Any day, or one shortly before something happens.
    [[nodiscard]] std::int32_t moment() {
        if (roll(2) == 0 || told.ended_on.empty()) return static_cast<std::int32_t>(roll(days + 2)) - 1;
        const auto& column = roll(2) == 0 ? told.ended_on : told.valid_until;
        const std::int32_t day = column[roll(column.size())];
        return day == no_day ? 0 : day - static_cast<std::int32_t>(roll(3));
    }
    [[nodiscard]] std::size_t roll(std::size_t below) { return static_cast<std::size_t>(dice_() % below); }

    const std::size_t days;
    const std::int64_t between_keys;  // of learners: near keys are found otherwise than far ones
    Told told;
    std::vector<BulkThing> things;

private:
    void make_catalogue() {
        for (std::int64_t key = 1; key <= courses; ++key) {
            courses_.emplace_back().id.value = key;
            courses_.back().external_id = name_of("C", key);
            things.push_back({NodeKind::course, key, name_of("C", key), {}, {}});
        }
        for (std::int64_t key = 1; key <= templates; ++key) {
            auto& made = templates_.emplace_back();
            made.id.value = key;
            made.external_id = name_of("T", key);
            if (key % 2 == 0) made.subject_code = name_of("S", key);
            things.push_back({NodeKind::course_template, key, made.external_id, made.subject_code, {}});
        }
        for (std::int64_t key = 1; key <= subjects; ++key)
            things.push_back({NodeKind::subject, key, name_of("S", key), {}, {}});
        for (std::int64_t key = 1; key <= skills; ++key) {
            things.push_back({NodeKind::skill, key, name_of("K", key), {}, {}});
            things.push_back({NodeKind::job_profile, key, name_of("J", key), {}, {}});
        }
        for (std::int64_t key = 1; key <= groups; ++key) {
            told.groups.emplace_back().id.value = key;
            told.groups.back().key = name_of("G", key);
            things.push_back({NodeKind::group, key, name_of("G", key), {}, {}});
        }
        make_lists(course_groups_, NodeKind::course_group, "L");
        make_lists(paths_, NodeKind::path, "P");
    }
    template <class T>
    void make_lists(std::vector<T>& records, NodeKind kind, std::string_view what) {
        for (std::int64_t key = 1; key <= lists; ++key) {
            T& list = records.emplace_back();
            list.id.value = key;
            list.key = name_of(what, key);
            for (auto count = roll(4); count > 0; --count) list.courses.push_back(one_of(courses));
            things.push_back({kind, key, list.key, {}, list.courses});
        }
    }

    [[nodiscard]] std::int64_t learner() { return one_of(learners) * between_keys; }
    [[nodiscard]] std::int64_t one_of(std::int64_t most) {
        return 1 + static_cast<std::int64_t>(roll(static_cast<std::size_t>(most)));
    }
    // Puts the same day into a column and into a record.
    [[nodiscard]] std::optional<Day> day_for(std::vector<std::int32_t>& column) {
        const auto day = roll(4) == 0 ? no_day : static_cast<std::int32_t>(roll(days));
        column.push_back(day);
        return day == no_day ? std::nullopt : std::optional(Day{std::chrono::days{day}});
    }

    void add_place() {
        enrolment::Enrolment& place = told.places.emplace_back();
        place.learner.value = learner();
        place.course.value = one_of(courses);
        // Mostly that of the course; a course may have changed its template.
        place.course_template.value = roll(8) == 0 ? one_of(templates) : 1 + place.course.value % templates;
        place.state = static_cast<State>(roll(3) == 0 ? roll(13) : 4 + roll(5));
        place.enrolled_on = day_for(told.enrolled_on);
        place.started_on = day_for(told.started_on);
        place.ended_on = day_for(told.ended_on);
        place.valid_until = day_for(told.valid_until);
        told.place_learner.push_back(place.learner.value);
        told.place_course.push_back(place.course.value);
        told.place_template.push_back(place.course_template.value);
        told.place_state.push_back(static_cast<std::uint8_t>(place.state));
    }
    void add_achievement() {
        enrolment::Activity& activity = told.achievements.emplace_back();
        activity.learner.value = learner();
        told.achiever.push_back(activity.learner.value);
        told.subject.push_back(one_of(subjects));
        activity.subject = name_of("S", told.subject.back());
        told.successful.push_back(roll(3) == 0 ? 0 : 1);
        activity.outcome = told.successful.back() != 0 ? "20" : "30";
        activity.end_on = day_for(told.end_on);
    }
    void add_member() {
        told.member.push_back(learner());
        told.group.push_back(one_of(groups));
        auto& members = told.groups[static_cast<std::size_t>(told.group.back() - 1)].members;
        members.push_back(told.member.back());
        std::ranges::sort(members);
    }
    // There is one fact at most about one thing.
    void add_fact() {
        const auto kind = static_cast<FactKind>(roll(4));
        const std::array<std::string_view, 4> names{"K", "J", "C", "T"};
        const auto who = learner(), about = one_of(skills);
        const auto key = people::fact_about(kind, name_of(names[static_cast<std::size_t>(kind)], about));
        for (const auto& known : told.facts) {
            if (known.learner.value == who && known.about == key) return;
        }
        people::LearnerFact& fact = told.facts.emplace_back();
        fact.learner.value = who;
        fact.about = key;
        fact.holds = roll(4) != 0;
        fact.level = static_cast<std::int64_t>(roll(4));
        fact.from_on = day_for(told.from_on);
        fact.until_on = day_for(told.until_on);
        told.fact_learner.push_back(who);
        told.about.push_back(about);
        told.fact_kind.push_back(static_cast<std::uint8_t>(kind));
        told.holds.push_back(fact.holds ? 1 : 0);
        told.level.push_back(static_cast<std::int32_t>(fact.level));
    }

    [[nodiscard]] Item set(int depth) {
        Item made;
        made.items.resize(1 + roll(4));
        for (Item& part : made.items) part = depth < 3 && roll(4) == 0 ? set(depth + 1) : leaf();
        if (depth > 0 && roll(2) == 0) made.least = 1 + static_cast<std::int64_t>(roll(made.items.size()));
        if (roll(3) == 0) made.minimum = minimum();
        if (depth <= 1 && roll(6) == 0) made.required = roll(2) == 0;
        if (depth == 0 && roll(3) == 0) made.items.front().required = roll(2) == 0;
        return made;
    }
    // By name or by key.
    template <class T>
    [[nodiscard]] Ref<T> refer(std::string_view what, std::int64_t key) {
        return roll(2) == 0 ? Ref<T>(Id<T>{key}) : Ref<T>(name_of(what, key));
    }
    [[nodiscard]] Item leaf() {
        Item made;
        if (roll(3) == 0) made.minimum = minimum();
        switch (static_cast<NodeKind>(1 + roll(8))) {
            case NodeKind::subject: made.subject = name_of("S", one_of(subjects)); break;
            case NodeKind::course_template:
                made.course_template = refer<catalogue::CourseTemplate>("T", one_of(templates));
                break;
            case NodeKind::course_group:
                made.course_group = refer<catalogue::CourseGroup>("L", one_of(lists));
                made.whole = roll(2) == 0;
                break;
            case NodeKind::path: made.path = refer<catalogue::LearningPath>("P", one_of(lists)); break;
            case NodeKind::group: made.group = refer<people::Group>("G", one_of(groups)); break;
            case NodeKind::skill:
                made.skill = name_of("K", one_of(skills));
                made.level = static_cast<std::int64_t>(roll(4));
                break;
            case NodeKind::job_profile:
                made.job_profile = name_of("J", one_of(skills));
                made.whole = roll(2) == 0;
                break;
            default: made.course = refer<catalogue::Course>("C", one_of(courses));
        }
        return made;
    }

    std::mt19937 dice_;
    std::vector<catalogue::Course> courses_;
    std::vector<catalogue::CourseTemplate> templates_;
    std::vector<catalogue::CourseGroup> course_groups_;
    std::vector<catalogue::LearningPath> paths_;
};

}  // namespace provost::prerequisites
