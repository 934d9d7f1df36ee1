// What every request carries: who asks, when it holds, when it was told, and how much the answer shall say.
#pragma once

#include <provost/describe/field.hpp>

#include <optional>
#include <string>

namespace provost {

/// How much an answer says. Trees are built only when asked for. Since 0.1.
enum class Detail : std::uint8_t { verdict = 0, reason = 1, full = 2 };
template <>
struct Choices<Detail> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "verdict", "Verdict and code only."},
        {1, "reason", "And the reason tree."},
        {2, "full", "And the plan, item by item."},
    });
};

/// What made a request be asked. Since 0.1. [IMC-REG-10]
enum class Trigger : std::uint8_t { back_end = 0, front_end = 1, import = 2, rule = 3 };
template <>
struct Choices<Trigger> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "back_end", "Somebody of the organisation."},
        {1, "front_end", "The learner, on a site of his own."},
        {2, "import", "A file, or what else is carried over from elsewhere: nobody is sent a message of it."},
        {3, "rule", "A rule, without a person who asked."},
    });
};

/// The common part of all requests; in documents its members stand beside the request's own. Since 0.1.
struct Head {
    std::int64_t provost = 1;
    std::string verb;
    std::string actor;
    std::optional<Instant> effective;
    std::optional<Instant> recorded;
    std::optional<Trigger> trigger;
    Detail detail = Detail::verdict;
    bool plan_only = false;
    std::string approval;
    std::string key;
    std::int64_t row_digest = 0;
    std::vector<std::int64_t> ids;
};

}  // namespace provost

PROVOST_DESCRIBE(
    provost::Head, document, "head", "What every request carries.", PROVOST_NO_INDEX,
    PROVOST_FIELD(provost, "Format version of the document: 1.").between(1, 1, "document.version"),
    PROVOST_FIELD(verb, "Name of the verb, for example registration.register_learner."),
    PROVOST_FIELD(actor,
                  "Login of whoever asks: an administrator, a tutor, a learner. Absent, or the owner's: the host.")
        .at_most(100),
    PROVOST_FIELD(effective, "When it holds. Absent: the recorded moment."),
    PROVOST_FIELD(recorded, "When it was told. Absent: the moment the engine was given."),
    PROVOST_FIELD(trigger,
                  "What made it be asked; absent: back_end. Messages name it, and of an import there are none."),
    PROVOST_FIELD(detail, "How much the answer says."),
    PROVOST_FIELD(plan_only, "Decide and answer with the plan, but commit nothing."),
    PROVOST_FIELD(approval, "Token of a plan that was made before: exactly that plan is carried out, or none."),
    PROVOST_FIELD(key, "Idempotency key: the same key is carried out once.").at_most(100),
    PROVOST_FIELD(row_digest, "Digest of the imported row that asks; 0 when no file does."),
    PROVOST_FIELD(ids,
                  "Ids for the records this request may make, which no record has, below 2^52; absent: the engine "
                  "reserves them."));

/// The description of a request: a struct whose first member is `Head head`.
#define PROVOST_REQUEST(Type, name, doc, ...) PROVOST_REQUEST_PARTS(Type, name, doc, PROVOST_FIELDS(__VA_ARGS__))

/// The same from parts, as of PROVOST_DESCRIBE_PARTS; the head is not named.
#define PROVOST_REQUEST_PARTS(Type, name, doc, ...) \
    PROVOST_DESCRIBE_PARTS(Type, document, name, doc, PROVOST_NO_INDEX, PROVOST_MEMBERS(head), __VA_ARGS__)
