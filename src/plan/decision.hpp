// What a verb's `decide` gets besides request and facts (Context) and what it fills (Decision). A decide function is
// pure and total: everything it may use comes in here, everything it wants goes out here.
#pragma once

#include "base/code_table.hpp"
#include "describe/maker.hpp"
#include "plan/fetch.hpp"

#include <provost/plan/answer.hpp>
#include <provost/plan/request.hpp>

#include <functional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace provost::access {
struct Caller;
}

namespace provost {

/// Version of the rules, journaled with every decision.
inline constexpr std::string_view rules_version = "0.1";

/// Ids reserved for the records of one or more decisions, handed out in order.
class IdSource {
public:
    IdSource() = default;
    explicit IdSource(std::vector<std::int64_t> given) : given_(std::move(given)) {}

    template <class T>
    [[nodiscard]] Id<T> take() {
        if (position_ == given_.size() && next_ == end_) return (exhausted_ = true, Id<T>{});
        return {taken_.emplace_back(position_ < given_.size() ? given_[position_++] : next_++)};
    }
    [[nodiscard]] std::int64_t left() const { return end_ - next_; }
    /// Goes on with a further block; what is left of the last one is used first when the two lie together, so that the
    /// ids of one run have no gaps that a repeated run would not have.
    void extend(std::int64_t first, std::int64_t count) {
        if (first != end_) next_ = first;
        end_ = first + count;
    }
    /// Leaves out those of the block that lie below.
    void skip_to(std::int64_t id) { next_ = std::clamp(id, next_, end_); }
    [[nodiscard]] bool exhausted() const { return exhausted_; }
    /// How far it has been used. Rewinding gives back what was taken since: a refused decision uses no ids, and one
    /// that is made again takes the same.
    struct Mark {
        std::size_t position = 0;
        std::int64_t next = 0;
        std::size_t taken = 0;
    };
    [[nodiscard]] Mark mark() const { return {position_, next_, taken_.size()}; }
    void rewind(Mark mark) {
        position_ = mark.position;
        next_ = mark.next;
        taken_.resize(mark.taken);
        exhausted_ = false;
    }
    /// What was taken since, in that order: a decision that is given these makes the same records.
    [[nodiscard]] std::vector<std::int64_t> taken_since(Mark mark) const {
        return {taken_.begin() + static_cast<std::ptrdiff_t>(mark.taken), taken_.end()};
    }
    /// Marks of before are no longer used.
    void forget_taken() { taken_.clear(); }

private:
    std::vector<std::int64_t> given_;
    std::size_t position_ = 0;
    std::vector<std::int64_t> taken_;
    std::int64_t next_ = 0, end_ = 0;
    bool exhausted_ = false;
};

/// Records that rows accepted earlier in the same file stand for. One bit per id, kept in pages, because the ids that
/// one file makes lie close together.
class AcceptedRows {
public:
    void add(std::int64_t id) { pages_[id >> 12U].insert(static_cast<std::uint16_t>(id & 4095)); }
    [[nodiscard]] bool holds(std::int64_t id) const {
        const auto page = pages_.find(id >> 12U);
        return page != pages_.end() && page->second.holds(static_cast<std::uint16_t>(id & 4095));
    }

private:
    struct Page {
        std::array<std::uint64_t, 64> bits{};
        void insert(std::uint16_t n) { bits[n / 64U] |= std::uint64_t{1} << (n % 64U); }
        [[nodiscard]] bool holds(std::uint16_t n) const { return (bits[n / 64U] >> (n % 64U) & 1U) != 0; }
    };
    std::unordered_map<std::int64_t, Page> pages_;
};

/// Facts that only a decision can know to ask for, because they depend on what it found. Whoever lacks some is asked
/// again once they are there; what he decided before is thrown away.
class MoreFacts {
public:
    virtual ~MoreFacts() = default;
    /// Adds the records under a key; false: they are not known yet.
    [[nodiscard]] virtual bool add(const Key& key, std::vector<const void*>& found) = 0;
};

struct Context {
    const Head& head;
    Instant effective;  ///< when the request holds; rules judge at this moment
    Instant recorded;   ///< when it was told
    const ZoneFinder& zones;
    IdSource& ids;
    MoreFacts& more;
    bool by_host = true;                     ///< the host itself asks, who may do everything
    std::string_view secret{};               ///< of the engine: what nobody else can work out is made with it
    std::string asked_by{};                  ///< who asks, as records name him: a login, or learner:<id>
    std::uint32_t functions = 0;             ///< of tutors, that are open to whoever asks in the verb's course, as bits
    bool teaches = false;                    ///< he is its tutor, and one of the verb's functions is open to him
    bool supervises = false;                 ///< the same, or he has it as an administrator
    const AcceptedRows* accepted = nullptr;  ///< set while a file is imported
    /// Of the imported row, or of the request itself: worked out when a rule asks for it.
    std::function<std::int64_t()> digest{};
    const access::Caller* caller = nullptr;  ///< for rules that ask for clearances; null: of someone who may everything

    [[nodiscard]] bool from_file() const { return accepted != nullptr; }
    /// Whether an earlier row of the same file stands for this record already.
    template <class T>
    [[nodiscard]] bool repeated(Id<T> id) const {
        return accepted != nullptr && accepted->holds(id.value);
    }
    /// Records under a key that is no path from the request; nothing when they are not known yet: decide nothing then.
    template <class T>
    [[nodiscard]] std::optional<Many<T>> find(int index, KeyParts parts) const {
        Many<T> found;
        if (!more.add({&type_of<T>(), index, std::move(parts)}, found.records)) return std::nullopt;
        return found;
    }
    template <class T>
    [[nodiscard]] std::optional<One<T>> one(std::int64_t id) const {
        auto found = find<T>(Key::by_id, {{id, {}, false}});
        if (!found) return std::nullopt;
        return One<T>{{found->empty() ? nullptr : found->records.front()}};
    }
    [[nodiscard]] bool explains() const { return head.detail != Detail::verdict; }
};

/// A request that follows from a decision: it is decided over its changes, and committed with them.
struct FollowUp {
    const RecordType* request = nullptr;
    std::shared_ptr<void> data;
    std::string item{};     // what it is told as in the report; empty: not at all
    bool together = false;  // with others of its decision: what yields comes after all of them
    bool yields = false;
    std::vector<Parameter> wanted{};  // who asked shall know when it can not be: a note says why, and this of it
};

/// A learner's access to a course may have changed: the LMS must be compared. Learner 0 is everybody in the course,
/// course 0 every course of the learner.
struct DueAccess {
    std::int64_t learner = 0;
    std::int64_t course = 0;
    std::int64_t enrolment = 0;  ///< the record that makes it so: the place, or the course or learner as a whole
};

/// What whoever asked said of the tutors and the resources of a course.
struct ToldLists {
    std::int64_t course = 0;  ///< of which; 0: of none
    bool tutors = false;      ///< who the tutors shall be
    bool resources = false;   ///< which resources it shall have
    bool given_back = false;  ///< both are those of the template again: as of a new course
};

/// How what follows from a change goes about it.
struct Following {
    bool bookings = true;      ///< bookings go by the dates that changed
    bool staff = true;         ///< tutors and the people among the resources go by each other
    bool by_template = false;  ///< another template made the change; its report tells what followed
    ToldLists told{};
};

class Decision {
public:
    void refuse(Code why, std::vector<Parameter> parameters = {}) {
        verdict = Verdict::refused;
        code = why;
        about = 0;
        reason = Reason{why, Mark::not_met, std::move(parameters), {}, {}};
    }
    void hold(Code why, std::vector<Parameter> parameters = {}) {
        verdict = Verdict::held;
        code = why;
        reason = Reason{why, Mark::not_met, std::move(parameters), {}, {}};
    }
    void unchanged(std::int64_t id) {
        verdict = Verdict::unchanged;
        about = id;
    }
    [[nodiscard]] bool refused() const { return verdict == Verdict::refused; }
    /// Somebody has to look at the plan first: without its approval the request is refused so.
    void ask_for_approval(Code why, std::vector<Parameter> parameters = {}) {
        approval_asked = Reason{why, Mark::not_met, std::move(parameters), {}, {}};
    }

    /// The record as it shall be. Its id says whether it is new; the engine knows what it was before, and drops the
    /// change when nothing differs.
    template <class T>
    void put(T record) {
        if (about == 0) about = record.id.value;
        puts.push_back(maker == nullptr ? Record::of(std::move(record)) : maker->hold(std::move(record)));
    }
    /// Something to know that changes no verdict.
    void note(Code what, std::vector<Parameter> parameters = {}) {
        notes.push_back({what, Mark::unknown, std::move(parameters), {}, {}});
    }
    template <class Place>
    void access_due(const Place& place) {
        due.push_back({place.learner.value, place.course.value, place.id.value});
    }
    /// Rules or links of a course have changed: everybody in it.
    template <class Course>
    void access_due_for_all(Id<Course> course) {
        due.push_back({0, course.value, course.value});
    }
    /// Something has changed that counts in every course of a learner.
    template <class Learner>
    void access_due_everywhere(Id<Learner> learner) {
        due.push_back({learner.value, 0, learner.value});
    }

    /// What shall be decided next because of this: a freed seat lets in the next in line. The rule asks it, not whoever
    /// asked this. What became of it is a line of the report, when it is given an `item`; else a refusal concerns
    /// nobody.
    template <class Request>
    FollowUp& then(Request request, std::string item = {}) {
        follow_ups.push_back({&type_of<Request>(), type_of<Request>().take(&request), std::move(item)});
        return follow_ups.back();
    }

    /// What the host shall tell somebody, or do besides (notices/intent.hpp). The engine adds who made it so, and
    /// drops it when nothing changes.
    template <class Intent>
    void intend(Intent intent) {
        intents.push_back(Record::of(std::move(intent)));
    }

    Verdict verdict = Verdict::accepted;
    Code code;
    Reason reason;                // of a refusal always with its code; the tree below it when asked for
    std::vector<Reason> nearest;  // facts that would turn a refusal
    Reason approval_asked;        // its code is empty: none is needed
    std::int64_t about = 0;       // the record that the request is about
    std::int64_t stands_for = 0;  // what a row of a file tells, where that is no record of its own: any number
    std::vector<Record> puts;
    std::vector<DueAccess> due;
    std::vector<Reason> notes;
    std::vector<ReportLine> report;
    std::vector<Record> intents;
    std::vector<FollowUp> follow_ups;
    Following following;
    bool by_rule = false;          // what changes follows from a rule and is not the will of whoever asked
    RecordMaker* maker = nullptr;  // of the records of a batch
};

}  // namespace provost
