// What happens to a component, step by step: is it the participant's to do, does it count, what follows.
#include "learning/follow.hpp"

#include "base/list_text.hpp"
#include "enrolment/held_back.hpp"
#include "learning/effects.hpp"
#include "learning/hints.hpp"
#include "registration/questions.hpp"

#include <provost/enrolment/participant.hpp>

namespace provost::learning {

namespace {

using registration::Participant;

// One event of one participant.
class Step {
public:
    Step(const StudentFacts& facts, Context& context, Decision& decision, LearningEvent event)
        : facts_(facts),
          context_(context),
          decision_(decision),
          event_(std::move(event)),
          participant_(*facts.course, facts.place, context, decision),
          before_(progress_of(facts.progress, participant_.place)),
          study_(study_of(facts.study, *facts.course, logic())),
          component_(study_.positions.of(event_.component)) {
        event_.enrolment = participant_.place.id;
        event_.occurred_at = context.effective;
        event_.by = context.asked_by;
        if (component_ >= 0) event_.medium_number = component().medium_number;
    }

    /// Whether there is such a component, and the participant is one. [IMC-REG-12]
    [[nodiscard]] bool usable() {
        if (!is_component()) return false;
        check_state();
        return decision_.verdict == Verdict::accepted;
    }
    /// Whether there is such a component that learners open, and the learner was ever in the course; refuses when not.
    [[nodiscard]] bool is_component() {
        if (!participant_.usable()) return false;
        // IMC-SYL-06: what is for tutors is not there for learners.
        if (component_ < 0 || is_for_tutors(study_.logic, component_)) {
            decision_.refuse("component.unknown"_code, {{"component", event_.component}, {"field", "component"}});
        } else if (!catalogue::is_opened(component().kind)) {
            decision_.refuse("component.not-to-open"_code, {{"component", event_.component}});
        }
        return decision_.verdict == Verdict::accepted;
    }
    [[nodiscard]] const catalogue::Component& component() const { return study_.components[at(component_)]; }
    [[nodiscard]] const Participant& participant() const { return participant_; }

    /// Whether it happens in the course's own time; refuses when not. [IMC-REG-12]
    [[nodiscard]] bool is_in_time() {
        registration::check_window(*facts_.course, participant_.place, context_.effective, participant_.zone(),
                                   decision_);
        return !decision_.refused();
    }

    /// Whether the course still takes what is begun now; refuses when not. What was opened may be finished.
    /// [IMC-CSV-13]
    [[nodiscard]] bool may_begin() {
        const ComponentProgress* entry = stands();
        const bool confirms = event_.kind == EventKind::confirmed && entry != nullptr && entry->opened_at;
        if (!confirms && is_closed_to(entry, *facts_.course)) decision_.refuse("learning.course-closed"_code);
        return !decision_.refused();
    }

    /// Whether the participant may have the component: not while it is held back from him; refuses then. [IMC-TUT-16]
    [[nodiscard]] bool is_released() {
        const bool held = enrolment::is_held_back(facts_.releases, participant_.place, event_.component);
        if (held) decision_.refuse("component.held-back"_code, {{"component", event_.component}});
        return !held;
    }

    /// Whether a tutor has confirmed the component.
    [[nodiscard]] bool is_confirmed() const {
        const ComponentProgress* entry = stands();
        return entry != nullptr && entry->tutor_confirmed_at;
    }

    /// Whether a rule of the component asks for this.
    [[nodiscard]] bool is_asked(catalogue::ConditionKind kind) const {
        return std::ranges::any_of(study_.logic.rules, [&](const Logic::Rule& rule) {
            return rule.component == component_ &&
                   std::ranges::find(rule.conditions, kind, &Logic::Asked::kind) != rule.conditions.end();
        });
    }

    /// FIN-ACC-03, IMC-SIG-07: of an inactive learner, or of one who has signed, nothing changes, and nothing that
    /// comes in is lost. Answers whether nothing is left to decide: it was kept so, or is known, or nobody could have
    /// it.
    [[nodiscard]] bool is_kept_aside() {
        const bool inactive = facts_.learner->inactive;
        if (!inactive && !participant_.place.signed_at) return false;
        if (!participant_.was_enrolled()) return true;
        const auto known = stored();
        if (!known || is_known(*known)) return true;
        event_.standing = Standing::disputed;
        put_event();
        if (inactive) {
            decision_.hold("learner.inactive"_code, {{"learner", facts_.learner->client_id}});
        } else {
            std::ignore = participant_.may_be_changed(true);
        }
        return true;
    }

    /// Whether a row of a file stands for what happened in an earlier place of the learner in the course: then the
    /// decision says so. [IMC-CSV-28]
    [[nodiscard]] bool is_of_earlier_place() {
        if (!context_.from_file()) return false;
        for (const enrolment::Enrolment& place : facts_.place.enrolments) {
            if (place.id == participant_.place.id) continue;
            const auto events = events_of(place, context_);
            if (!events) decision_.verdict = Verdict::needs;
            if (!events || is_known(*events)) return true;
        }
        return false;
    }

    /// Takes it in. Told by a person it is refused when it does not count; told by an LMS it is kept.
    void take(bool by_person) {
        if (!participant_.was_enrolled()) return;
        std::optional<Way> way = went_on();
        if (!way && !in_order(way)) return;
        if (event_.standing == Standing::kept && by_person) return refuse();
        if (contradicts(*way)) return keep_for_a_person();
        put(*way);
        if (follow(*way) && event_.standing == Standing::kept) decision_.hold("result.kept"_code);
    }

private:
    // How far he has come with the component; null: he has done nothing with it.
    [[nodiscard]] const ComponentProgress* stands() const {
        if (before_ == nullptr) return nullptr;
        const auto& all = before_->components;
        const auto entry = std::ranges::find(all, event_.component, &ComponentProgress::component);
        return entry == all.end() ? nullptr : &*entry;
    }

    [[nodiscard]] const catalogue::Logic* logic() const { return judging(facts_.study, facts_.logic, before_); }

    // IMC-LL-14: once the course is over for somebody, nothing counts that came later. What came before is told late.
    void check_state() {
        const auto state = participant_.place.state;
        const bool goes_on = participant_.place.signed_at || facts_.course->settings.lock_strictly.value_or(false)
                                 ? participant_.may_be_changed(true)
                                 : true;
        if (!goes_on) return;
        if (takes_part(state)) return;
        const bool by_itself = before_ != nullptr && before_->ended_at;
        // At the same moment it may be the event that ended it, told again.
        if (by_itself && event_.occurred_at <= before_->ended_at) return;
        // What is kept already, and is told again, changes nothing.
        const auto known = stored();
        if (!known || is_known(*known)) return;
        if (by_itself) {
            decision_.refuse("learning.over"_code, {{"since", to_text(*before_->ended_at)}});
        } else {
            decision_.refuse("learning.not-taking-part"_code, {{"state", std::string(word(state))}});
        }
    }

    // The events of this participant; nothing when they are not known yet: to be asked again.
    [[nodiscard]] std::optional<Many<LearningEvent>> stored() {
        auto found = events_of(participant_.place, context_);
        if (!found) decision_.verdict = Verdict::needs;
        return found;
    }

    // Whether it was told before; then the decision says so.
    [[nodiscard]] bool is_known(const Many<LearningEvent>& events) {
        const auto* same = events.first([&](const LearningEvent& each) { return is_same(each, event_); });
        if (same == nullptr) return false;
        if (context_.repeated(same->id)) {
            decision_.refuse("row.duplicate"_code);
        } else {
            decision_.unchanged(same->id.value);
        }
        return true;
    }

    [[nodiscard]] Way stood() const { return way_of(study_, facts_, participant_.zone(), before_, context_.effective); }

    // Later than all before it: the way goes on where it stood.
    [[nodiscard]] std::optional<Way> went_on() {
        if (before_ != nullptr && before_->latest_at && event_.occurred_at <= before_->latest_at) return std::nullopt;
        Way made = stood();
        take_in(made, event_);
        return made;
    }

    // Told late: the whole way again, with every event at its place, so that the end is the same whatever came first.
    // False: there is nothing to do, or facts are missing.
    [[nodiscard]] bool in_order(std::optional<Way>& made) {
        const auto known = stored();
        if (!known || is_known(*known)) return false;
        for (const LearningEvent& each : *known) {
            if (each.standing != Standing::disputed) others_.push_back(each);
        }
        std::vector<LearningEvent*> all{&event_};
        for (LearningEvent& each : others_) all.push_back(&each);
        const auto take = [&](Way& way, LearningEvent& each) {
            const Standing standing = each.standing;
            take_in(way, each);
            const bool known = std::ranges::find(changed_, &each) != changed_.end();
            if (&each != &event_ && each.standing != standing && !known) changed_.push_back(&each);
        };
        made.emplace(way_again(study_, facts_, participant_.zone(), before_, context_.effective, all, take));
        return true;
    }

    // Why it does not count is asked at its place in the way.
    void take_in(Way& way, LearningEvent& event) {
        way.take(event);
        if (&event != &event_ || event.standing == Standing::counted) return;
        if (event.kind == EventKind::confirmation_revoked) {
            why_ = why_final(way);
        } else {
            const auto asks = Way::asks_of(event.kind);
            why_ = why_closed(study_, way, component_, way.closed(component_, *event.occurred_at, asks));
        }
    }

    // IMC-LL-04
    [[nodiscard]] Reason why_final(const Way& way) const {
        std::string rules;
        for (const int rule : way.resting_on(component_)) {
            add_to_list(rules, study_.rules[at(rule)].key);
        }
        return {"confirmation.final"_code, Mark::not_met, {{"rules", std::move(rules)}}, {}, {}};
    }

    void refuse() {
        decision_.refuse(why_.code, why_.parameters);
        decision_.reason = std::move(why_);
    }

    // What stands stays until somebody has it judged anew.
    void keep_for_a_person() {
        event_.standing = Standing::disputed;
        put_event();
        decision_.hold("result.after-end"_code);
    }

    void put_event() {
        event_.id = context_.ids.take<LearningEvent>();
        decision_.about = event_.id.value;
        decision_.put(event_);
    }

    void put(const Way& way) {
        put_event();
        for (const LearningEvent* each : changed_) decision_.put(*each);
        keep(way, before_, participant_.place, logic(), context_, decision_);
    }

    // False: refused, or to be asked again.
    [[nodiscard]] bool follow(const Way& way) {
        if (before_ == nullptr) return follow_up(nullptr, way, study_, facts_, participant_, decision_);
        const Way former(study_, *facts_.course, participant_.zone(), participant_.place.enrolled_at, *before_);
        return follow_up(&former, way, study_, facts_, participant_, decision_);
    }

    // Whether the course has ended otherwise for him than his events say, now that they are all there.
    [[nodiscard]] bool contradicts(const Way& way) const {
        const auto state = participant_.before().state;
        if (enrolment::is_ahead(state)) return false;
        return state != state_of(way.state().ended);
    }

    const StudentFacts& facts_;
    Context& context_;
    Decision& decision_;
    LearningEvent event_;
    Participant participant_;
    const Progress* before_;
    Study study_;
    int component_;
    std::vector<LearningEvent> others_;
    std::vector<const LearningEvent*> changed_;
    Reason why_;
};

LearningEvent event(std::string component, EventKind kind) {
    LearningEvent made;
    made.component = std::move(component);
    made.kind = kind;
    return made;
}

bool administers(const StudentFacts& facts, const Context& context) {
    return clearances::may_administer(facts.acting, context, access::Right::change_participant_status,
                                      access::ObjectRight::change_participant_status);
}

// IMC-LL-03, IMC-REG-12: the participant himself, or an administrator for him. IMC-LL-04: as a tutor one of the course.
bool is_entitled(ConfirmAs as, const StudentFacts& facts, const Context& context) {
    if (administers(facts, context)) return true;
    if (as == ConfirmAs::tutor) return context.supervises;
    return clearances::roles_of(facts.acting, *facts.learner, context).self;
}

// A component that has a result of its own is confirmed only where a rule asks for it. Nothing is taken back twice.
bool may_confirm(const Confirm& request, const Step& step, Decision& decision) {
    const bool by_tutor = request.confirm_as == ConfirmAs::tutor;
    const auto kind =
        by_tutor ? catalogue::ConditionKind::confirmed_by_tutor : catalogue::ConditionKind::confirmed_by_participant;
    if (catalogue::what_is(step.component().kind).status && !step.is_asked(kind)) {
        decision.refuse("confirmation.not-asked"_code,
                        {{"component", step.component().key}, {"by", std::string(word(request.confirm_as))}});
        return false;
    }
    const bool taken_back = request.revoke && !step.is_confirmed();
    if (taken_back) decision.unchanged(step.participant().place.id.value);
    return !taken_back;
}

}  // namespace

void open_component(const OpenComponent& request, const StudentFacts& facts, Context& context, Decision& decision) {
    if (!is_entitled(ConfirmAs::participant, facts, context)) {
        return decision.refuse("registration.not-entitled"_code);
    }
    LearningEvent opened = event(request.component, EventKind::opened);
    opened.attempt = request.attempt;
    Step step(facts, context, decision, std::move(opened));
    if (step.usable() && step.is_released() && step.is_in_time() && step.may_begin()) step.take(true);
}

void confirm(const Confirm& request, const StudentFacts& facts, Context& context, Decision& decision) {
    const bool by_tutor = request.confirm_as == ConfirmAs::tutor;
    if (!is_entitled(request.confirm_as, facts, context) || (request.revoke && !by_tutor)) {
        return decision.refuse("confirmation.not-entitled"_code, {{"by", std::string(word(request.confirm_as))}});
    }
    const EventKind kind = request.revoke ? EventKind::confirmation_revoked
                           : by_tutor     ? EventKind::confirmed_by_tutor
                                          : EventKind::confirmed;
    Step step(facts, context, decision, event(request.component, kind));
    if (!step.usable() || !may_confirm(request, step, decision)) return;
    if (by_tutor || (step.is_released() && step.is_in_time() && step.may_begin())) step.take(true);
}

void receive_result(const ReceiveResult& request, const StudentFacts& facts, Context& context, Decision& decision) {
    const bool opened = *request.status == TryStatus::open;
    LearningEvent told = event(request.component, opened ? EventKind::opened : EventKind::ended);
    told.attempt = request.attempt;
    told.status = *request.status;
    told.percent = request.percent;
    Step step(facts, context, decision, std::move(told));
    if (!step.is_component() || step.is_of_earlier_place()) return;
    if (!step.is_kept_aside() && step.usable()) step.take(false);
}

}  // namespace provost::learning
