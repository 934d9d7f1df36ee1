// Compiling rules for judging in bulk: their names become keys, their items nodes as for a course
// (prerequisites/compile.cpp, prerequisites/judge.cpp), and the leaves of these questions about numbers.
#include "base/failure.hpp"
#include "prerequisites/compile.hpp"
#include "prerequisites/judge.hpp"
#include "prerequisites/programs.hpp"

#include <provost/describe/json.hpp>

#include <map>

namespace provost::prerequisites {

namespace {

using catalogue::Minimum;
using catalogue::NodeKind;
using catalogue::PrerequisiteNode;

// What the document says of the things that rules name.
class Things {
public:
    [[nodiscard]] Result<void> read(const std::vector<BulkThing>& things) {
        for (std::size_t i = 0; i < things.size(); ++i) {
            const BulkThing& thing = things[i];
            const bool fresh =
                by_key_.emplace(std::pair{thing.kind, thing.key}, &thing).second &&
                (thing.name.empty() || by_name_.emplace(std::pair{thing.kind, thing.name}, &thing).second);
            const std::string here = "/things/" + std::to_string(i);
            if (!fresh) return failure("name.declared-twice"_code, here);
            if (thing.key < 1 && is_referred(thing.kind)) {
                return failure("value.out-of-range"_code, here + "/key", {{"range", "1 to 2^53 - 1"}});
            }
        }
        return {};
    }
    [[nodiscard]] const BulkThing* find(NodeKind kind, std::int64_t key) const {
        const auto found = by_key_.find({kind, key});
        return found == by_key_.end() ? nullptr : found->second;
    }
    [[nodiscard]] const BulkThing* find(NodeKind kind, const std::string& name) const {
        const auto found = by_name_.find({kind, name});
        return found == by_name_.end() ? nullptr : found->second;
    }

private:
    // What items name as a record is named: by a number from 1, or by its name.
    [[nodiscard]] static bool is_referred(NodeKind kind) {
        return kind != NodeKind::subject && kind != NodeKind::skill && kind != NodeKind::job_profile;
    }

    std::map<std::pair<NodeKind, std::int64_t>, const BulkThing*> by_key_;
    std::map<std::pair<NodeKind, std::string>, const BulkThing*> by_name_;
};

// Records in the place of those that a store has: compiling looks up in them what an item names.
template <class T>
class Stand {
public:
    const T& take(std::int64_t id) {
        T& record = made_[id];
        record.id.value = id;
        if (std::ranges::find(named.records, &record) == named.records.end()) named.records.push_back(&record);
        return record;
    }

    Many<T> named{};  // by the rule at hand

private:
    std::map<std::int64_t, T> made_;
};

// Gives the items of a rule the keys of what they name, and finds the records for them.
class Naming {
public:
    explicit Naming(const Things& things) : things_(things) {}

    [[nodiscard]] Result<DefinePrerequisitesFacts> name(std::vector<Item>& bundles, const std::string& pointer) {
        for (AnyMany* named : {static_cast<AnyMany*>(&courses_.named), static_cast<AnyMany*>(&templates_.named),
                               static_cast<AnyMany*>(&course_groups_.named), static_cast<AnyMany*>(&paths_.named),
                               static_cast<AnyMany*>(&groups_.named)}) {
            named->records.clear();
        }
        if (auto right = visit(bundles, pointer + "/bundles"); !right) return right.error();
        DefinePrerequisitesFacts facts;
        facts.courses = courses_.named;
        facts.course_templates = templates_.named;
        facts.course_groups = course_groups_.named;
        facts.paths = paths_.named;
        facts.groups = groups_.named;
        return facts;
    }

private:
    [[nodiscard]] Result<void> visit(std::vector<Item>& items, const std::string& pointer) {
        for (std::size_t i = 0; i < items.size(); ++i) {
            const std::string here = pointer + '/' + std::to_string(i);
            if (!stands(items[i])) return failure("name.undeclared"_code, here);
            if (auto right = visit(items[i].items, here + "/items"); !right) return right;
        }
        return {};
    }
    // Whether all that an item names can be found. IMC-PRE-26: a template leads to its subject.
    [[nodiscard]] bool stands(Item& item) {
        const auto known = [&](NodeKind kind, const std::string& name) {
            return name.empty() || things_.find(kind, name) != nullptr;
        };
        if (!known(NodeKind::subject, item.subject) || !known(NodeKind::skill, item.skill) ||
            !known(NodeKind::job_profile, item.job_profile)) {
            return false;
        }
        return take(NodeKind::course, item.course, courses_) && take_template(item.course_template) &&
               take(NodeKind::course_group, item.course_group, course_groups_, true) &&
               take(NodeKind::path, item.path, paths_, true) && take(NodeKind::group, item.group, groups_);
    }
    template <class T>
    [[nodiscard]] bool take(NodeKind kind, Ref<T>& ref, Stand<T>& records, bool declared = false) {
        if (!ref.given()) return true;
        const BulkThing* thing = ref.id != 0 ? things_.find(kind, ref.id) : things_.find(kind, ref.name);
        if (thing == nullptr && (declared || ref.id == 0)) return false;
        if (thing != nullptr) ref = Ref<T>(Id<T>{thing->key});
        records.take(ref.id);
        return true;
    }
    [[nodiscard]] bool take_template(Ref<catalogue::CourseTemplate>& ref) {
        if (!take(NodeKind::course_template, ref, templates_)) return false;
        const BulkThing* thing = ref.given() ? things_.find(NodeKind::course_template, ref.id) : nullptr;
        if (thing == nullptr || thing->subject.empty()) return true;
        return things_.find(NodeKind::subject, thing->subject) != nullptr;
    }

    const Things& things_;
    Stand<catalogue::Course> courses_;
    Stand<catalogue::CourseTemplate> templates_;
    Stand<catalogue::CourseGroup> course_groups_;
    Stand<catalogue::LearningPath> paths_;
    Stand<people::Group> groups_;
};

// Turns leaves into questions about the numbers of a history.
class Questions {
public:
    Questions(const Rows& rows, const Things& things, Programs& made) : rows_(rows), things_(things), made_(made) {}

    [[nodiscard]] std::uint32_t ask(const PrerequisiteNode& leaf) {
        switch (leaf.kind) {
            case NodeKind::subject:
                return ask_best(about(Sort::subject, key_of(leaf, leaf.subject)), Minimum::completed);
            case NodeKind::course: {
                auto numbers = numbers_of_course(leaf.target);
                add(numbers, about(Sort::course_cover, leaf.target));
                return ask_best(std::move(numbers), leaf.minimum);
            }
            case NodeKind::course_template: return ask_template(leaf);
            case NodeKind::course_group: return ask_courses(leaf, leaf.whole, leaf.minimum);
            case NodeKind::path: return ask_courses(leaf, true, Minimum::completed);
            case NodeKind::group: return ask_best(about(Sort::group, leaf.target), Minimum::completed);
            default: return ask_fact(leaf);
        }
    }

private:
    using List = std::vector<Numbers>;

    static void add(List& list, const List& more) { list.insert(list.end(), more.begin(), more.end()); }
    static List some(Numbers numbers) { return numbers.empty() ? List{} : List{numbers}; }

    [[nodiscard]] std::int64_t key_of(const PrerequisiteNode& leaf, const std::string& name) const {
        return things_.find(leaf.kind, name)->key;
    }
    [[nodiscard]] List about(Sort sort, std::int64_t key) const {
        return some(rows_.between({sort, 0, key}, {sort, 0, key}));
    }
    // A course may have had several templates.
    [[nodiscard]] List numbers_of_course(std::int64_t course) const {
        List list;
        const auto& all = rows_.courses;
        auto at = std::ranges::lower_bound(all, course, {}, &std::pair<std::int64_t, std::uint32_t>::first);
        for (; at != all.end() && at->first == course; ++at) list.push_back({at->second, at->second + 1});
        return list;
    }
    [[nodiscard]] std::uint32_t ask_template(const PrerequisiteNode& leaf) {
        const auto of = leaf.target;
        List list = some(rows_.between({Sort::course, of, INT64_MIN}, {Sort::course, of, INT64_MAX}));
        add(list, about(Sort::template_cover, leaf.target));
        const BulkThing* made = things_.find(NodeKind::course_template, of);
        if (made != nullptr && !made->subject.empty()) {
            add(list, about(Sort::subject, things_.find(NodeKind::subject, made->subject)->key));
        }
        return ask_best(std::move(list), leaf.minimum);
    }
    // IMC-PRE-16, IMC-PRE-17: nobody meets an empty list.
    [[nodiscard]] std::uint32_t ask_courses(const PrerequisiteNode& leaf, bool whole, Minimum minimum) {
        const auto& courses = things_.find(leaf.kind, leaf.target)->courses;
        if (!whole || courses.empty()) {
            List list;
            for (const auto course : courses) add(list, numbers_of_course(course));
            return ask_best(std::move(list), minimum);
        }
        std::vector<Question> each;
        for (const auto course : courses) each.push_back(best(numbers_of_course(course), minimum));
        Question all{Question::Kind::worst, least_of(minimum), static_cast<std::uint32_t>(made_.questions.size()),
                     static_cast<std::uint32_t>(each.size()), 0};
        made_.questions.insert(made_.questions.end(), each.begin(), each.end());
        return put(all);
    }
    // IMC-PRE-18: of that level or a higher one.
    [[nodiscard]] std::uint32_t ask_fact(const PrerequisiteNode& leaf) {
        const bool skill = leaf.kind == NodeKind::skill;
        const auto sort = skill ? Sort::skill : Sort::job_profile;
        const auto key = key_of(leaf, leaf.key);
        const Numbers told = rows_.between({sort, key, Thing::lacking}, {sort, key, INT64_MAX});
        const Numbers enough = rows_.between({sort, key, level_of(leaf)}, {sort, key, INT64_MAX});
        made_.numbers.push_back(told);
        return put({Question::Kind::fact, Reached::completed, static_cast<std::uint32_t>(made_.numbers.size() - 1), 1,
                    enough.first});
    }

    [[nodiscard]] Question best(const List& list, Minimum minimum) {
        const auto first = static_cast<std::uint32_t>(made_.numbers.size());
        made_.numbers.insert(made_.numbers.end(), list.begin(), list.end());
        return {Question::Kind::best, least_of(minimum), first, static_cast<std::uint32_t>(list.size()), 0};
    }
    [[nodiscard]] std::uint32_t ask_best(const List& list, Minimum minimum) {
        const bool simple = list.size() == 1 && list.front().end == list.front().first + 1;
        return simple ? Asked::about(list.front().first, least_of(minimum)) : put(best(list, minimum));
    }
    [[nodiscard]] std::uint32_t put(const Question& question) {
        made_.questions.push_back(question);
        return Asked::question(made_.questions.size() - 1);
    }

    const Rows& rows_;
    const Things& things_;
    Programs& made_;
};

class Compiling {
public:
    Compiling(const Rows& rows, const Things& things) : naming_(things), questions_(rows, things, *made_) {}

    [[nodiscard]] Result<void> add(BulkRule& rule, const std::string& pointer) {
        if (made_->keys.find(rule.key) != KeyIndex::none) return failure("rule.repeated"_code, pointer);
        auto facts = naming_.name(rule.bundles, pointer);
        if (!facts) return facts.error();
        Decision decision;
        const auto compiled =
            compile(rule.bundles, *facts, nothing_hidden_, rule.minimum.value_or(Minimum::completed), decision);
        if (!compiled) return refused(decision, pointer);
        std::vector<const PrerequisiteNode*> leaves;
        Condition condition = condition_of(compiled->nodes, Minimum::completed, leaves);
        std::vector<std::uint32_t> asked;
        for (const PrerequisiteNode* leaf : leaves) asked.push_back(questions_.ask(*leaf));
        for (Condition::Node& node : condition.nodes) {
            if (node.op == Condition::Op::leaf) node.value = asked[node.value];
        }
        made_->keys.add(rule.key);
        made_->first.push_back(static_cast<std::uint32_t>(made_->nodes.size()));
        made_->nodes.insert(made_->nodes.end(), condition.nodes.begin(), condition.nodes.end());
        made_->most_parts = std::max(made_->most_parts, condition.nodes.size());
        return {};
    }
    [[nodiscard]] std::unique_ptr<const Programs> take() {
        made_->first.push_back(static_cast<std::uint32_t>(made_->nodes.size()));
        made_->keys.close();
        return std::move(made_);
    }

private:
    // A refusal names the item below its rule.
    [[nodiscard]] static Error refused(const Decision& decision, std::string pointer) {
        auto parameters = decision.reason.parameters;
        for (const Parameter& parameter : parameters) {
            if (parameter.name == "item") pointer += parameter.value;
        }
        return {Status::invalid, decision.code, {std::move(pointer), {}, 0, 0}, std::move(parameters)};
    }

    const catalogue::TemplateVersion free_{};
    const catalogue::Complexity nothing_hidden_{free_, {}, {}};
    std::unique_ptr<Programs> made_ = std::make_unique<Programs>();
    Naming naming_;
    Questions questions_;
};

}  // namespace

RuleSet::RuleSet(std::unique_ptr<const Programs> programs) : programs_(std::move(programs)) {}
RuleSet::RuleSet(RuleSet&&) noexcept = default;
RuleSet& RuleSet::operator=(RuleSet&&) noexcept = default;
RuleSet::~RuleSet() = default;

Result<RuleSet> RuleSet::of(const History& history, BulkDocument document) {
    if (auto right = validate(type_of<BulkDocument>(), &document); !right) return right.error();
    Things things;
    if (auto right = things.read(document.things); !right) return right.error();
    Compiling compiling(history.kept(), things);
    for (std::size_t i = 0; i < document.rules.size(); ++i) {
        auto added = compiling.add(document.rules[i], "/rules/" + std::to_string(i));
        if (!added) return added.error();
    }
    return RuleSet(compiling.take());
}

std::optional<std::uint32_t> RuleSet::find(std::int64_t key) const {
    const std::uint32_t number = programs_->keys.find(key);
    return number == KeyIndex::none ? std::nullopt : std::optional(number);
}

std::size_t RuleSet::rules() const { return programs_->keys.size(); }

std::size_t RuleSet::parts(std::uint32_t rule) const { return programs_->first[rule + 1] - programs_->first[rule]; }

std::size_t RuleSet::most_parts() const { return programs_->most_parts; }

std::size_t RuleSet::bytes() const {
    const Programs& kept = *programs_;
    return sizeof kept + kept.keys.bytes() + kept.first.capacity() * sizeof(std::uint32_t) +
           kept.nodes.capacity() * sizeof(Condition::Node) + kept.questions.capacity() * sizeof(Question) +
           kept.numbers.capacity() * sizeof(Numbers);
}

Result<Bulk> open_bulk(std::string_view document, const Columns& columns) {
    BulkDocument read;
    if (auto right = read_json(document, type_of<BulkDocument>(), &read); !right) return right.error();
    auto history = History::of(columns);
    if (!history) return history.error();
    auto rules = RuleSet::of(*history, std::move(read));
    if (!rules) return rules.error();
    return Bulk{std::move(*history), std::move(*rules)};
}

BulkSummary summary_of(const Bulk& bulk) {
    const auto number = [](std::size_t count) { return static_cast<std::int64_t>(count); };
    return {number(bulk.history.bytes() + bulk.rules.bytes()), number(bulk.history.learners()),
            number(bulk.rules.most_parts()), number(bulk.history.rows()), number(bulk.rules.rules())};
}

}  // namespace provost::prerequisites
