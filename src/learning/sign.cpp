// Signing: what is signed is a text that can be made again only as long as nothing has changed.
#include "learning/sign.hpp"

#include "base/sha256.hpp"
#include "registration/change.hpp"

#include <provost/describe/json.hpp>
#include <provost/enrolment/participant.hpp>

namespace provost::learning {

namespace {

using catalogue::ConcludeBy;
using enrolment::Signature;
using registration::Participant;

constexpr auto life_of_prepared = std::chrono::minutes{15};
constexpr std::string_view moment_line = "\nat ";

// All that stands about the participant in this course. IMC-SIG-11
std::string digest_of(const SignFacts& facts, const Participant& participant) {
    const auto place = participant.before().id;
    Sha256 digest;
    digest.add(to_json(participant.before())).add("\n");
    if (participant.activity.id) digest.add(to_json(participant.activity)).add("\n");
    for (const results::ResultEvent& each : facts.results) {
        if (each.enrolment == place) digest.add(to_json(each)).add("\n");
    }
    for (const LearningEvent& each : facts.events) {
        if (each.enrolment == place) digest.add(to_json(each)).add("\n");
    }
    if (const Progress* progress = progress_of(facts.student.progress, participant.before())) {
        digest.add(to_json(*progress));
    }
    return to_hex(digest.finish());
}

std::string text_of(const SignFacts& facts, const Participant& participant, bool passed, Instant at) {
    const catalogue::Course& course = *facts.student.course;
    std::string text = "provost-signature 1";
    text += "\nlearner " + std::to_string(facts.student.learner->id.value);
    text += "\ncourse " + course.external_id + " version " + std::to_string(course.version);
    text += std::string("\npassed ") + (passed ? "true" : "false");
    text += "\nresults " + digest_of(facts, participant);
    text += std::string(moment_line) + to_text(at);
    return text;
}

// When the text was prepared; nothing: it is none.
std::optional<Instant> moment_in(std::string_view prepared) {
    const auto place = prepared.rfind(moment_line);
    if (place == prepared.npos) return std::nullopt;
    const auto written = parse_moment(prepared.substr(place + moment_line.size()));
    if (!written || !written->offset) return std::nullopt;
    return Instant{written->local.time_since_epoch() - *written->offset};
}

// IMC-SIG-01, IMC-SIG-02: only where participants conclude. Whoever may act for one hands the token over: that the
// participant himself was verified is what it says.
bool may_sign(const SignFacts& facts, const Context& context, Participant& participant, Decision& decision) {
    if (!participant.usable()) return false;
    const auto by = facts.student.course->settings.conclude_by.value_or(ConcludeBy::administrator);
    const auto roles = clearances::roles_of(facts.student.acting, *facts.student.learner, context);
    if (by != ConcludeBy::learner) {
        decision.refuse("signature.only-by-learner"_code, {{"conclude_by", std::string(word(by))}});
    } else if (!roles.acts()) {
        decision.refuse("concluding.not-by-this"_code, {{"conclude_by", std::string(word(by))}});
    } else if (participant.place.signed_at) {
        decision.refuse("participant.signed"_code);
    }
    return !decision.refused();
}

// Whether the verifier made this token of this text, for what stands there now, and once. False: refused, or to be
// asked again.
bool holds(const Sign& request, const SignFacts& facts, const Participant& participant, Context& context,
           Decision& decision) {
    const std::string key = hmac_sha256(context.secret, "provost-signature");
    const bool genuine =
        !context.secret.empty() && same_secret(request.token, to_hex(hmac_digest(key, request.prepared)));
    if (!genuine) return (decision.refuse("signature.forged"_code), false);
    const auto at = moment_in(request.prepared);
    const bool in_time = at && *at <= context.recorded && context.recorded - *at <= life_of_prepared;
    const bool current = in_time && request.prepared == text_of(facts, participant, request.passed.value_or(true), *at);
    if (!current) return (decision.refuse("signature.outdated"_code), false);
    const auto used =
        context.find<Signature>(find_index(type_of<Signature>(), "token"), {{0, to_hex(sha256(request.token)), true}});
    if (!used) return false;
    if (!used->empty()) decision.refuse("signature.replayed"_code);
    return used->empty();
}

}  // namespace

void prepare_signature(const PrepareSignature& request, const SignFacts& facts, Context& context, Decision& decision) {
    Participant participant(*facts.student.course, facts.student.place, context, decision);
    if (!may_sign(facts, context, participant, decision)) return;
    const bool passed = request.passed.value_or(true);
    const auto to = passed ? enrolment::State::passed : enrolment::State::failed;
    if (!participant.may_become(to)) return;
    ReportLine line;
    line.item = "prepared";
    write_json_text(line.value, text_of(facts, participant, passed, context.recorded));
    decision.report.push_back(std::move(line));
    decision.unchanged(participant.place.id.value);
}

void sign(const Sign& request, const SignFacts& facts, Context& context, Decision& decision) {
    const StudentFacts& student = facts.student;
    Participant participant(*student.course, student.place, context, decision);
    if (!may_sign(facts, context, participant, decision)) return;
    if (!holds(request, facts, participant, context, decision)) return;
    const bool passed = request.passed.value_or(true);
    const auto to = passed ? enrolment::State::passed : enrolment::State::failed;
    if (!registration::conclude_place(participant, to, participant.day(), decision)) return;
    participant.place.signed_at = context.effective;
    decision.put(Signature{context.ids.take<Signature>(), 0, participant.place.id, student.course->id,
                           student.course->version, digest_of(facts, participant), moment_in(request.prepared),
                           context.effective, to_hex(sha256(request.token))});
    // IMC-SIG-03: the first signature locks the course.
    if (student.course->settings.lock_after_signature.value_or(false) && !student.course->locked_at) {
        catalogue::Course locked = *student.course;
        locked.locked_at = context.effective;
        decision.put(std::move(locked));
    }
    std::ignore = participant.settle(participant.change("participant.concluded"_code, {}));
}

}  // namespace provost::learning
