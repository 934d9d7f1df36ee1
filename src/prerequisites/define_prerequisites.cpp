// What whoever enters must have: compiled when it is saved, and refused when nobody could ever enter.
#include "prerequisites/define_prerequisites.hpp"

#include "catalogue/editing.hpp"
#include "plan/either.hpp"
#include "plan/positions.hpp"
#include "prerequisites/causes.hpp"
#include "prerequisites/compile.hpp"

#include <provost/describe/compare.hpp>

namespace provost::prerequisites {

namespace {

using catalogue::Course;
using catalogue::CourseTemplate;
using catalogue::Facility;
using catalogue::NodeKind;
using catalogue::Prerequisites;

// Looks up what prerequisites name, and what that requires in its turn, as far as it goes. A template can be had by a
// new course of it; by one that is there already as well, which is looked for only where that matters.
class Explorer {
public:
    Explorer(std::int64_t owner, Network::Place place, bool with_courses, Context& context)
        : context_(context), with_courses_(with_courses) {
        Network::Place& first = network_.places.emplace(owner, std::move(place)).first->second;
        if (first.kind == NodeKind::course_template && !first.given) first.courses = courses_of(owner);
        follow(*first.rule);
    }

    [[nodiscard]] const Network& network() const { return network_; }
    // Everything that can be reached from what was begun with; false when facts are missing still.
    [[nodiscard]] bool explore() {
        while (!open_.empty() && whole_) {
            const auto names = std::exchange(open_, {});
            for (const auto& [id, kind] : names) look(id, kind);
        }
        return whole_;
    }

private:
    void follow(const Prerequisites& rule) {
        for (const auto& node : rule.nodes) {
            const Step step = step_of(node);
            if (step.place != 0) open(step.place, node.kind);
        }
    }
    void open(std::int64_t id, NodeKind kind) {
        if (network_.places.emplace(id, Network::Place{}).second) open_.emplace_back(id, kind);
    }
    void look(std::int64_t id, NodeKind kind) {
        Network::Place place;
        place.kind = kind;
        place.whole = kind == NodeKind::path || id < 0;
        switch (kind) {
            case NodeKind::course: add_course(id, place); break;
            case NodeKind::course_template: add_template(id, place); break;
            case NodeKind::path: add_list<catalogue::LearningPath>(id, place); break;
            default: add_list<catalogue::CourseGroup>(id < 0 ? -id : id, place);
        }
        network_.places[id] = std::move(place);
    }
    // What is found under an id; nothing when it is not known yet, or is not there.
    template <class T>
    const T* found(std::int64_t id) {
        const auto one = context_.one<T>(id);
        whole_ = whole_ && one;
        return one && *one ? &**one : nullptr;
    }
    void add_rule(Id<Prerequisites> id, Network::Place& place) {
        if (!id) return;
        place.rule = found<Prerequisites>(id.value);
        if (place.rule != nullptr) follow(*place.rule);
    }
    void add_course(std::int64_t id, Network::Place& place) {
        const Course* course = found<Course>(id);
        if (course == nullptr) return;
        place.name = course->external_id;
        add_rule(course->prerequisites, place);
    }
    // IMC-PRE-26: a subject may be recognised, whatever the courses of a template ask for.
    void add_template(std::int64_t id, Network::Place& place) {
        const CourseTemplate* made = found<CourseTemplate>(id);
        if (made == nullptr) return;
        place.name = made->external_id;
        place.given = static_cast<bool>(made->subject);
        if (place.given) return;
        add_rule(made->prerequisites, place);
        place.courses = courses_of(id);
    }
    // IMC-TPL-01: courses that were made before may ask for less than their template does today.
    std::vector<std::int64_t> courses_of(std::int64_t made) {
        std::vector<std::int64_t> courses;
        if (!with_courses_) return courses;
        const auto known = context_.find<Course>(1, {{made, {}, false}});
        whole_ = whole_ && known;
        if (!known) return courses;
        for (const Course& course : *known) {
            if (is_over(course.life, course.planning_status())) continue;
            courses.push_back(course.id.value);
            open(course.id.value, NodeKind::course);
        }
        return courses;
    }
    template <class T>
    void add_list(std::int64_t id, Network::Place& place) {
        const T* list = found<T>(id);
        if (list == nullptr) return;
        place.name = list->key;
        place.courses = list->courses;
        for (const auto course : list->courses) open(course, NodeKind::course);
    }

    Context& context_;
    bool with_courses_;
    Network network_;
    std::vector<std::pair<std::int64_t, NodeKind>> open_;
    bool whole_ = true;
};

Network::Place place_of(const Course& course, const Prerequisites& rule) {
    Network::Place place;
    place.kind = NodeKind::course;
    place.name = course.external_id;
    place.rule = &rule;
    return place;
}

Network::Place place_of(const DefinePrerequisitesFacts& facts, const Prerequisites& rule) {
    if (facts.course) return place_of(*facts.course, rule);
    Network::Place place;
    place.kind = NodeKind::course_template;
    place.name = facts.course_template->external_id;
    place.given = static_cast<bool>(facts.course_template->subject);
    place.rule = &rule;
    return place;
}

// IMC-PRE-25: refused when with these prerequisites nobody could ever come in, with the shortest circle.
bool can_be_entered(std::int64_t owner, const Network::Place& place, Context& context, Decision& decision) {
    Explorer templates(owner, place, false, context);
    if (!templates.explore()) return false;  // to be asked again
    if (Openings(templates.network()).entered(owner) != never) return true;
    Explorer explorer(owner, place, true, context);
    if (!explorer.explore()) return false;
    const Openings openings(explorer.network());
    if (openings.entered(owner) != never) return true;
    const auto circle = shortest_circle(explorer.network(), openings, owner);
    if (circle.empty()) return true;  // something else is the matter, which the check of the catalogue tells
    if (circle.size() == 2) return (decision.refuse("prerequisite.self"_code), false);
    std::string text;
    for (const auto id : circle) text += (text.empty() ? "" : " > ") + explorer.network().at(id)->name;
    decision.refuse("prerequisite.cycle"_code, {{"cycle", text}});
    return false;
}

// IMC-DUP-03: what is named knows of it, for whoever wants to delete it; the owner when it is given them.
void tell_named(const Many<Course>& courses, const Many<CourseTemplate>& templates, std::int64_t id, std::int64_t owner,
                Decision& decision) {
    const auto tell = [&](auto record) {
        if (record.id.value == owner) return;
        const auto before = record.wanted_by.size();
        add_once(record.wanted_by, id);
        if (record.wanted_by.size() > before) decision.put(std::move(record));
    };
    for (const Course& course : courses) tell(course);
    for (const CourseTemplate& made : templates) tell(made);
}

bool says_the_same(const One<Prerequisites>& before, const Prerequisites& made) {
    if (!before) return made.nodes.empty();
    Prerequisites same = made;
    same.id = before->id;
    same.version = before->version;
    return same_content(type_of<Prerequisites>(), &same, &*before);
}

// Whether the rule of an owner names it: earlier courses of a template, courses that go over to another one, and copies
// of a course have the rule as well.
bool names(const Prerequisites& made, const CourseTemplate& owner) {
    return std::ranges::find(made.course_templates, owner.id.value) != made.course_templates.end();
}
bool names(const Prerequisites& made, const Course& owner) {
    return std::ranges::find(made.courses, owner.id.value) != made.courses.end();
}

// The owner takes them from now on. None at all need no record.
template <class Owner>
void give(const Owner& owner, Prerequisites made, Context& context, Decision& decision, std::int64_t& id) {
    Owner changed = owner;
    changed.prerequisites = {};
    if (!made.nodes.empty()) {
        made.id = context.ids.take<Prerequisites>();
        changed.prerequisites = made.id;
        id = made.id.value;
        if (names(made, owner)) add_once(changed.wanted_by, id);
    }
    decision.put(std::move(changed));
    if (id != 0) decision.put(std::move(made));
}

// What a template requires besides: the subject in each bundle.
Prerequisites with_subject(const One<Prerequisites>& before, const std::string& subject) {
    Prerequisites made = before ? *before : Prerequisites{};
    made.id = {};
    made.version = 0;
    if (made.nodes.empty()) made.nodes.emplace_back();
    catalogue::PrerequisiteNode leaf;
    leaf.kind = NodeKind::subject;
    leaf.key = leaf.subject = subject;
    for (std::size_t at = 0; at < made.nodes.size();) {
        const auto end = at + static_cast<std::size_t>(made.nodes[at].size);
        ++made.nodes[at].size;
        ++made.nodes[at].least;
        made.nodes.insert(made.nodes.begin() + static_cast<std::ptrdiff_t>(end), leaf);
        at = end + 1;
    }
    add_once(made.subjects, subject);
    return made;
}

// IMC-PRE-26: prerequisites may be told before the subjects that they name, but nobody can achieve one that is not
// there.
void note_undefined(const std::string& subject, Decision& decision) {
    decision.note("prerequisite.subject-undefined"_code, {{"subject", subject}});
}

// Whether each bundle has it as an item that must hold.
bool requires_subject(const One<Prerequisites>& before, const std::string& subject) {
    if (!before) return false;
    const auto& nodes = before->nodes;
    for (std::size_t at = 0; at < nodes.size(); at += static_cast<std::size_t>(nodes[at].size)) {
        bool there = false;
        const auto end = at + static_cast<std::size_t>(nodes[at].size);
        for (auto part = at + 1; part < end; part += static_cast<std::size_t>(nodes[part].size)) {
            const auto& node = nodes[part];
            there = there || (node.kind == NodeKind::subject && node.key == subject && node.required);
        }
        if (!there) return false;
    }
    return true;
}

}  // namespace

void define_prerequisites(const DefinePrerequisites& request, const DefinePrerequisitesFacts& facts, Context& context,
                          Decision& decision) {
    // 1 Whose? May they have any? IMC-CT-02, IMC-PRE-21
    const bool of_course = static_cast<bool>(facts.course);
    if (!is_of_course_or_template(facts, decision)) return;
    const catalogue::Complexity complexity =
        of_course
            ? catalogue::Complexity(*facts.pinned, facts.its_template->external_id, facts.its_type->key, &*facts.course)
            : catalogue::Complexity(*facts.current, facts.course_template->external_id, facts.course_type->key);
    if (!complexity.allows(Facility::prerequisites, decision)) return;
    if (of_course && !complexity.allows(Facility::own_prerequisites, decision)) return;

    // 2 What they say, and whether anybody could ever enter. What is there already is no question any more.
    auto made = compile(request.bundles, facts, complexity, std::nullopt, decision);
    if (!made) return;
    const auto owner = of_course ? facts.course->id.value : facts.course_template->id.value;
    if (says_the_same(of_course ? facts.before : facts.template_before, *made)) return decision.unchanged(owner);
    if (of_course && !catalogue::may_edit(*facts.course, decision)) return;
    if (!can_be_entered(owner, place_of(facts, *made), context, decision)) return;

    for (const std::string& subject : made->subjects) {
        const auto is_it = [&](const catalogue::Subject& defined) { return defined.code == subject; };
        if (facts.subjects.first(is_it) == nullptr) note_undefined(subject, decision);
    }

    // 3 New ones take the place of those before. IMC-TPL-01: a template's reach no course that is there already.
    std::int64_t id = 0;
    if (of_course) {
        give(*facts.course, std::move(*made), context, decision, id);
    } else {
        give(*facts.course_template, std::move(*made), context, decision, id);
    }
    if (id != 0) tell_named(facts.courses, facts.course_templates, id, owner, decision);
}

void require_subject(const RequireSubject& request, const RequireSubjectFacts& facts, Context& context,
                     Decision& decision) {
    const CourseTemplate& made = *facts.course_template;
    const catalogue::Complexity complexity(*facts.current, made.external_id, facts.course_type->key);
    const Id<Prerequisites> line{static_cast<std::int64_t>(mixed(hash_of(request.subject), made.id.value) & id_limit)};
    decision.stands_for = line.value;
    if (requires_subject(facts.before, request.subject)) {
        if (context.repeated(line)) return decision.refuse("row.duplicate"_code);
        return decision.unchanged(made.id.value);
    }
    if (!complexity.allows(Facility::prerequisites, decision)) return;  // IMC-CT-02
    std::int64_t id = 0;
    give(made, with_subject(facts.before, request.subject), context, decision, id);
    tell_named(facts.courses, facts.course_templates, id, made.id.value, decision);
    decision.about = id;
    if (!facts.subject) note_undefined(request.subject, decision);
}

// IMC-PRE-25, IMC-CHT-01: those of another template are asked what any others are.
void change_template(const catalogue::ChangeTemplate& request, const catalogue::ChangeTemplateFacts& facts,
                     Context& context, Decision& decision) {
    catalogue::change_template(request, facts, context, decision);
    const Course* made = nullptr;
    for (const Record& put : decision.puts) {
        if (put.id() == facts.course->id.value && put.get<Course>() != nullptr) made = put.get<Course>();
    }
    if (decision.refused() || made == nullptr || !made->prerequisites) return;
    if (made->prerequisites == facts.course->prerequisites) return;
    const auto rule = context.one<Prerequisites>(made->prerequisites.value);
    if (!rule || !*rule) return;
    const bool enters = can_be_entered(made->id.value, place_of(*made, **rule), context, decision);
    if (!enters && decision.refused()) decision.report.clear();
}

}  // namespace provost::prerequisites
