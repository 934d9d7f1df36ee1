// What every class Adapter must do, as doctest checks, whatever goes wrong on the way. To run it on an adapter of your
// own: write an LmsWorld (the adapter, and an LMS for it to talk to), add lms_contract*.cpp to your test program, and
// call from a TEST_CASE
//     provost::contract::check_lms([] { return std::make_unique<MyWorld>(); });
#pragma once

#include <provost/lms/adapter.hpp>

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace provost::contract {

/// What becomes of one request on its way.
enum class WireFault : std::uint8_t {
    none,
    not_sent,      ///< it never leaves
    lost_before,   ///< nobody knows, and the LMS never saw it
    lost_after,    ///< nobody knows, and the LMS did it
    late,          ///< nobody knows, and the LMS does it before the next one
    server_error,  ///< 502 without having done anything
    after_error,   ///< 504 of something before the LMS, which does it
    throttled,     ///< the LMS's own way to say: too many
    garbage,       ///< 200 and a page for people
    torn,          ///< the answer stops in its middle
    twice,         ///< it arrives twice; the second answer counts
};

/// What an LMS can do wrong by itself.
enum class LmsQuirk : std::uint8_t {
    expired_token,  ///< from now on the secret is no longer valid
    missing_right,  ///< from now on it may not change enrolments
    cuts_silently,  ///< a long list is cut and said to be done
    clock_behind,   ///< its clock goes ten minutes late
    copied_site,    ///< the same people and courses under other ids
};

/// An adapter, and the LMS that it talks to.
class LmsWorld {
public:
    virtual ~LmsWorld() = default;
    [[nodiscard]] virtual lms::Adapter& adapter() = 0;
    /// A fresh adapter, as after a crash: it remembers nothing. The LMS stays.
    virtual void restart() = 0;

    /// Whether the adapter makes requests; of one that makes none nobody asks what is answered to them.
    [[nodiscard]] virtual bool has_wire() { return true; }
    /// What the LMS answers.
    [[nodiscard]] virtual lms::HttpAnswer serve(const lms::HttpRequest& request) = 0;
    [[nodiscard]] virtual lms::HttpAnswer throttled(const lms::HttpRequest& request) = 0;
    /// Whether the LMS has that quirk; it shows it from now on.
    [[nodiscard]] virtual bool quirk(LmsQuirk quirk) = 0;

    // what is done in it by hand
    virtual void add_course(const std::string& course, const std::string& name) = 0;
    virtual void add_account(const std::string& learner, const std::string& login, const std::string& email) = 0;
    virtual void enrol_by_hand(const std::string& course, const std::string& learner) = 0;

    // what it holds
    [[nodiscard]] virtual std::size_t accounts() = 0;
    [[nodiscard]] virtual lms::Access access(const std::string& course, const std::string& learner) = 0;
    [[nodiscard]] virtual std::set<std::string> groups(const std::string& course, const std::string& learner) = 0;
    /// Family name of an account.
    [[nodiscard]] virtual std::string family_name(const std::string& learner) = 0;
    /// Whether somebody who was in a group was in none at any time.
    [[nodiscard]] virtual bool was_without_group() { return false; }
    /// How many accounts there are for these learners once it is settled; more than one for any is a mistake.
    [[nodiscard]] virtual bool has_duplicates() = 0;
};

using MakeWorld = std::function<std::unique_ptr<LmsWorld>()>;

/// Runs all parts, each in a SUBCASE of its own with a fresh world.
void check_lms(const MakeWorld& make);

// What the parts are written with.

/// Carries requests and answers until there are none, with planned faults.
struct Wire {
    LmsWorld& world;
    std::map<std::size_t, WireFault> planned{};  ///< by number of the request, from 0
    WireFault always = WireFault::none;
    bool backwards = false;  ///< answers come in the opposite order
    std::size_t sent = 0;
    std::vector<lms::HttpRequest> late{};

    [[nodiscard]] lms::HttpAnswer deliver(const lms::HttpRequest& request);
    [[nodiscard]] lms::Findings talk();
    [[nodiscard]] std::vector<lms::ActionOutcome> carry_out(std::vector<lms::Action> actions);
    [[nodiscard]] lms::Findings list(lms::ListingAsk ask);
};

[[nodiscard]] lms::Action link_of(const std::string& course);
[[nodiscard]] lms::Action account_of(const std::string& learner);
[[nodiscard]] lms::Action place_of(const std::string& course, const std::string& learner, lms::Access access);
/// Accounts and active places of so many learners in a course.
[[nodiscard]] std::vector<lms::Action> class_of(const std::string& course, std::size_t learners);

/// Repeats what failed, as the engine does: what nobody knows is looked up first. Answers the outcomes that stand at
/// the end, by op_id; rounds that were needed come out.
[[nodiscard]] std::map<std::string, lms::ActionOutcome> settle(Wire& wire, const std::vector<lms::Action>& actions,
                                                               std::size_t& rounds);
[[nodiscard]] bool went_well(const lms::ActionOutcome& outcome);

}  // namespace provost::contract
