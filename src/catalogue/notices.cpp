// Checks of what is said of notices.
#include "catalogue/notices.hpp"

#include <provost/base/text.hpp>

namespace provost::catalogue {

namespace {

constexpr std::int64_t most_days = 3650;

bool refuse(Code why, std::string_view notice, Decision& decision, std::string_view what = {}) {
    std::vector<Parameter> parameters{{"notice", std::string(notice)}};
    if (!what.empty()) parameters.push_back({"value", std::string(what)});
    decision.refuse(why, std::move(parameters));
    return false;
}

bool is_message(const NoticeEvent& event, std::string_view notice, Decision& decision) {
    return event.scope != NoticeScope::task || refuse("notice.is-task"_code, notice, decision);
}

}  // namespace

bool is_own_notice(std::string_view key) { return find_notice_event(key) == nullptr; }

bool fits_event(const NoticeEvent& event, std::string_view notice, const std::vector<std::string>& recipients,
                const std::vector<std::int64_t>& days, const std::vector<NoticeText>& texts, Decision& decision) {
    if (!is_message(event, notice, decision)) return false;
    for (const std::string& recipient : recipients) {
        if (!names_one(event.possible, recipient)) {
            return refuse("notice.recipient-not-possible"_code, notice, decision, recipient);
        }
    }
    if (!days.empty() && !is_timed(event)) return refuse("notice.without-days"_code, notice, decision);
    // A component that has closed can not be done any more.
    const bool closes = event.anchor == NoticeAnchor::component_closes || event.anchor == NoticeAnchor::feedback_closes;
    for (const auto day : days) {
        const bool right = -most_days <= day && day <= most_days && !(closes && day >= 0) &&
                           !(event.anchor == NoticeAnchor::enrolment && day < 0);
        if (!right) return refuse("notice.days"_code, notice, decision, std::to_string(day));
    }
    for (std::size_t i = 0; i < texts.size(); ++i) {
        for (std::size_t k = 0; k < i; ++k) {
            if (!same_language(texts[i].language, texts[k].language)) continue;
            return refuse("notice.text-twice"_code, notice, decision, texts[i].language);
        }
    }
    return true;
}

// IMC-NOT-05: messages of registration are the same for all courses.
bool is_per_course(const NoticeEvent& event, std::string_view notice, Decision& decision) {
    const bool is_not = event.scope == NoticeScope::registration || event.scope == NoticeScope::organisation;
    return !is_not || refuse("notice.not-per-course"_code, notice, decision);
}

bool is_notice(std::string_view key, const Context& context, Decision& decision) {
    const NoticeEvent* event = find_notice_event(key);
    if (event == nullptr) {
        const auto own = context.find<NoticeDefinition>(find_index(type_of<NoticeDefinition>(), "key"),
                                                        {{0, std::string(key), true}});
        if (!own) return false;
        event = own->empty() ? nullptr : find_notice_event((*own->begin()).event);
    }
    if (event != nullptr) return is_message(*event, key, decision) && is_per_course(*event, key, decision);
    decision.refuse("notice.unknown"_code, {{"name", std::string(key)}});
    return false;
}

bool settle_notices(std::vector<NoticeSetting>& told, const Many<NoticeDefinition>& known, Decision& decision) {
    std::ranges::sort(told, {}, &NoticeSetting::notice);
    for (std::size_t i = 0; i < told.size(); ++i) {
        const NoticeSetting& each = told[i];
        if (i > 0 && told[i - 1].notice == each.notice) return refuse("notice.given-twice"_code, each.notice, decision);
        const auto* own = known.first([&](const NoticeDefinition& one) { return one.key == each.notice; });
        const NoticeEvent* event = find_notice_event(own == nullptr ? each.notice : own->event);
        if (event == nullptr) {
            decision.refuse("notice.unknown"_code, {{"name", each.notice}});
            return false;
        }
        if (!is_per_course(*event, each.notice, decision)) return false;
        if (!fits_event(*event, each.notice, each.recipients, each.days, each.texts, decision)) return false;
    }
    return true;
}

}  // namespace provost::catalogue
