// An adapter for Canvas over its REST API. Learners and courses are addressed by their SIS ids, access is a state of an
// enrolment, a group is a section. One request is under way at a time: so Canvas hardly ever throttles.
#pragma once

#include "lms/canvas_answers.hpp"
#include "lms/web_text.hpp"

#include <provost/lms/adapter.hpp>

#include <deque>
#include <functional>
#include <map>
#include <set>

namespace provost::lms {

class Canvas final : public Adapter {
public:
    explicit Canvas(const AdapterOptions& options) : account_(options.account), adopts_logins_(options.adopt_logins) {}

    [[nodiscard]] Abilities describe() const override;
    void carry_out(std::vector<Action> actions) override;
    void list(const ListingAsk& ask) override;
    [[nodiscard]] std::vector<HttpRequest> take_requests() override;
    void answer(const HttpAnswer& answer) override;
    [[nodiscard]] Findings take_findings() override { return std::exchange(findings_, {}); }

private:
    using Then = std::function<void(const CanvasReply&)>;
    using Names = std::map<std::string, std::string, std::less<>>;
    using Rows = std::vector<JsonTree>;
    using ThenRows =
        std::function<void(const CanvasReply&, const Rows&)>;  // the last answer, and the rows of all pages
    using ThenId = std::function<void(const CanvasReply&, const std::string&)>;

    struct Seen {  // an enrolment of a learner in a course
        std::string id, state, section;
    };
    struct Pages {
        Rows rows;
        std::set<std::string> ids, paths;
        std::optional<Instant> date;  // of the first answer
    };
    struct Listing {  // under way, of one course or of all
        ListingAsk ask;
        ListingEnd end;
        std::string course;  // as it was asked for
        std::vector<ObservedResult> results, grades;
        std::optional<Instant> since, until, last;  // graded after it; where the next begins; the last that was graded
        std::string was, identities;  // of the grades of the whole course: digest of the last ones, these themselves
    };
    using ListingPtr = std::shared_ptr<Listing>;

    // the one request under way, and what waits for it
    void send(std::string method, std::string path, const Form& form, Then then);
    void get(std::string path, Then then) { send("GET", std::move(path), {}, std::move(then)); }
    void collect(std::string path, ThenRows then);
    void collect_on(const std::shared_ptr<Pages>& pages, const std::string& path, const ThenRows& then);
    void begin_round();
    void run();
    void settle(const Action& action, const CanvasReply& reply, ActionOutcome otherwise);

    // accounts
    void upsert_learner(const Action& action);
    void adopt_or_make(const Action& action);
    void adopt(const Action& action, const std::string& user);
    void make_learner(const Action& action);
    void compare_learner(const Action& action, const JsonTree& user);
    void rename_login(const Action& action, const Rows& logins, const Then& then);

    // enrolments
    void link_course(const Action& action);
    void work_on_enrolment(const Action& action);
    void decide(const Action& action, const std::string& course, const Rows& rows);
    void grant(const Action& action, const std::string& course, const std::vector<Seen>& seen);
    void grant_in(const Action& action, const std::string& course, const std::string& section,
                  const std::vector<Seen>& seen, const std::vector<std::string>& leave);
    void leave(const Action& action, const std::string& course, const std::string& kept, bool changed,
               std::vector<Seen> old);
    void end_all(const Action& action, const std::string& course, const std::string& task, std::vector<Seen> open,
                 bool changed);
    void enrol(const Action& action, const std::string& course, const std::string& section, const std::string& state,
               const ThenId& then);
    void find_section(const std::string& course, const std::string& name, bool make, const ThenId& then);
    void resolve(const std::string& course, const ThenId& then);

    // listings
    void begin(const ListingPtr& listing);
    void check(const ListingPtr& listing);
    void list_courses(const ListingPtr& listing);
    void begin_course(const ListingPtr& listing);
    [[nodiscard]] bool read_cursor(Listing& listing) const;
    void list_enrolments(const ListingPtr& listing, const std::string& id);
    void add_enrolments(Listing& listing, const Rows& rows, const Names& sections);
    void list_results(const ListingPtr& listing, const std::string& id);
    void list_grades(const ListingPtr& listing, const std::string& id);
    void add_submission(Listing& listing, const JsonTree& row) const;
    void add_grade(Listing& listing, const JsonTree& row) const;
    void finish_results(Listing& listing);
    void end(const ListingPtr& listing, const CanvasReply& reply);

    std::string account_;
    bool adopts_logins_ = false;
    std::deque<std::function<void()>> tasks_;
    bool busy_ = false, running_ = false;
    std::int64_t requests_ = 0;
    int throttled_ = 0;
    std::optional<HttpRequest> out_, waiting_;
    Then then_;
    std::optional<CanvasReply> stopped_;          // what stops everything until somebody asks anew
    std::map<std::string, std::string> courses_;  // name to id, as far as looked up
    std::map<std::string, std::map<std::string, std::string>> sections_;  // of a course: name to id
    Findings findings_;
};

[[nodiscard]] std::unique_ptr<Adapter> make_canvas(const AdapterOptions& options);

}  // namespace provost::lms
