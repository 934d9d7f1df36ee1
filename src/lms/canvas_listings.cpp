// Listings of Canvas: courses, enrolments of a course with their sections, results. Grades of submissions come by the
// moment they were given; grades of whole courses have none, so all are read and told when any has changed.
#include "base/sha256.hpp"
#include "lms/canvas.hpp"

namespace provost::lms {

namespace {

using namespace std::chrono_literals;

constexpr std::string_view cursor_version = "canvas1";
constexpr auto overlap = 5min;   // how far the clocks of a site's servers may differ
constexpr auto resolution = 1s;  // Canvas asks for strictly later

// A cursor of one course is none of another.
std::string scope_of(const std::string& course) { return to_hex(sha256(course), 8); }

std::vector<std::string> split_cursor(std::string_view text) {
    std::vector<std::string> words;
    while (!text.empty()) {
        const auto blank = text.find(' ');
        words.emplace_back(text.substr(0, blank));
        text.remove_prefix(blank == text.npos ? text.size() : blank + 1);
    }
    return words;
}

std::string identity(std::initializer_list<std::string_view> parts) {
    Sha256 digest;
    for (const auto part : parts) digest.add(part).add("\x1f");
    return to_hex(digest.finish(), 16);
}

}  // namespace

// Courses one after the other, each with an end of its own.
void Canvas::list(const ListingAsk& ask) {
    begin_round();
    auto courses = ask.courses;
    if (!ask.course.empty()) courses.insert(courses.begin(), ask.course);
    if (ask.listing == "courses" || ask.listing == "check" || courses.empty()) courses = {std::string()};
    for (const std::string& course : courses) {
        auto listing = std::make_shared<Listing>();
        listing->ask = ask;
        listing->course = listing->end.course = course;
        listing->end.listing = ask.listing;
        tasks_.emplace_back([this, listing] {
            if (stopped_) return end(listing, *stopped_);
            begin(listing);
        });
    }
    run();
}

void Canvas::end(const ListingPtr& listing, const CanvasReply& reply) {
    ListingEnd& end = listing->end;
    end.complete = !reply.failed();
    if (reply.failed()) {
        end.error = reply.error;
        end.problem = reply.problem;
        end.retry_after = reply.retry_after;
    }
    findings_.ends.push_back(end);
    busy_ = false;
}

void Canvas::begin(const ListingPtr& listing) {
    const std::string& what = listing->ask.listing;
    if (what == "courses") return list_courses(listing);
    if (what == "check") return check(listing);
    CanvasReply wrong;
    if (what != "enrolments" && what != "results") {
        wrong.error = ErrorClass::unsupported;
        wrong.problem = "there is no such listing";
    } else if (listing->course.empty()) {
        wrong.error = ErrorClass::invalid;
        wrong.problem = "say which courses";
    } else if (what == "results" && !read_cursor(*listing)) {
        wrong.error = ErrorClass::cursor_expired;
    }
    if (wrong.failed()) return end(listing, wrong);
    begin_course(listing);
}

void Canvas::check(const ListingPtr& listing) {
    get("/api/v1/users/self", [this, listing](const CanvasReply& user) {
        if (user.failed()) return end(listing, user);
        const std::string about = "user " + std::string(user.body["id"].word());
        get("/api/v1/accounts/" + encoded(account_), [this, listing, about](const CanvasReply& account) {
            if (!account.failed())
                listing->end.about = "Canvas, " + shortened(account.body["name"].word(), 200) + ", " + about;
            end(listing, account);
        });
    });
}

bool Canvas::read_cursor(Listing& listing) const {
    if (listing.ask.cursor.empty()) return true;
    const auto words = split_cursor(listing.ask.cursor);
    const auto since = words.size() == 4 ? parse_moment(words[2]) : std::nullopt;
    if (!since || words[0] != cursor_version || words[1] != scope_of(listing.course)) return false;
    listing.since = since->in({});
    listing.was = words[3];
    return true;
}

void Canvas::list_courses(const ListingPtr& listing) {
    Form query;
    for (const char* state : {"created", "claimed", "available", "completed", "deleted"}) query.add("state[]", state);
    query.add("per_page", "100");
    collect("/api/v1/accounts/" + encoded(account_) + "/courses?" + query.body(),
            [this, listing](const CanvasReply& reply, const Rows& rows) {
                for (const JsonTree& row : rows) {
                    ObservedCourse course;
                    course.course = row["id"].word();
                    course.id_number = row["sis_course_id"].word();
                    course.short_name = row["course_code"].word();
                    course.name = row["name"].word();
                    course.starts_at = canvas_moment(row["start_at"]);
                    course.ends_at = canvas_moment(row["end_at"]);
                    course.deleted = row["workflow_state"].word() == "deleted";
                    findings_.courses.push_back(std::move(course));
                    ++listing->end.rows;
                }
                end(listing, reply);
            });
}

void Canvas::begin_course(const ListingPtr& listing) {
    resolve(listing->course, [this, listing](const CanvasReply& reply, const std::string& id) {
        if (reply.failed()) return end(listing, reply);
        if (listing->ask.listing == "results") return list_results(listing, id);
        list_enrolments(listing, id);
    });
}

// The enrolments of a learner in several sections are one here: active if any of them is.
void Canvas::list_enrolments(const ListingPtr& listing, const std::string& id) {
    const auto path = "/api/v1/courses/" + encoded(id);
    Form query;
    query.add("type[]", "StudentEnrollment");
    for (const char* state : {"active", "invited", "creation_pending", "inactive", "completed"}) {
        query.add("state[]", state);
    }
    query.add("per_page", "100");
    collect(path + "/sections?per_page=100", [=, this](const CanvasReply& first, const Rows& sections) {
        if (first.failed()) return end(listing, first);
        Names names;
        for (const JsonTree& section : sections) names.emplace(section["id"].word(), section["name"].word());
        collect(path + "/enrollments?" + query.body(), [=, this](const CanvasReply& reply, const Rows& rows) {
            if (reply.failed()) return end(listing, reply);
            // SIS ids are told only to who may see them: without that everybody would seem to be somebody else.
            const auto tells = [](const JsonTree& row) {
                return row.has("sis_user_id") || row["user"].has("sis_user_id");
            };
            if (!rows.empty() && std::ranges::none_of(rows, tells)) {
                CanvasReply blind;
                blind.error = ErrorClass::forbidden;
                blind.problem = "the token may not see SIS ids";
                return end(listing, blind);
            }
            add_enrolments(*listing, rows, names);
            end(listing, reply);
        });
    });
}

void Canvas::add_enrolments(Listing& listing, const Rows& rows, const Names& sections) {
    std::map<std::string, Observed> learners;
    for (const JsonTree& row : rows) {
        const JsonTree& sis_id = row.has("sis_user_id") ? row["sis_user_id"] : row["user"]["sis_user_id"];
        Observed one;
        one.course = listing.course;
        one.learner = sis_id.word();
        if (one.learner.empty()) one.learner = "@" + std::string(row["user"]["login_id"].word());  // somebody else's
        one.access = row["enrollment_state"].word() == "active" ? Access::active : Access::suspended;
        one.remote_id = row["id"].word();
        auto [held, is_new] = learners.emplace(one.learner, one);
        if (!is_new && one.access == Access::active) held->second.access = Access::active;
        if (const auto name = sections.find(row["course_section_id"].word()); name != sections.end()) {
            held->second.groups.push_back(name->second);
        }
    }
    for (auto& [learner, one] : learners) findings_.enrolments.push_back(std::move(one));
    listing.end.rows += static_cast<std::int64_t>(learners.size());
}

void Canvas::list_results(const ListingPtr& listing, const std::string& id) {
    Form query;
    query.add("student_ids[]", "all").add("order", "graded_at").add("order_direction", "ascending");
    if (listing->since) query.add("graded_since", to_text(*listing->since - overlap - resolution));
    query.add("include[]", "assignment").add("include[]", "user").add("per_page", "100");
    collect("/api/v1/courses/" + encoded(id) + "/students/submissions?" + query.body(),
            [this, listing, id](const CanvasReply& reply, const Rows& rows) {
                if (reply.failed()) return end(listing, reply);
                // By the server's own clock, see finish_results.
                listing->until = reply.date;
                for (const JsonTree& row : rows) add_submission(*listing, row);
                list_grades(listing, id);
            });
}

// A grade counts when it was given, belongs to what was handed in last, and is released to the learner. Who is excused
// has no result: neither none nor nothing of the points. Canvas leaves the item out of the grade of the course, so that
// it lacks in nothing there. WIS-AG-11
void Canvas::add_submission(Listing& listing, const JsonTree& row) const {
    const auto graded_at = canvas_moment(row["graded_at"]);
    const bool says_nothing = row["score"].word().empty() && row["grade"].word().empty();  // it was taken back
    if (row["workflow_state"].word() != "graded" || !graded_at || row["excused"].truth || says_nothing) return;
    const JsonTree& fits = row["grade_matches_current_submission"];
    listing.last = std::max(listing.last, graded_at);
    if (fits.is(JsonTree::Kind::boolean) && !fits.truth) return;
    if (row.has("posted_at") && row["posted_at"].is(JsonTree::Kind::null)) {
        // Releasing it does not move graded_at, so the next reading must begin before it.
        if (!listing.until || *graded_at < *listing.until) listing.until = *graded_at;
        return;
    }
    const JsonTree& user = row["user"];
    const auto grade = row["grade"].word();
    ObservedResult result;
    result.course = listing.course;
    result.item = row["assignment_id"].word();
    result.learner = user["sis_user_id"].word();
    result.login = user["login_id"].word();
    result.grade = grade;
    result.score = web_number(row["score"].word());
    result.most = web_number(row["assignment"]["points_possible"].word());
    result.completed = true;
    if (row["assignment"]["grading_type"].word() == "pass_fail" && (grade == "complete" || grade == "incomplete")) {
        result.passed = grade == "complete";
    }
    if (const auto attempt = parse_decimal(row["attempt"].word())) result.attempt = attempt->millionths / 1'000'000;
    result.at = graded_at;
    result.event_id = identity({result.course, result.item, row["id"].word(), row["user_id"].word(),
                                row["attempt"].word(), row["graded_at"].word(), grade, row["score"].word()});
    listing.results.push_back(std::move(result));
}

void Canvas::list_grades(const ListingPtr& listing, const std::string& id) {
    Form query;
    query.add("type[]", "StudentEnrollment");
    for (const char* state : {"active", "inactive", "completed"}) query.add("state[]", state);
    query.add("per_page", "100");
    collect("/api/v1/courses/" + encoded(id) + "/enrollments?" + query.body(),
            [this, listing](const CanvasReply& reply, const Rows& rows) {
                if (reply.failed()) return end(listing, reply);
                for (const JsonTree& row : rows) add_grade(*listing, row);
                finish_results(*listing);
                end(listing, reply);
            });
}

// A teacher's own grade beats the computed one. Ungraded work counts as nothing in the final grade and not at all in
// the current one: when the two agree everything was graded, unless there are no points at all. WIS-AG-11
void Canvas::add_grade(Listing& listing, const JsonTree& row) const {
    const JsonTree& grades = row["grades"];
    const bool is_own = !grades["override_score"].word().empty() || !grades["override_grade"].word().empty();
    const JsonTree& score = grades[is_own ? "override_score" : "final_score"];
    const JsonTree& grade = grades[is_own ? "override_grade" : "final_grade"];
    if (score.word().empty() && grade.word().empty()) return;
    ObservedResult result;
    result.course = listing.course;
    result.learner = row.has("sis_user_id") ? row["sis_user_id"].word() : row["user"]["sis_user_id"].word();
    result.login = row["user"]["login_id"].word();
    result.score = web_number(score.word());
    result.most = Decimal::of(100);
    result.grade = !grade.word().empty() ? std::string(grade.word()) : result.score ? to_text(*result.score) : "";
    const bool has_points = result.score && result.score->millionths != 0;
    result.all_items_graded = is_own || (has_points && grades["final_score"].word() == grades["current_score"].word());
    if (row["enrollment_state"].word() == "completed") result.completed = true;
    const std::string_view whole = result.all_items_graded ? "whole" : "part";
    result.event_id = identity(
        {result.course, row["user_id"].word(), grade.word(), score.word(), whole, row["enrollment_state"].word()});
    listing.identities += result.event_id;
    listing.grades.push_back(std::move(result));
}

// What was graded while the pages were read is read again: the next reading begins where this one began by the server's
// clock. Without that clock it begins at the last grade that was told.
void Canvas::finish_results(Listing& listing) {
    const auto digest = to_hex(sha256(listing.identities), 8);
    if (!listing.until) listing.until = std::max(listing.last, listing.since);
    auto& results = listing.results;
    if (digest != listing.was) std::ranges::move(listing.grades, std::back_inserter(results));
    listing.end.rows = static_cast<std::int64_t>(results.size());
    const auto from = listing.until.value_or(Instant{});
    listing.end.cursor =
        std::string(cursor_version) + " " + scope_of(listing.course) + " " + to_text(from) + " " + digest;
    std::ranges::move(results, std::back_inserter(findings_.results));
}

}  // namespace provost::lms
