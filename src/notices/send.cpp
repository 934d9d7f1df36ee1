// Sending by hand. How often is counted for each notice of a course, so that two people who do it at once get numbers
// of their own, and the journal names both.
#include "notices/send.hpp"

#include "notices/effective.hpp"

#include <provost/enrolment/participant.hpp>

namespace provost::notices {

namespace {

using enrolment::Enrolment;

// IMC-NOT-04: each sending by hand takes the next number, and names the sender.
SentByHand next_of(const SentByHand* before, Id<catalogue::Course> course, const std::string& notice,
                   Context& context) {
    SentByHand next = before == nullptr ? SentByHand{} : *before;
    if (before == nullptr) next.id = context.ids.take<SentByHand>();
    next.course = course;
    next.notice = notice;
    ++next.count;
    next.by = context.asked_by;
    next.at = context.effective;
    return next;
}

void stamp(Intent& message, const SentByHand& sent) {
    message.repeat = sent.count;
    message.sent_by = sent.by;
}

class Sending {
public:
    Sending(const SendNoticeFacts& facts, const Effective& notice, Context& context, Decision& decision)
        : facts_(facts), notice_(notice), context_(context), decision_(decision) {
        message_.event = notice.event->key;
        if (notice.key != notice.event->key) message_.notice = notice.key;
        message_.due = context.effective;
    }

    // Those who are told of each participant, then those who get one message for the course. False: to be asked again.
    bool make(const SentByHand& sent) {
        stamp(message_, sent);
        bool known = true;
        Intent of_course = message_;
        of_course.course = facts_.course->id;
        for (const Enrolment& place : facts_.places) {
            if (!takes_part(place.state) || (facts_.learner && place.learner != facts_.learner->id)) continue;
            of_course.participants.push_back(place.learner.value);
            concerns_somebody_ = true;
            known = tell_about(place) && known;
        }
        for (const Told& each : staff_told(notice_, *facts_.course)) add(of_course, each.recipient, each.person);
        return known;
    }
    [[nodiscard]] bool has_made() const { return made_; }
    [[nodiscard]] bool concerns_somebody() const { return concerns_somebody_; }

private:
    bool tell_about(const Enrolment& place) {
        Intent message = message_;
        message.learner = place.learner;
        message.enrolment = place.id;
        message.start_state = message.target_state = place.state;
        if (notice_.is_for(Recipient::learner)) add(message, Recipient::learner, 0);
        const auto supervisor = supervisor_told(notice_, place.learner, context_);
        if (supervisor.value_or(0) != 0) add(message, Recipient::supervisor, *supervisor);
        return supervisor.has_value();
    }
    void add(Intent message, Recipient recipient, std::int64_t person) {
        message.recipient = recipient;
        message.person = person;
        message.key = key_of(message);
        decision_.intend(std::move(message));
        made_ = true;
    }

    const SendNoticeFacts& facts_;
    const Effective& notice_;
    Context& context_;
    Decision& decision_;
    Intent message_;
    bool made_ = false;
    bool concerns_somebody_ = false;
};

}  // namespace

void send_notice(const SendNotice& request, const SendNoticeFacts& facts, Context& context, Decision& decision) {
    const catalogue::Course& course = *facts.course;
    const NoticeDefinition* own = facts.definition ? &*facts.definition : nullptr;
    const NoticeEvent* event = catalogue::find_notice_event(own == nullptr ? request.notice : own->event);
    if (event == nullptr) return decision.refuse("notice.unknown"_code, {{"name", request.notice}});
    // What happens is told of what happened: such a message is sent again.
    if (event->scope != catalogue::NoticeScope::course || event->anchor == catalogue::NoticeAnchor::none) {
        return decision.refuse("notice.not-by-hand"_code, {{"notice", request.notice}});
    }
    if (is_silent(course)) return decision.refuse("message.course-silent"_code);  // IMC-NOT-05
    const Effective notice = effective(*event, request.notice, own, &course);
    if (!notice.enabled) return decision.refuse("message.notice-off"_code, {{"notice", request.notice}});
    const SentByHand sent = next_of(facts.sent ? &*facts.sent : nullptr, course.id, request.notice, context);
    Sending sending(facts, notice, context, decision);
    if (!sending.make(sent)) return;
    if (facts.learner && !sending.concerns_somebody()) return decision.refuse("learner.not-enrolled"_code);
    if (!sending.has_made()) return decision.refuse("notice.nobody"_code, {{"notice", request.notice}});
    decision.put(sent);
}

void send_again(const SendAgain&, const SendAgainFacts& facts, Context& context, Decision& decision) {
    const Intent& before = *facts.message;
    if (before.kind != IntentKind::message) return decision.refuse("message.no-message"_code);
    const bool is_over = before.state == IntentState::sent || before.state == IntentState::failed ||
                         before.state == IntentState::dropped;
    if (!is_over) return decision.refuse("message.on-its-way"_code, {{"state", std::string(word(before.state))}});
    const catalogue::Course* course = facts.course ? &*facts.course : facts.own_course ? &*facts.own_course : nullptr;
    if (course != nullptr && is_silent(*course)) return decision.refuse("message.course-silent"_code);  // IMC-NOT-05
    const std::string& notice = notice_of(before);
    const auto id = course == nullptr ? Id<catalogue::Course>{} : course->id;
    const auto sent = context.find<SentByHand>(find_index(type_of<SentByHand>(), "notice"),
                                               {{id.value, {}, false}, {0, notice, true}});
    if (!sent) return;
    Intent message = undelivered(before);
    message.version = 0;
    message.recorded.reset();
    const SentByHand next = next_of(sent->empty() ? nullptr : &*sent->begin(), id, notice, context);
    stamp(message, next);
    decision.put(next);
    decision.intend(std::move(message));
}

}  // namespace provost::notices
