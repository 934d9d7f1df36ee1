// Waiting lists.
#include "registration/waiting.hpp"

namespace provost::registration {

using enrolment::WaitingList;

std::optional<WaitingList> waiting_list_of(const catalogue::Course& course, const Context& context) {
    const auto found = context.find<WaitingList>(0, {{course.id.value, {}, false}});
    if (!found) return std::nullopt;
    WaitingList list;
    list.course = course.id;
    for (const WaitingList& known : *found) list = known;
    return list;
}

bool join_waiting_list(const enrolment::Enrolment& place, const catalogue::Course& course, Context& context,
                       Decision& decision) {
    auto list = waiting_list_of(course, context);
    if (!list) return false;
    if (!list->id) list->id = context.ids.take<WaitingList>();
    list->enrolments.push_back(place.id.value);
    list->learners.push_back(place.learner.value);
    decision.note("registration.waiting"_code, {{"position", std::to_string(list->enrolments.size())}});
    decision.put(std::move(*list));
    return true;
}

void take_off(WaitingList& list, std::int64_t enrolment) {
    const auto at = std::ranges::find(list.enrolments, enrolment) - list.enrolments.begin();
    if (at == static_cast<std::ptrdiff_t>(list.enrolments.size())) return;
    list.enrolments.erase(list.enrolments.begin() + at);
    list.learners.erase(list.learners.begin() + at);
    std::erase_if(list.passed_over, [&](const auto& passed) { return passed.enrolment.value == enrolment; });
}

bool leave_waiting_list(const enrolment::Enrolment& place, const catalogue::Course& course, const Context& context,
                        Decision& decision) {
    auto list = waiting_list_of(course, context);
    if (!list) return false;
    if (!list->id) return true;
    take_off(*list, place.id.value);
    decision.put(std::move(*list));
    return true;
}

bool follow_waiting_list(const enrolment::Enrolment& was, const enrolment::Enrolment& is,
                         const catalogue::Course& course, Context& context, Decision& decision) {
    const bool waited = was.state == enrolment::State::waiting, waits = is.state == enrolment::State::waiting;
    if (waited && !waits) return leave_waiting_list(was, course, context, decision);
    return waited || !waits || join_waiting_list(is, course, context, decision);
}

}  // namespace provost::registration
