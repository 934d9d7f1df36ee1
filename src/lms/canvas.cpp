// The adapter for Canvas: tasks one after the other, one request at a time, accounts and links of courses.
#include "lms/canvas.hpp"

#include "lms/outcomes.hpp"

namespace provost::lms {

namespace {

// Links and accounts come before what needs them.
int rank(const Action& action) {
    return action.kind == ActionKind::link_course || action.kind == ActionKind::upsert_learner ? 0 : 1;
}

// What stops all that would come after it, too: it would fail in the same way and make matters worse.
bool stops(ErrorClass error) { return error == ErrorClass::rate_limited || error == ErrorClass::auth; }

std::string full_name(const Action& action) {
    std::string name = action.first_name;
    if (!action.family_name.empty()) name += (name.empty() ? "" : " ") + action.family_name;
    return name.empty() ? action.login : name;
}

std::string sortable_name(const Action& action) {
    if (action.first_name.empty() || action.family_name.empty()) return full_name(action);
    return action.family_name + ", " + action.first_name;
}

}  // namespace

Abilities Canvas::describe() const {
    Abilities abilities;
    abilities.name = "canvas";
    abilities.writes_learners = abilities.suspends_learners = true;
    abilities.writes_enrolments = abilities.suspends_enrolments = abilities.unenrols = true;
    abilities.has_groups = abilities.group_is_section = true;
    abilities.lists_courses = abilities.lists_enrolments = abilities.lists_results = true;
    // Dates of an enrolment can not be changed once it is there, so access is switched at the edges instead.
    return abilities;
}

// What was found out holds for one round of questions: somebody may change it in between.
void Canvas::begin_round() {
    if (!tasks_.empty() || busy_) return;
    stopped_.reset();
    courses_.clear();
    sections_.clear();
}

void Canvas::carry_out(std::vector<Action> actions) {
    begin_round();
    std::ranges::stable_sort(actions, {}, &rank);
    for (Action& action : actions) {
        tasks_.emplace_back([this, action = std::move(action)] {
            if (stopped_) return settle(action, *stopped_, {});
            switch (action.kind) {
                case ActionKind::link_course: return link_course(action);
                case ActionKind::upsert_learner: return upsert_learner(action);
                case ActionKind::upsert_enrolment:
                case ActionKind::look_up_enrolment: return work_on_enrolment(action);
            }
        });
    }
    run();
}

// Begins what is next while nothing is under way.
void Canvas::run() {
    if (running_) return;
    running_ = true;
    while (!busy_ && !tasks_.empty()) {
        const auto task = std::move(tasks_.front());
        tasks_.pop_front();
        busy_ = true;
        task();
    }
    running_ = false;
}

// The end of an action: its error, or what is said otherwise.
void Canvas::settle(const Action& action, const CanvasReply& reply, ActionOutcome otherwise) {
    if (reply.failed()) {
        otherwise = failed(action, reply.error, reply.problem);
        otherwise.retry_after = reply.retry_after;
    }
    findings_.outcomes.push_back(std::move(otherwise));
    busy_ = false;
}

void Canvas::send(std::string method, std::string path, const Form& form, Then then) {
    HttpRequest request;
    request.id = "canvas-" + std::to_string(++requests_);
    request.changes = method != "GET";
    request.method = std::move(method);
    request.path = std::move(path);
    request.headers.push_back({"Accept", "application/json+canvas-string-ids"});
    if (!form.body().empty()) {
        request.headers.push_back({"Content-Type", "application/x-www-form-urlencoded; charset=utf-8"});
        request.body = form.body();
    }
    request.secret = SecretPlace::bearer;
    out_ = request;
    waiting_ = std::move(request);
    then_ = std::move(then);
}

std::vector<HttpRequest> Canvas::take_requests() {
    std::vector<HttpRequest> requests;
    if (out_) requests.push_back(*std::exchange(out_, std::nullopt));
    return requests;
}

void Canvas::answer(const HttpAnswer& answer) {
    if (!waiting_ || waiting_->id != answer.id) return;  // of nobody, or twice
    const HttpRequest request = *std::exchange(waiting_, std::nullopt);
    out_.reset();
    const auto then = std::exchange(then_, {});
    const auto reply = read_canvas(request, answer, throttled_);
    const bool is_throttled = reply.error == ErrorClass::rate_limited;
    throttled_ = is_throttled ? throttled_ + 1 : 0;
    if (stops(reply.error)) stopped_ = reply;
    running_ = true;
    then(reply);
    running_ = false;
    run();
}

// All pages of a list. Rows are told apart by their ids: a change between two pages can bring one twice.
void Canvas::collect(std::string path, ThenRows then) { collect_on(std::make_shared<Pages>(), path, then); }

void Canvas::collect_on(const std::shared_ptr<Pages>& pages, const std::string& path, const ThenRows& then) {
    pages->paths.insert(path);
    get(path, [this, pages, then](const CanvasReply& reply) {
        if (!pages->date) pages->date = reply.date;
        const CanvasReply last{reply.error, reply.problem, reply.retry_after, {}, {}, pages->date};
        if (reply.failed()) return then(last, pages->rows);
        for (const JsonTree& row : reply.body.items) {
            const auto id = row["id"].word();
            if (id.empty() || pages->ids.emplace(id).second) pages->rows.push_back(row);
        }
        if (reply.next.empty()) return then(last, pages->rows);
        if (pages->paths.contains(reply.next)) {
            CanvasReply turning;
            turning.error = ErrorClass::transient;
            turning.problem = "the pages of a list lead back to one before";
            return then(turning, pages->rows);
        }
        collect_on(pages, reply.next, then);
    });
}

// The id of a course: by its SIS id, or, of a course without one, by its number. An id that was told before is not
// trusted: on a site that was copied it may be another course's.
void Canvas::resolve(const std::string& course, const ThenId& then) {
    if (const auto known = courses_.find(course); known != courses_.end()) return then({}, known->second);
    const auto found = [this, course, then](const CanvasReply& reply) {
        if (reply.failed()) return then(reply, {});
        const std::string id(reply.body["id"].word());
        courses_[course] = id;
        then(reply, id);
    };
    get("/api/v1/courses/sis_course_id:" + encoded(course), [this, course, found](const CanvasReply& by_sis_id) {
        if (!is_number(course) || (by_sis_id.failed() && by_sis_id.error != ErrorClass::not_found))
            return found(by_sis_id);
        get("/api/v1/courses/" + course, [by_sis_id, found](const CanvasReply& by_number) {
            if (by_sis_id.failed()) return found(by_number);
            if (by_number.error == ErrorClass::not_found ||
                by_number.body["id"].word() == by_sis_id.body["id"].word()) {
                return found(by_sis_id);
            }
            if (by_number.failed()) return found(by_number);
            CanvasReply two;
            two.error = ErrorClass::conflict;
            two.problem = "the SIS id of one course is the number of another";
            found(two);
        });
    });
}

void Canvas::link_course(const Action& action) {
    if (action.container == Container::cohort) {
        return settle(action, {}, failed(action, ErrorClass::unsupported, "Canvas has no cohorts"));
    }
    courses_.erase(action.course);
    resolve(action.course, [this, action](const CanvasReply& reply, const std::string& id) {
        settle(action, reply, done(action, false, id));
    });
}

void Canvas::upsert_learner(const Action& action) {
    if (action.learner.empty() || action.login.empty()) {
        return settle(action, {}, failed(action, ErrorClass::invalid, "an account needs an external id and a login"));
    }
    get("/api/v1/users/sis_user_id:" + encoded(action.learner), [this, action](const CanvasReply& reply) {
        if (reply.error == ErrorClass::not_found) return adopt_or_make(action);
        if (reply.failed()) return settle(action, reply, {});
        compare_learner(action, reply.body);
    });
}

// Of an erased learner nothing is made anew. An account of the same login that is nobody's becomes the learner's, when
// that is wanted; it keeps its login.
void Canvas::adopt_or_make(const Action& action) {
    if (is_erased(action)) return settle(action, {}, done(action, false, {}));
    if (!adopts_logins_) return make_learner(action);
    Form query;
    query.add("search_term", action.login).add("include[]", "email").add("per_page", "100");
    collect("/api/v1/accounts/" + encoded(account_) + "/users?" + query.body(),
            [this, action](const CanvasReply& reply, const Rows& users) {
                if (reply.failed()) return settle(action, reply, {});
                const auto same = std::ranges::find_if(users, [&](const JsonTree& user) {
                    return user["login_id"].word() == action.login && user["sis_user_id"].word().empty();
                });
                if (same == users.end()) return make_learner(action);
                adopt(action, std::string((*same)["id"].word()));
            });
}

void Canvas::adopt(const Action& action, const std::string& user) {
    collect("/api/v1/users/" + encoded(user) + "/logins?per_page=100", [this, action, user](const CanvasReply& reply,
                                                                                            const Rows& logins) {
        if (reply.failed()) return settle(action, reply, {});
        const auto own = std::ranges::find_if(
            logins, [&](const JsonTree& login) { return login["unique_id"].word() == action.login; });
        if (own == logins.end()) return make_learner(action);
        const auto account = (*own)["account_id"].word();
        Form form;
        form.add("login[sis_user_id]", action.learner);
        send("PUT",
             "/api/v1/accounts/" + encoded(account.empty() ? std::string_view(account_) : account) + "/logins/" +
                 encoded((*own)["id"].word()),
             form, [this, action, user](const CanvasReply& put) { settle(action, put, done(action, true, user)); });
    });
}

// Nobody gets mail from Canvas about it, and an account that was deleted comes back instead of a second one.
void Canvas::make_learner(const Action& action) {
    Form form;
    form.add("user[name]", full_name(action)).add("user[sortable_name]", sortable_name(action));
    form.add("user[skip_registration]", "true").add("pseudonym[unique_id]", action.login);
    form.add("pseudonym[sis_user_id]", action.learner).add("pseudonym[send_confirmation]", "false");
    if (!action.email.empty()) {
        form.add("communication_channel[type]", "email").add("communication_channel[address]", action.email);
        form.add("communication_channel[skip_confirmation]", "true");
    }
    form.add("enable_sis_reactivation", "true");
    send("POST", "/api/v1/accounts/" + encoded(account_) + "/users", form, [this, action](const CanvasReply& reply) {
        const std::string id(reply.body["id"].word());
        if (reply.failed() || !action.suspended.value_or(false)) return settle(action, reply, done(action, true, id));
        Form suspend;
        suspend.add("user[event]", "suspend");
        send("PUT", "/api/v1/users/" + encoded(id), suspend,
             [this, action, id](const CanvasReply& then) { settle(action, then, done(action, true, id)); });
    });
}

// What a person changed in Canvas stays there (override_sis_stickiness), but for a learner who was erased: of him
// nothing stays, not even the login, which is otherwise the LMS's own.
void Canvas::compare_learner(const Action& action, const JsonTree& user) {
    const std::string id(user["id"].word());
    Form form;
    const auto bring = [&](std::string_view field, std::string_view parameter, const std::string& value) {
        if (user.has(field) && user[field].word() != value) form.add(parameter, value);
    };
    bring("name", "user[name]", full_name(action));
    bring("sortable_name", "user[sortable_name]", sortable_name(action));
    if (!action.email.empty()) bring("email", "user[email]", action.email);
    if (is_erased(action) && !user["email"].word().empty()) form.add("user[email]", action.login + "@learner.invalid");
    collect("/api/v1/users/" + encoded(id) + "/logins?per_page=100",
            [this, action, id, form](const CanvasReply& reply, const Rows& logins) mutable {
                if (reply.failed()) return settle(action, reply, {});
                const bool is_suspended = std::ranges::any_of(
                    logins, [](const JsonTree& login) { return login["workflow_state"].word() == "suspended"; });
                if (action.suspended && is_suspended != *action.suspended)
                    form.add("user[event]", *action.suspended ? "suspend" : "unsuspend");
                const bool changed = !form.body().empty();
                const Then renamed = [this, action, id, changed](const CanvasReply& last) {
                    settle(action, last, done(action, changed || last.body.has("unique_id"), id));
                };
                if (!changed) return rename_login(action, logins, renamed);
                form.add("override_sis_stickiness", is_erased(action) ? "true" : "false");
                send("PUT", "/api/v1/users/" + encoded(id), form,
                     [this, action, logins, renamed](const CanvasReply& put) {
                         if (put.failed()) return settle(action, put, {});
                         rename_login(action, logins, renamed);
                     });
            });
}

// Gives the login of an erased learner the made-up name.
void Canvas::rename_login(const Action& action, const Rows& logins, const Then& then) {
    const auto own = std::ranges::find_if(
        logins, [&](const JsonTree& login) { return login["sis_user_id"].word() == action.learner; });
    if (!is_erased(action) || own == logins.end() || (*own)["unique_id"].word() == action.login) return then({});
    const std::string account((*own)["account_id"].word());
    Form form;
    form.add("login[unique_id]", action.login);
    send(
        "PUT",
        "/api/v1/accounts/" + encoded(account.empty() ? account_ : account) + "/logins/" + encoded((*own)["id"].word()),
        form, then);
}

std::unique_ptr<Adapter> make_canvas(const AdapterOptions& options) { return std::make_unique<Canvas>(options); }

}  // namespace provost::lms
