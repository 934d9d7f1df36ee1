// What the desired access of a page of keys rests on, loaded in few waves however many there are.
#pragma once

#include "engine/lms_run.hpp"
#include "lms/access_question.hpp"

#include <unordered_map>

namespace provost::engine {

/// Records by the keys under which they were asked for.
class Fetched {
public:
    void want(const Key& key);
    [[nodiscard]] Result<void> load(Store& store);
    [[nodiscard]] const std::vector<Record>& at(const Key& key) const;
    template <class T>
    [[nodiscard]] const T* one(const Key& key) const {
        const auto& found = at(key);
        return found.empty() ? nullptr : found.front().get<T>();
    }
    /// Forgets everything when it has become much.
    void trim();
    void clear();

private:
    static constexpr std::size_t most = 20'000;

    std::unordered_map<std::string, std::vector<Record>> found_;
    std::vector<Key> missing_;
};

/// The account of the learner whom a key is about.
[[nodiscard]] Key account_key(const lms::LmsEnrolment& key);

/// A key with the facts about it; the pointers live until the next page is loaded.
struct KeyFacts {
    lms::LmsEnrolment key;
    Record stored;
    const people::Learner* learner = nullptr;
    const catalogue::Course* course = nullptr;  ///< of a connection that holds every course: the one it is called after
    const lms::LmsLearner* account = nullptr;
    const lms::LmsRoster* roster = nullptr;
    std::vector<lms::LinkedPlace> places;
    std::vector<lms::LmsEnrolment> siblings;  ///< keys of the learner in this connection, where accounts are suspended
    bool is_test = false;                     ///< a learner for tests in a course or link for tests
    bool touches_test = false;                ///< any of them is for tests
};

/// Loads pages of keys of one connection. What many keys share is kept from page to page.
class FactsLoader {
public:
    explicit FactsLoader(LmsRun& run) : run_(run), store_(run.core().store()) {}
    [[nodiscard]] Result<std::vector<KeyFacts>> load(const std::vector<Record>& keys);

private:
    void want_first(const lms::LmsEnrolment& key);
    void want_second(const KeyFacts& facts);
    void want_third(const KeyFacts& facts);
    void want_fourth(const KeyFacts& facts);
    void add_places(KeyFacts& facts);
    void add_place(KeyFacts& facts, const results::LmsLink* link, const catalogue::Course* course);
    void complete(KeyFacts& facts);
    void complete(lms::LinkedPlace& place);
    [[nodiscard]] std::vector<const results::LmsLink*> links_of(const lms::LmsEnrolment& key) const;
    void want_programs(const lms::LinkedPlace& place);
    [[nodiscard]] const enrolment::ProgramEnrolment* program_of(const lms::LinkedPlace& place) const;

    LmsRun& run_;
    Store& store_;
    Fetched shared_;
    Fetched page_;
};

}  // namespace provost::engine
