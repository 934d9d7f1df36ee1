// References, steps and what all rules share.
#include "reporting/checks/finding.hpp"

#include "reporting/read_back.hpp"

#include <algorithm>

namespace provost::reporting::checks {

namespace {

std::string key_of(Values values) {
    std::string key;
    for (const auto value : values) {
        if (!key.empty()) key += '|';
        for (const char c : value) key += 'a' <= c && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return key;
}

std::vector<const CheckRule*> all_rules() {
    std::vector<const CheckRule*> all;
    for (const auto table : {form_rules(), organisation_rules(), activity_rules(), client_rules(), cross_rules()}) {
        for (const CheckRule& rule : table) all.push_back(&rule);
    }
    // F before V before X, as the alphabet has them, then by the number.
    std::ranges::stable_sort(all, [](const CheckRule* a, const CheckRule* b) {
        if (a->id[0] != b->id[0]) return a->id[0] < b->id[0];
        return a->id.size() != b->id.size() ? a->id.size() < b->id.size() : a->id < b->id;
    });
    return all;
}

}  // namespace

std::span<const CheckRule* const> rules() {
    static const auto all = all_rules();
    return all;
}

std::vector<std::string_view> words(std::string_view text) {
    std::vector<std::string_view> found;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        if (end > 0) found.push_back(text.substr(0, end));
        text.remove_prefix(std::min(text.size(), end + 1));
    }
    return found;
}

bool concerns(const CheckRule& rule, std::string_view target) {
    const bool except = rule.targets.starts_with('!');
    const auto named = words(rule.targets.substr(except ? 1 : 0));
    return named.empty() || except != std::ranges::any_of(named, [&](auto word) { return is_of(target, word); });
}

const CheckRule* find_rule(Broken function, std::string_view target, std::string_view release) {
    const auto row = std::ranges::find_if(activity_rules(), [&](const CheckRule& rule) {
        const bool in_release = rule.release.empty() || rule.release == release;
        return rule.function == function && in_release && concerns(rule, target);
    });
    return row == activity_rules().end() ? nullptr : &*row;
}

bool References::add(std::string_view list, std::span<const std::string_view> cells) {
    const auto put = [this](std::string_view name, Values key, std::string_view value) {
        lists_[std::string(name)].insert_or_assign(key_of(key), std::string(value));
        return true;
    };
    if (list == "organisations" && !cells.empty()) return put(list, cells.first(1), {});
    if (cells.size() < 2) return false;
    if (list == "programs" || list == "subjects") return put(list, cells.first(1), cells[1]);
    if (list == "reported-completions") return put(list, cells.first(2), {});
    if (list != "localities" || cells.size() < 3) return false;
    const std::array<std::string_view, 2> postcode{cells[0], cells[2]};
    return put("postcodes", postcode, {}) && put(list, cells.first(3), {});
}

const std::string* References::find(std::string_view list, Values key) const {
    const auto rows = lists_.find(std::string(list));
    if (rows == lists_.end()) return nullptr;
    const auto found = rows->second.find(key_of(key));
    return found == rows->second.end() ? nullptr : &found->second;
}

Values Step::of(Values record, std::array<std::string_view, most_fields>& room) const {
    for (std::size_t i = 0; i < count; ++i) {
        room[i] = fields[i] == no_field ? std::string_view() : record[fields[i]];
    }
    return std::span(room).first(count);
}

bool find_fields(const Layout& layout, std::string_view names, Step& step) {
    step.count = 0;
    for (const auto name : words(names)) {
        const auto at = layout.find(name);
        if (at == layout.fields.size() && step.count == 0) return false;
        step.fields[step.count++] = at == layout.fields.size() ? Step::no_field : static_cast<std::uint8_t>(at);
    }
    return true;
}

Finding finding_of(const Layout& layout, const Step& step, std::int64_t line) {
    const LayoutField& field = layout.fields[step.fields[0]];
    return {step.rule, layout.file, line, field.name, field.start};
}

}  // namespace provost::reporting::checks
