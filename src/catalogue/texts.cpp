// Name and description in a language: the exact tag, then the language without its region, then the course's own
// language, then the first text that there is. [IMC-MISC-01]
#include "catalogue/inherit.hpp"
#include "catalogue/questions.hpp"
#include "plan/either.hpp"

#include <provost/base/text.hpp>
#include <provost/describe/json.hpp>

namespace provost::catalogue {

namespace {

// A text, where it stands and how it was found.
struct Found {
    const std::string* text = nullptr;
    std::string_view language;
    std::string_view setting;
    Code how{};
};

// One of the two texts, in a description and in a translation.
struct Item {
    std::string_view name;
    std::string Settings::*own;
    std::string Translation::*translated;
};
constexpr auto items = std::to_array<Item>({
    {"name", &Settings::name, &Translation::name},
    {"description", &Settings::description, &Translation::description},
});

Found text_in(const Settings& settings, const Item& item, std::string_view language) {
    const std::string& own = settings.*item.own;
    if (!own.empty() && same_language(settings.language, language)) return {&own, settings.language, item.name};
    for (const Translation& translation : settings.translations) {
        const std::string& text = translation.*item.translated;
        if (!text.empty() && same_language(translation.language, language)) {
            return {&text, translation.language, "translations"};
        }
    }
    return {};
}

Found text_for(const Settings& settings, const Item& item, std::string_view language) {
    for (auto wanted = language; !wanted.empty(); wanted = broader_language(wanted)) {
        Found found = text_in(settings, item, wanted);
        if (found.text == nullptr) continue;
        if (wanted.size() != language.size()) found.how = "text.base-language"_code;
        return found;
    }
    const std::string& own = settings.*item.own;
    if (!own.empty()) return {&own, settings.language, item.name, "text.default-language"_code};
    for (const Translation& translation : settings.translations) {
        const std::string& text = translation.*item.translated;
        if (!text.empty()) return {&text, translation.language, "translations", "text.first-available"_code};
    }
    return {};
}

Level level_in(std::string_view setting, const TextsFacts& facts) {
    const auto found = Setting::find(setting);
    if (facts.course) return level_of(*found, *facts.course, *facts.pinned);
    return contains(facts.current->own, setting) ? Level::course_template : Level::type;
}

}  // namespace

void texts(const Texts& request, const TextsFacts& facts, Context&, Decision& decision) {
    if (!is_of_course_or_template(facts, decision)) return;
    const Settings& settings = facts.course ? facts.course->settings : facts.current->settings;
    for (const Item& item : items) {
        const Found found = text_for(settings, item, request.language);
        ReportLine line;
        line.item = item.name;
        if (found.text != nullptr) {
            write_json_text(line.value, *found.text);
            line.group = found.language;
            line.code = found.how;
            line.level = word(level_in(found.setting, facts));
        }
        decision.report.push_back(std::move(line));
    }
    decision.unchanged(facts.course ? facts.course->id.value : facts.course_template->id.value);
}

}  // namespace provost::catalogue
