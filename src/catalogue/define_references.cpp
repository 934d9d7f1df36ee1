// What settings name: meta tags and nodes of classification trees.
#include "catalogue/define_references.hpp"

#include "base/list_text.hpp"
#include "catalogue/whole.hpp"
#include "plan/tree.hpp"

#include <provost/catalogue/course.hpp>

namespace provost::catalogue {

namespace {

constexpr auto levels = std::to_array<Level>({Level::type, Level::course_template, Level::course});

// Words of a list that are none of a choice's: refuses, and answers false.
template <class Choice>
bool are_words(const std::vector<std::string>& list, std::span<const Choice> right, Decision& decision) {
    std::string expected;
    for (const Choice choice : right) add_to_list(expected, word(choice));
    for (const std::string& text : list) {
        if (std::ranges::any_of(right, [&](Choice choice) { return word(choice) == text; })) continue;
        constexpr Code unknown = "choice.unknown"_code;
        decision.refuse(unknown, {{"expected", expected}});
        return false;
    }
    return true;
}

// IMC-MT-01: what a tag of another type could not use is no part of it.
bool is_for(const MetaTag& tag, bool right, std::string_view field, std::string_view type, Decision& decision) {
    if (right) return true;
    decision.refuse("tag.part-of-other-type"_code,
                    {{"field", std::string(field)}, {"tag", tag.key}, {"type", std::string(type)}});
    return false;
}

bool has_sound_choices(const MetaTag& tag, Decision& decision) {
    const bool chooses = tag.type == TagType::choice;
    const bool counts = tag.type == TagType::integer || tag.type == TagType::decimal;
    if (!is_for(tag, chooses || tag.choices.empty(), "choices", "choice", decision)) return false;
    if (!is_for(tag, counts || tag.unit.empty(), "unit", "integer, decimal", decision)) return false;
    if (chooses && tag.choices.empty()) {
        decision.refuse("field.missing"_code, {{"field", "choices"}});
        return false;
    }
    const std::string* again = first_repeated(tag.choices);
    if (again != nullptr) decision.refuse("tag.choice-repeated"_code, {{"tag", tag.key}, {"choice", *again}});
    return again == nullptr;
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
    if (!before.unit.empty() && now.unit != before.unit) {
        decision.refuse("tag.other-unit"_code, {{"tag", now.key}, {"unit", before.unit}});
        return false;
    }
    const auto still = [&](Level level) { return !stands_at(before, level) || stands_at(now, level); };
    if (std::ranges::all_of(levels, still)) return true;
    decision.refuse("tag.fewer-levels"_code, {{"tag", now.key}});
    return false;
}

constexpr auto audiences = std::to_array<Audience>({Audience::admin, Audience::tutor, Audience::learner});

}  // namespace

void define_meta_tag(const Define<MetaTag>& request, const DefineFacts<MetaTag>& facts, Context& context,
                     Decision& decision) {
    const MetaTag& tag = request.record;
    // IMC-MT-03: it is a setting, with the type that it has there.
    if (const auto setting = what_is_read(tag.key); !setting.empty()) {
        return decision.refuse("tag.well-known"_code, {{"tag", tag.key}, {"setting", std::string(setting)}});
    }
    if (!are_words<Level>(tag.levels, levels, decision)) return;  // IMC-MT-01
    if (!are_words<Audience>(tag.visible_to, audiences, decision)) return;
    Settings texts;
    texts.name = tag.name;
    texts.translations = tag.translations;
    if (!has_sound_texts(texts, decision) || !has_sound_choices(tag, decision)) return;  // IMC-MISC-01
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
