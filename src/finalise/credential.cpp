// Issuing a credential, and what comes of it later. Nothing that was issued is ever changed: each edition is a record.
#include "finalise/credential.hpp"

#include "base/default_key.hpp"
#include "enrolment/program_status.hpp"
#include "finalise/completion.hpp"
#include "finalise/day.hpp"

#include <provost/notices/intent.hpp>

#include <algorithm>

namespace provost::finalise {

namespace {

using enrolment::Activity;
using enrolment::ChecklistItem;
using enrolment::ProgramEnrolment;

constexpr std::string_view usi_key = "usi";

bool is_replaced(const Many<Credential>& all, const Credential& edition) {
    return all.first([&](const Credential& other) { return other.replaces == edition.id; }) != nullptr;
}

// Codes of the units that were achieved by a day, sorted.
std::vector<std::string> achieved_by(Day day, const AwardFacts& facts, bool non_assessed) {
    std::vector<std::string> subjects;
    for (const Activity* each : activities_of(facts)) {
        const bool achieved = each->end_on && *each->end_on <= day && counts(each->outcome, non_assessed);
        if (achieved) subjects.push_back(each->subject);
    }
    std::ranges::sort(subjects);
    subjects.erase(std::unique(subjects.begin(), subjects.end()), subjects.end());
    return subjects;
}

bool is_not_assessed(const AwardFacts& facts) { return facts.packaging && facts.packaging->non_assessed; }

// Puts it on the list; false when it stands there already.
bool ask_for(std::vector<ChecklistItem>& checklist, const std::string& key) {
    if (std::ranges::find(checklist, key, &ChecklistItem::key) != checklist.end()) return false;
    checklist.push_back({key, {}});
    return true;
}

void tick_off(std::vector<ChecklistItem>& checklist, const std::string& key, Day day) {
    const auto item = std::ranges::find(checklist, key, &ChecklistItem::key);
    if (item != checklist.end() && !item->done_on) item->done_on = day;
}

// FIN-CRD-05: what the host has to have told, and whether that keeps anything from being issued.
bool told(const IssueCredentialFacts& facts, people::FactKind kind, std::string_view key, Day day) {
    const auto about = people::fact_about(kind, key);
    return facts.told.first([&](const people::LearnerFact& fact) {
        const bool in_time = (!fact.from_on || *fact.from_on <= day) && (!fact.until_on || day <= *fact.until_on);
        return fact.about == about && fact.holds && in_time;
    }) != nullptr;
}

bool is_exempt(const people::Learner& learner) { return learner.usi == "INTOFF" || learner.usi == "INDIV"; }

// False: refused.
bool may_be_issued(const IssueCredential& request, const IssueCredentialFacts& facts, const CredentialRules& rules,
                   Decision& decision) {
    const Day day = *request.issued_on;
    const auto found = [&](bool holds, bool blocks, Code code) {
        if (holds) return true;
        blocks ? decision.refuse(code) : decision.note(code);
        return !blocks;
    };
    const bool verified = is_exempt(*facts.learner) ||
                          (!facts.learner->usi.empty() && told(facts, people::FactKind::usi_verified, usi_key, day));
    return found(verified, rules.usi_blocks, "credential.usi-not-verified"_code) &&
           found(told(facts, people::FactKind::fees_settled, facts.program->code, day), rules.fees_block,
                 "credential.fees-open"_code);
}

// FIN-CRD-02: everything that the program asks for, and not before the day of the last of it. False: refused.
bool is_earned(const IssueCredential& request, const IssueCredentialFacts& facts, ProgramEnrolment& program,
               const Context& context, Decision& decision) {
    if (!facts.of.packaging) return (decision.refuse("packaging.not-defined"_code), false);
    auto found = packaging_missing(*facts.of.packaging, activities_of(facts.of), context.explains());
    if (!found.complete) {
        decision.refuse("packaging.incomplete"_code, {{"program", facts.program->code}});
        decision.reason.parts = std::move(found.reason.parts);
        decision.nearest = std::move(found.nearest);
        return false;
    }
    if (found.met_on && *request.issued_on < *found.met_on) {
        decision.refuse("credential.before-completion"_code, {{"day", to_text(*found.met_on)}});
        return false;
    }
    program.completed_on = found.met_on;
    return true;
}

// FIN-CRD-02, FIN-CRD-04: whoever has left is given a statement of attainment: a program enrolment with a final status
// has its qualification from being completed. False: refused, or not known yet.
bool may_have_qualification(const ProgramEnrolment& program, const Context& context, Decision& decision) {
    if (!program.finalised) return true;
    const auto defined = context.find<enrolment::ProgramStatus>(0, {{0, program.status, true}});
    if (!defined) return false;
    const auto status =
        enrolment::status_of(program.status, defined->first([](const enrolment::ProgramStatus&) { return true; }));
    if (!status || status->sets == enrolment::State::passed) return true;
    decision.refuse("credential.program-left"_code, {{"status", program.status}});
    return false;
}

// FIN-CRD-02: no number stands for two credentials of a kind. Empty: taken, or not known yet.
std::optional<bool> is_taken(CredentialKind kind, const std::string& number, const Context& context) {
    const int index = find_index(type_of<Credential>(), "number");
    const auto found =
        context.find<Credential>(index, {{static_cast<std::int64_t>(kind), {}, false}, {0, number, true}});
    return found ? std::optional(!found->empty()) : std::nullopt;
}

std::string padded(std::int64_t number) {
    std::string digits = std::to_string(number);
    return std::string(digits.size() < 6 ? 6 - digits.size() : 0, '0') + digits;
}

// The next number of the kind that nobody else gave away; empty while it is not known yet.
std::string next_number(CredentialKind kind, const CredentialRules& rules, Context& context, Decision& decision) {
    const auto known = context.find<CredentialSeries>(0, {{static_cast<std::int64_t>(kind), {}, false}});
    if (!known) return {};
    CredentialSeries series =
        known->empty() ? CredentialSeries{context.ids.take<CredentialSeries>(), 0, kind, 0} : *known->begin();
    const bool whole = kind == CredentialKind::qualification;
    while (true) {
        ++series.last;
        std::string number = (whole ? rules.qualification_prefix : rules.statement_prefix) + padded(series.last);
        const auto taken = is_taken(kind, number, context);
        if (!taken) return {};
        if (*taken) continue;
        decision.put(std::move(series));
        return number;
    }
}

// The edition under the number that counts; null: refused.
const Credential* edition_of(const EditionFacts& facts, Decision& decision) {
    const auto counts = [&](const Credential& each) { return !is_replaced(facts.all, each); };
    const Credential* edition = facts.numbered.first(counts);
    if (edition == nullptr) decision.refuse("credential.replaced"_code);
    if (edition != nullptr && edition->revoked_on) {
        decision.refuse("credential.revoked"_code, {{"day", to_text(*edition->revoked_on)}});
        return nullptr;
    }
    return edition;
}

// FIN-CRD-03: a new edition with its reason; the one before stays as it is.
Credential next_edition(const Credential& edition, const std::string& reason, Context& context) {
    Credential next = edition;
    next.id = context.ids.take<Credential>();
    next.version = 0;
    next.edition = edition.edition + 1;
    next.replaces = edition.id;
    next.reason = reason;
    return next;
}

}  // namespace

const Credential* in_force(const Many<Credential>& credentials, CredentialKind kind) {
    return credentials.first([&](const Credential& each) {
        return each.kind == kind && !each.revoked_on && !is_replaced(credentials, each);
    });
}

void tell_in_force(const Many<Credential>& credentials, Decision& decision) {
    for (const Credential& each : credentials) {
        if (each.revoked_on || is_replaced(credentials, each)) continue;
        decision.note(
            "credential.in-force"_code,
            {{"kind", std::string(word(each.kind))}, {"number", each.number}, {"issued_on", to_text(*each.issued_on)}});
    }
}

std::string checklist_key(CredentialKind kind) { return std::string(credential_item).append(word(kind)); }

std::optional<CredentialRules> credential_rules(const Context& context) {
    const auto found = context.find<CredentialRules>(0, {{0, std::string(default_key), true}});
    if (!found) return std::nullopt;
    return found->empty() ? CredentialRules{} : *found->begin();
}

std::optional<CredentialKind> credential_due(ProgramEnd leaving, const AwardFacts& facts) {
    using enum CredentialKind;
    if (in_force(facts.credentials, qualification) != nullptr) return std::nullopt;
    const bool complete = facts.packaging && packaging_missing(*facts.packaging, activities_of(facts), false).complete;
    if (complete) return qualification;
    if (leaving == ProgramEnd::completed) return std::nullopt;
    // FIN-CRD-04: 20, 51 and 60; what is not assessed is not attained.
    const bool some = !achieved_by(latest_day, facts, false).empty();
    const bool has_one = in_force(facts.credentials, statement_of_attainment) != nullptr;
    return some && !has_one ? std::optional(statement_of_attainment) : std::nullopt;
}

void offer_survey(const CredentialRules& rules, ProgramEnrolment& program, Decision& decision) {
    const auto of_target = [&](std::string_view target) {
        return std::ranges::find(rules.surveys, target, &SurveyRule::target);
    };
    auto fits = of_target(program.target);
    if (fits == rules.surveys.end()) fits = of_target("");
    if (fits == rules.surveys.end() || !ask_for(program.checklist, std::string(survey_item) + fits->survey)) return;
    notices::Intent offer;
    offer.event = "survey.offered";
    offer.learner = program.learner;
    offer.program_enrolment = program.id;
    offer.matter = fits->survey;
    decision.intend(std::move(offer));
}

void offer_at_end(const ProgramEnrolment& program, const enrolment::ProgramStatus& status, Decision& decision) {
    const bool completes = status.sets == enrolment::State::passed || !status.leads_to.empty();
    if (!completes && status.status_class != enrolment::StatusClass::final) return;
    OfferCredentials next;
    next.learner = Ref<people::Learner>(program.learner);
    next.program = Ref<catalogue::Program>(program.program);
    next.leaving = completes ? ProgramEnd::completed : ProgramEnd::left;
    decision.then(std::move(next));
}

void issue_credential(const IssueCredential& request, const IssueCredentialFacts& facts, Context& context,
                      Decision& decision) {
    // 1 Is there one already? Was it earned?
    ProgramEnrolment program = *facts.of.enrolment;
    const bool whole = *request.kind == CredentialKind::qualification;
    if (const Credential* earlier = in_force(facts.of.credentials, *request.kind)) {
        return decision.refuse("credential.issued-before"_code, {{"number", earlier->number}});
    }
    if (!has_come(*request.issued_on, "issued_on", context, decision)) return;
    if (whole && !may_have_qualification(program, context, decision)) return;
    if (whole && !is_earned(request, facts, program, context, decision)) return;
    auto subjects = achieved_by(*request.issued_on, facts.of, whole && is_not_assessed(facts.of));
    if (!whole && subjects.empty()) return decision.refuse("credential.nothing-achieved"_code);  // FIN-CRD-04

    // 2 What the organisation wants besides.
    const auto rules = credential_rules(context);
    if (!rules || !may_be_issued(request, facts, *rules, decision)) return;

    // 3 Its number: the host's, or the next one.
    std::string number = request.number;
    if (number.empty()) number = next_number(*request.kind, *rules, context, decision);
    if (number.empty()) return;
    const auto taken = is_taken(*request.kind, number, context);
    if (!taken) return;
    if (*taken) return decision.refuse("credential.number-taken"_code, {{"number", number}});

    // 4 The plan. FIN-CRD-01: who has completed the program is offered the survey.
    Credential made{context.ids.take<Credential>(),
                    0,
                    program.id,
                    facts.learner->id,
                    *request.kind,
                    number,
                    1,
                    request.issued_on,
                    subjects,
                    {},
                    {},
                    {}};
    decision.about = made.id.value;
    decision.put(std::move(made));
    tick_off(program.checklist, checklist_key(*request.kind), *request.issued_on);
    if (whole) offer_survey(*rules, program, decision);
    decision.put(std::move(program));
}

void reissue_credential(const ReissueCredential& request, const EditionFacts& facts, Context& context,
                        Decision& decision) {
    const Credential* edition = edition_of(facts, decision);
    if (edition == nullptr) return;
    if (*request.issued_on < *edition->issued_on) return decision.refuse("credential.before-edition"_code);
    if (!has_come(*request.issued_on, "issued_on", context, decision)) return;
    // Told again it is the edition that there is. FIN-CRD-03
    const bool same_number = request.new_number.empty() || request.new_number == edition->number;
    const bool same = edition->replaces && edition->issued_on == request.issued_on && same_number;
    if (same && edition->reason == request.reason) return decision.unchanged(edition->id.value);
    Credential next = next_edition(*edition, request.reason, context);
    next.issued_on = request.issued_on;
    if (!request.new_number.empty() && request.new_number != edition->number) {
        const auto taken = is_taken(edition->kind, request.new_number, context);
        if (!taken) return;
        if (*taken) return decision.refuse("credential.number-taken"_code, {{"number", request.new_number}});
        next.number = request.new_number;
    }
    decision.put(std::move(next));
}

void revoke_credential(const RevokeCredential& request, const EditionFacts& facts, Context& context,
                       Decision& decision) {
    const Credential* edition = edition_of(facts, decision);
    if (edition == nullptr) return;
    if (*request.revoked_on < *edition->issued_on) return decision.refuse("credential.before-edition"_code);
    if (!has_come(*request.revoked_on, "revoked_on", context, decision)) return;
    Credential next = next_edition(*edition, request.reason, context);
    next.revoked_on = request.revoked_on;
    decision.put(std::move(next));
}

void offer_credentials(const OfferCredentials& request, const LearnerInProgram& facts, Context& context,
                       Decision& decision) {
    const auto rules = credential_rules(context);
    if (!rules) return;
    ProgramEnrolment program = *facts.of.enrolment;
    if (*request.leaving == ProgramEnd::completed) offer_survey(*rules, program, decision);
    if (const auto due = credential_due(*request.leaving, facts.of)) {
        if (ask_for(program.checklist, checklist_key(*due))) {
            notices::Intent offer;
            offer.event = "credential.due";
            offer.learner = program.learner;
            offer.program_enrolment = program.id;
            offer.matter = word(*due);
            decision.intend(std::move(offer));
        }
    }
    if (facts.of.packaging) {
        const auto completed_on = last_requirement(facts.of);
        if (completed_on) program.completed_on = completed_on;
    }
    decision.put(std::move(program));
}

}  // namespace provost::finalise
