// An adapter for an LMS: actions in, outcomes out, and requests and answers in between. It has no clock, no policy, no
// retry and no I/O; whoever runs it carries its requests to the LMS and its answers back.
#pragma once

#include <provost/lms/action.hpp>
#include <provost/lms/exchange.hpp>

namespace provost::lms {

/// What an adapter can do. Since 0.1.
struct Abilities {
    std::string name;
    bool writes_learners = false;
    bool suspends_learners = false;
    bool writes_enrolments = false;
    bool suspends_enrolments = false;
    bool unenrols = false;
    bool has_windows = false;
    bool has_groups = false;
    bool group_is_section = false;
    bool has_cohorts = false;
    bool lists_courses = false;
    bool lists_enrolments = false;
    bool lists_results = false;
    bool reports_later = false;
    std::int64_t most_actions = 0;  ///< in one call of carry_out; 0: as many as you like
};

/// What is to be listed. Since 0.1.
struct ListingAsk {
    std::string listing;  ///< check, courses, enrolments, results
    std::string course;   ///< id of one course in the LMS; empty: of all that are named by `courses`
    std::vector<std::string> courses;
    std::string cursor;  ///< of the last page; empty: from the start
};

/// What an adapter has found out. Rows of a listing come before its end.
struct Findings {
    std::vector<ActionOutcome> outcomes;
    std::vector<ObservedCourse> courses;
    std::vector<Observed> enrolments;
    std::vector<ObservedResult> results;
    std::vector<ListingEnd> ends;
};

/// What an adapter needs to know of the LMS besides its address. Since 0.1.
struct AdapterOptions {
    std::string role = "5";
    std::string account = "1";
    std::string auth;
    std::int64_t batch = 50;
    std::int64_t most_fields = 4900;
    bool adopt_logins = false;
    bool completion = false;
};

/// A line that is fed to the session lms.adapter: one of the three. Since 0.1.
struct AdapterLine {
    std::optional<Action> action;
    std::optional<ListingAsk> ask;
    std::optional<HttpAnswer> answer;
};

/// One call at a time. Each action is answered by exactly one outcome, each listing by one end (of enrolments and
/// results: one for each course that was asked for), once all requests that follow from it have been answered.
/// Since 0.1.
class Adapter {
public:
    virtual ~Adapter() = default;
    [[nodiscard]] virtual Abilities describe() const = 0;
    /// Takes actions: links and accounts before the enrolments that need them.
    virtual void carry_out(std::vector<Action> actions) = 0;
    virtual void list(const ListingAsk& ask) = 0;
    /// The requests that can go out now, in order; each must be answered before what rests on it comes.
    [[nodiscard]] virtual std::vector<HttpRequest> take_requests() = 0;
    virtual void answer(const HttpAnswer& answer) = 0;
    [[nodiscard]] virtual Findings take_findings() = 0;
};

}  // namespace provost::lms

PROVOST_DESCRIBE(provost::lms::Abilities, document, "lms_abilities", "What an adapter can do.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(name, "Its name, for example moodle."),
                 PROVOST_FIELD(writes_learners, "Makes accounts and keeps them up to date."),
                 PROVOST_FIELD(suspends_learners, "Suspends accounts."),
                 PROVOST_FIELD(writes_enrolments, "Makes enrolments."),
                 PROVOST_FIELD(suspends_enrolments, "Suspends enrolments and lifts that again."),
                 PROVOST_FIELD(unenrols, "Takes enrolments away."),
                 PROVOST_FIELD(has_windows, "The LMS knows from and until of an enrolment."),
                 PROVOST_FIELD(has_groups, "Groups, or sections."),
                 PROVOST_FIELD(group_is_section, "An enrolment is in exactly one."),
                 PROVOST_FIELD(has_cohorts, "Cohorts."), PROVOST_FIELD(lists_courses, "Lists courses."),
                 PROVOST_FIELD(lists_enrolments, "Lists enrolments."), PROVOST_FIELD(lists_results, "Lists results."),
                 PROVOST_FIELD(reports_later, "Outcomes may be accepted first and come later."),
                 PROVOST_FIELD(most_actions, "Most actions at a time; 0: as many as you like."));
PROVOST_DESCRIBE(provost::lms::ListingAsk, document, "lms_listing_ask", "What is to be listed.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(listing, "check, courses, enrolments or results.").required().at_most(20),
                 PROVOST_FIELD(course, "Id of one course in the LMS.").at_most(100),
                 PROVOST_FIELD(courses, "Ids of courses in the LMS.").at_most(100'000),
                 PROVOST_FIELD(cursor, "Of the last page; absent: from the start.").at_most(4000));
PROVOST_DESCRIBE(
    provost::lms::AdapterOptions, document, "lms_adapter_options", "What an adapter needs to know of its LMS.",
    PROVOST_NO_INDEX,
    PROVOST_FIELD(role, "Moodle: id of the role that learners are enrolled with; absent: 5, the student.").at_most(20),
    PROVOST_FIELD(account, "Canvas: id of the account in which users are made; absent: 1.").at_most(100),
    PROVOST_FIELD(auth, "Moodle: how new accounts log in, for example oauth2; absent: as the site says.").at_most(40),
    PROVOST_FIELD(batch, "Most things in one call.").between(1, 1000, "number.out-of-range"),
    PROVOST_FIELD(most_fields,
                  "Moodle: most form fields in one call; PHP drops without a word what is beyond its max_input_vars.")
        .between(20, 1'000'000, "number.out-of-range"),
    PROVOST_FIELD(adopt_logins, "An account with the learner's login and no external id becomes the learner's."),
    PROVOST_FIELD(completion, "Results tell of completion, too, where that takes a call for each learner."));
PROVOST_DESCRIBE(provost::lms::AdapterLine, document, "lms_adapter_line", "What an adapter is fed: one of the three.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(action, "Something to do in the LMS."),
                 PROVOST_FIELD(ask, "Something to list."), PROVOST_FIELD(answer, "What came back on a request."));
