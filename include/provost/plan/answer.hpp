// Answers: a verdict, the reason, and the plan of changes. A refusal is an answer, never an error.
#pragma once

#include <provost/condition/reason.hpp>
#include <provost/describe/record.hpp>

#include <string>
#include <vector>

namespace provost {

/// How a request was decided. Since 0.1.
enum class Verdict : std::uint8_t {
    accepted = 0,
    unchanged = 1,  ///< what was asked for is so already
    refused = 2,
    held = 3,   ///< kept for a person to review; what is certain was recorded
    needs = 4,  ///< facts are missing: fetch the named ones and ask again (hosts without a store)
};
template <>
struct Choices<Verdict> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "accepted", "Done, or planned."},
        {1, "unchanged", "It was so already; nothing was written."},
        {2, "refused", "Not done; the reason says why."},
        {3, "held", "Recorded for review; what is certain was done."},
        {4, "needs", "Facts are missing: fetch them and ask again."},
    });
};

/// A change of one record, as a decision makes it: `before` empty = created. Since 0.1.
struct Change {
    Record before;
    Record after;
};

/// A member of a change, as documents show it. Since 0.1.
struct FieldChange {
    std::string field;
    std::string before;  ///< canonical JSON of the member; empty = absent
    std::string after;
};

/// A change of one record, as documents show it; or an intent: something that the host has to carry out besides.
/// Since 0.1.
struct PlannedChange {
    std::string kind;
    std::int64_t id = 0;  ///< 0 for an intent
    bool created = false;
    std::vector<FieldChange> fields;
};

/// A record that a host without a store must fetch: by index name and values, in the order asked. Since 0.1.
struct Need {
    std::string kind;
    std::string index;
    std::vector<std::string> values;
};

/// What became of one thing that a request was about. Since 0.1.
enum class Fate : std::uint8_t { value, kept, converted, dropped, refused, changed, open };
template <>
struct Choices<Fate> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "value", "This is its value."},
        {1, "kept", "It stays, or came along, as it was."},
        {2, "converted", "It came along in another form."},
        {3, "dropped", "It did not come along."},
        {4, "refused", "It may not be changed here, and was not."},
        {5, "changed", "It is another one now."},
        {6, "open", "Somebody must see to it."},
    });
};

/// A line of a report: of a question, of what was carried over, of what is to be checked. Since 0.1.
struct ReportLine {
    std::string item;   ///< what it is about: the name of a setting, an external id
    std::string group;  ///< the group of settings it belongs to; empty = none
    Fate fate = Fate::value;
    Code code;           ///< why; empty when that is plain
    std::string level;   ///< who says the value: type, template, course; empty where that is no question
    std::string value;   ///< canonical JSON of it now; empty = absent
    std::string before;  ///< canonical JSON of it before
};

/// What came of a request. Since 0.1.
struct Answer {
    Verdict verdict = Verdict::accepted;
    Code code;                        ///< why; empty when simply accepted
    std::string sentence;             ///< English of the code
    std::int64_t id = 0;              ///< the record that the request was about, once it exists
    std::optional<Reason> reason;     ///< with detail reason or full
    std::vector<Reason> nearest;      ///< smallest set of facts that would turn a refusal, as far as obtainable
    std::vector<PlannedChange> plan;  ///< with detail full, or plan_only
    std::string approval;             ///< token that approves exactly this plan (plan_only)
    std::vector<Need> needs;          ///< with verdict needs
    std::vector<Reason> notes;        ///< what somebody should know although it changes no verdict
    std::vector<ReportLine> report;   ///< of verbs that answer with one
};

}  // namespace provost

PROVOST_DESCRIBE(provost::FieldChange, document, "field_change", "A member of a record before and after.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(field, "Name of the member."),
                 PROVOST_FIELD(before, "Its canonical JSON before; absent when it had none."),
                 PROVOST_FIELD(after, "Its canonical JSON after; absent when it has none."));

PROVOST_DESCRIBE(provost::PlannedChange, document, "planned_change", "A change of one record.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(kind, "Kind of the record."),
                 PROVOST_FIELD(id, "Id of the record; 0 for an intent, which has none before it is stored."),
                 PROVOST_FIELD(created, "True when the record is new."),
                 PROVOST_FIELD(fields, "The members that differ, in byte order of their names."));

PROVOST_DESCRIBE(provost::ReportLine, document, "report_line", "A line of a report.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(item, "What it is about."), PROVOST_FIELD(group, "Group of settings it belongs to."),
                 PROVOST_FIELD(fate, "What became of it."), PROVOST_FIELD(code, "Why; absent when that is plain."),
                 PROVOST_FIELD(level, "Who says the value: type, template, course."),
                 PROVOST_FIELD(value, "Its canonical JSON now; absent when it has no value."),
                 PROVOST_FIELD(before, "Its canonical JSON before."));

PROVOST_DESCRIBE(provost::Need, document, "need", "Records to fetch: all of a kind that stand under an index key.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(kind, "Kind of the records."),
                 PROVOST_FIELD(index, "Name of the index, or id."),
                 PROVOST_FIELD(values, "Values of the index's members, as canonical text."));

PROVOST_DESCRIBE(provost::Answer, document, "answer", "What came of a request.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(verdict, "How it was decided."),
                 PROVOST_FIELD(code, "Why; absent when simply accepted."),
                 PROVOST_FIELD(sentence, "The code in English."),
                 PROVOST_FIELD(id, "Id of the record that the request was about."),
                 PROVOST_FIELD(reason, "The reason tree."),
                 PROVOST_FIELD(nearest, "The smallest set of facts that would turn a refusal."),
                 PROVOST_FIELD(plan, "The changes, item by item."),
                 PROVOST_FIELD(approval, "Token that approves exactly this plan."),
                 PROVOST_FIELD(needs, "Facts to fetch before asking again."),
                 PROVOST_FIELD(notes, "What somebody should know although it changes no verdict."),
                 PROVOST_FIELD(report, "What became of what, line by line."));
