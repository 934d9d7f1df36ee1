// Judging prerequisites in bulk: rules are compiled once against a history, then arrays of learners and courses come in
// and an array of marks goes out. The marks are those of the verbs (docs/rooms/prerequisites.md); there is no text, and
// what is only recommended is not judged.
#pragma once

#include <provost/condition/reason.hpp>
#include <provost/prerequisites/history.hpp>
#include <provost/prerequisites/prerequisite.hpp>

namespace provost::prerequisites {

/// What whoever enters must have, under the key of a course or whatever else they are asked for. Since 0.1.
struct BulkRule {
    std::int64_t key = 0;
    std::optional<catalogue::Minimum> minimum;
    std::vector<Item> bundles;
};

/// Something that rules name. Since 0.1.
struct BulkThing {
    catalogue::NodeKind kind = catalogue::NodeKind::set;
    std::int64_t key = 0;
    std::string name;
    std::string subject;
    std::vector<std::int64_t> courses;
};

/// The document of a bulk call. Since 0.1.
struct BulkDocument {
    std::vector<BulkRule> rules;
    std::vector<BulkThing> things;
};

/// How rules are kept; internal.
struct Programs;

/// Rules as flat programs, eight bytes an item. They hold for the history against which they were compiled, and must be
/// asked over no other. May be read by several threads at a time. Since 0.1.
class RuleSet {
public:
    /// Fails with what the descriptions say of values, what prerequisites.define_prerequisites refuses,
    /// name.undeclared, name.declared-twice or rule.repeated; the pointer says where in the document.
    [[nodiscard]] static Result<RuleSet> of(const History& history, BulkDocument document);

    /// The number by which a rule is asked for; nothing when there is none under that key.
    [[nodiscard]] std::optional<std::uint32_t> find(std::int64_t key) const;
    [[nodiscard]] std::size_t rules() const;
    /// How many marks `explain` gives: the rule itself, then each bundle followed by its items, as in the document.
    [[nodiscard]] std::size_t parts(std::uint32_t rule) const;
    [[nodiscard]] std::size_t most_parts() const;
    [[nodiscard]] std::size_t bytes() const;

    explicit RuleSet(std::unique_ptr<const Programs> programs);
    RuleSet(RuleSet&&) noexcept;
    RuleSet& operator=(RuleSet&&) noexcept;
    ~RuleSet();
    [[nodiscard]] const Programs& kept() const { return *programs_; }

private:
    std::unique_ptr<const Programs> programs_;
};

/// Where a day lies in the days of a history; internal.
struct Moment {
    std::uint16_t rank;       // so many of them have begun
    std::uint32_t unsettled;  // words of rows whose lower bits are this or more leave something open
};

/// Rules over a history as it stood on one day. Both must outlive it. Since 0.1.
class AsOf {
public:
    AsOf(const History& history, const RuleSet& rules, Day day);

    /// How far a learner (a number of the history) meets a rule (a number of the rules).
    [[nodiscard]] Mark judge(std::uint32_t learner, std::uint32_t rule) const;
    /// The same for pairs: as many learners as rules as marks. Memory is fetched ahead, so the order does not matter.
    void judge(std::span<const std::uint32_t> learners, std::span<const std::uint32_t> rules,
               std::span<Mark> marks) const;
    /// The marks of a rule and all its parts; `marks` has room for RuleSet::parts.
    void explain(std::uint32_t learner, std::uint32_t rule, std::span<Mark> marks) const;

private:
    const Rows& rows_;
    const Programs& programs_;
    Moment moment_;
};

/// Pairs by their keys. `days` has a day for each pair, or is empty: then `day` holds for all. Since 0.1.
struct PairColumns {
    std::span<const std::int64_t> learners, rules;
    std::span<const std::int32_t> days{};
    std::int32_t day = no_day;
};

/// Where the marks go: one for each pair, and, unless `each` is 0, the marks of the parts of its rule from `i * each`
/// on; the rest of the `each` bytes stays as it was. Since 0.1.
struct MarkColumns {
    std::span<Mark> marks;
    std::span<Mark> parts;
    std::size_t each = 0;
};

/// Judges pairs. Fails with column.length, column.out-of-range, learner.unknown, rule.unknown or parts.too-few at the
/// first pair for which it is so; marks before it may be written then. Since 0.1.
[[nodiscard]] Result<void> judge(const History& history, const RuleSet& rules, const PairColumns& pairs,
                                 const MarkColumns& out);

/// A history with the rules over it: what the doors hand out as one object. May be read by several threads at a time.
/// Since 0.1.
struct Bulk {
    History history;
    RuleSet rules;
};

/// Reads the document and compiles it over the columns. Fails with any of a document's, and as History::of and
/// RuleSet::of. Since 0.1.
[[nodiscard]] Result<Bulk> open_bulk(std::string_view document, const Columns& columns);

/// What was made, and how much memory it takes. Since 0.1.
struct BulkSummary {
    std::int64_t bytes = 0;
    std::int64_t learners = 0;
    std::int64_t parts = 0;
    std::int64_t rows = 0;
    std::int64_t rules = 0;
};
[[nodiscard]] BulkSummary summary_of(const Bulk& bulk);

}  // namespace provost::prerequisites

PROVOST_DESCRIBE(
    provost::prerequisites::BulkRule, document, "bulk_rule", "What whoever enters must have.", PROVOST_NO_INDEX,
    PROVOST_FIELD(key, "By which pairs name it: that of a course, or any number."),
    PROVOST_FIELD(minimum,
                  "How far somebody must have come where neither item nor set says it; absent: "
                  "completed."),
    PROVOST_FIELD(bundles, "Sets of items, any of which is enough; none: nothing is required.").at_most(50));

PROVOST_DESCRIBE(
    provost::prerequisites::BulkThing, document, "bulk_thing", "Something that rules name.", PROVOST_NO_INDEX,
    PROVOST_FIELD(kind, "What it is; no set.").required(),
    PROVOST_FIELD(
        key,
        "The number under which it stands in the columns; 1 or more unless it is a subject, skill or job profile."),
    PROVOST_FIELD(name, "What rules call it; absent: they give its key.").at_most(100),
    PROVOST_FIELD(subject, "Of a template: the subject whose achievement is as good.").at_most(40),
    PROVOST_FIELD(courses, "Of a group of courses or a learning path: the keys of its courses."));

PROVOST_DESCRIBE(provost::prerequisites::BulkDocument, document, "bulk", "Rules for judging in bulk.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(rules, "The rules, each under a key of its own."),
                 PROVOST_FIELD(things,
                               "Things that rules call by a name, groups of courses and learning paths; of the rest a "
                               "number in a rule is a key in the columns."));

PROVOST_DESCRIBE(provost::prerequisites::BulkSummary, document, "bulk_summary", "What was made for judging in bulk.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(bytes, "Memory that it takes."),
                 PROVOST_FIELD(learners, "Learners with a number."),
                 PROVOST_FIELD(parts, "Marks that the largest rule has when it is explained."),
                 PROVOST_FIELD(rows, "Rows that can count."), PROVOST_FIELD(rules, "Rules."));
