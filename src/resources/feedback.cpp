// IMC-RES-15: a question of a category is asked once for each resource of that category which the course needs and of
// which its switch, or that of the resource, says so.
#include "resources/feedback.hpp"

#include <provost/describe/json.hpp>

#include <set>

namespace provost::resources {

namespace {

using catalogue::AddedResource;
using catalogue::Component;
using catalogue::Medium;

bool is_asked_about(const Resource& resource, const std::vector<AddedResource>& list) {
    return std::ranges::any_of(list, [&](const AddedResource& entry) {
        return entry.resource == resource.id.value && entry.feedback_question.value_or(resource.feedback_question);
    });
}

const Medium* medium_of(const Many<Medium>& media, const std::string& key) {
    return media.first([&](const Medium& each) { return each.key == key; });
}

void add_questions(const Component& component, const Medium& question, const FeedbackQuestionsFacts& facts,
                   Decision& decision) {
    std::set<std::int64_t> done;
    for (const Resource& resource : facts.resources) {
        const auto& categories = resource.categories;
        const bool is_of_it = std::ranges::find(categories, question.resource_category) != categories.end();
        if (!is_of_it || !is_asked_about(resource, facts.course->assignments.resources)) continue;
        if (!done.insert(resource.id.value).second) continue;
        ReportLine line;
        line.item = question.key;
        line.group = component.key;
        write_json_text(line.value, resource.key);
        decision.report.push_back(std::move(line));
    }
}

}  // namespace

void feedback_questions(const FeedbackQuestions&, const FeedbackQuestionsFacts& facts, Context&, Decision& decision) {
    decision.unchanged(facts.course->id.value);
    if (!facts.syllabus) return;
    for (const Component& component : facts.syllabus->components) {
        if (component.kind != catalogue::ComponentKind::feedback) continue;
        const Medium* form = medium_of(facts.forms, component.medium);
        if (form == nullptr) continue;
        for (const auto& part : form->parts) {
            const Medium* question = medium_of(facts.questions, part.medium);
            const bool asks = question != nullptr && !question->resource_category.empty();
            if (asks) add_questions(component, *question, facts, decision);
        }
    }
}

}  // namespace provost::resources
