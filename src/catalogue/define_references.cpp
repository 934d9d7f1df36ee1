// What settings name: meta tags and nodes of classification trees.
#include "catalogue/define_references.hpp"

#include "catalogue/whole.hpp"
#include "plan/tree.hpp"

#include <provost/catalogue/course.hpp>

namespace provost::catalogue {

namespace {

// Words of a list that are none of a choice's: refuses, and answers false.
template <class Choice>
bool are_words(const std::vector<std::string>& list, std::span<const Choice> right, Decision& decision) {
    std::string expected;
    for (const Choice choice : right) expected += (expected.empty() ? "" : ", ") + std::string(word(choice));
    for (const std::string& text : list) {
        if (std::ranges::any_of(right, [&](Choice choice) { return word(choice) == text; })) continue;
        constexpr Code unknown = "choice.unknown"_code;
        decision.refuse(unknown, {{"expected", expected}});
        return false;
    }
    return true;
}

// IMC-MT-01, IMC-TPL-02: values of a tag may stand anywhere, and templates may make it mandatory: what it was it stays.
bool keeps_values(const MetaTag& before, const MetaTag& now, Decision& decision) {
    if (now.type != before.type) {
        decision.refuse("tag.other-type"_code, {{"tag", now.key}, {"type", std::string(word(before.type))}});
        return false;
    }
    const auto gone = std::ranges::find_if(before.choices, [&](const std::string& choice) {
        return std::ranges::find(now.choices, choice) == now.choices.end();
    });
    if (now.type == TagType::choice && gone != before.choices.end()) {
        decision.refuse("tag.fewer-choices"_code, {{"tag", now.key}, {"choice", *gone}});
        return false;
    }
    const bool stood_at_all = before.levels.empty() && !now.levels.empty();
    const bool all_there = now.levels.empty() || std::ranges::all_of(before.levels, [&](const std::string& level) {
                               return std::ranges::find(now.levels, level) != now.levels.end();
                           });
    if (!stood_at_all && all_there) return true;
    decision.refuse("tag.fewer-levels"_code, {{"tag", now.key}});
    return false;
}

constexpr auto levels = std::to_array<Level>({Level::type, Level::course_template, Level::course});
constexpr auto audiences = std::to_array<Audience>({Audience::admin, Audience::tutor, Audience::learner});

}  // namespace

void define_meta_tag(const Define<MetaTag>& request, const DefineFacts<MetaTag>& facts, Context& context,
                     Decision& decision) {
    const MetaTag& tag = request.record;
    if (!are_words<Level>(tag.levels, levels, decision)) return;  // IMC-MT-01
    if (!are_words<Audience>(tag.visible_to, audiences, decision)) return;
    Settings texts;
    texts.name = tag.name;
    texts.translations = tag.translations;
    if (!has_name(tag.name, decision) || !has_sound_texts(texts, decision)) return;  // IMC-MISC-01
    if (tag.type == TagType::choice && tag.choices.empty()) {
        return decision.refuse("field.missing"_code, {{"field", "choices"}});
    }
    if (facts.existing && !keeps_values(*facts.existing, tag, decision)) return;
    define<MetaTag>(request, facts, context, decision);
}

void define_classification(const DefineClassification& request, const DefineClassificationFacts& facts,
                           Context& context, Decision& decision) {
    if (facts.existing && context.repeated(facts.existing->id)) return decision.refuse("row.duplicate"_code);
    // IMC-MISC-03: a node stands in one tree with all above it.
    if (facts.parent && facts.parent->tree != request.tree) {
        return decision.refuse("classification.other-tree"_code, {{"tree", facts.parent->tree}});
    }
    if (facts.existing) {
        // What stands below it stands in that tree.
        if (facts.existing->tree != request.tree) {
            return decision.refuse("classification.other-tree"_code, {{"tree", facts.existing->tree}});
        }
        const auto circle = makes_circle(facts.parent, facts.existing->id, context);
        if (!circle) return;
        if (*circle) return decision.refuse("parent.circle"_code, {{"parent", facts.parent->key}});
    }
    ClassificationNode node = facts.existing ? *facts.existing : ClassificationNode{};
    if (!facts.existing) node.id = context.ids.take<ClassificationNode>();
    node.key = request.classification;
    node.tree = request.tree;
    node.name = request.name;
    node.parent = facts.parent ? facts.parent->id : Id<ClassificationNode>{};
    decision.put(std::move(node));
}

}  // namespace provost::catalogue
