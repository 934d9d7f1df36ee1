// The adapter for Canvas against a double that answers as Canvas does: accounts, enrolments, errors.
#include "canvas_desk.hpp"

TEST_CASE("Canvas: enrolling, suspending and letting in again are states of one enrolment") {
    CanvasDesk desk;
    CHECK(desk.carry_out(canvas_place(Access::active)).status == ActionStatus::applied);
    CHECK(desk.state("101") == "active");  // and not only invited
    const auto before = desk.changes();
    CHECK(desk.carry_out(canvas_place(Access::active)).status == ActionStatus::unchanged);
    CHECK(desk.changes() == before);
    CHECK(desk.carry_out(canvas_place(Access::suspended)).observed == Access::suspended);
    CHECK(desk.state("101") == "inactive");  // and not concluded
    CHECK(desk.carry_out(canvas_place(Access::suspended)).status == ActionStatus::unchanged);
    CHECK(desk.carry_out(canvas_place(Access::active)).status == ActionStatus::applied);
    CHECK(desk.state("101") == "active");
    CHECK(desk.site.places.size() == 1);
    auto look = canvas_place(Access::absent);
    look.kind = ActionKind::look_up_enrolment;
    CHECK(desk.carry_out(look).observed == Access::active);
    CHECK(desk.carry_out(canvas_place(Access::absent)).status == ActionStatus::applied);
    CHECK(desk.site.places.empty());
    CHECK(desk.carry_out(look).observed == Access::absent);
    for (const auto& request : desk.site.asked) {
        CHECK(request.secret == SecretPlace::bearer);
        CHECK(request.path.find("token") == std::string::npos);
        if (request.method == "DELETE") CHECK(request.path.find("?task=") != std::string::npos);
    }
}

TEST_CASE("Canvas: an open invitation is suspended, and one who never was enrolled is so without access") {
    CanvasDesk desk;
    desk.site.places.push_back({"500", "1", "10", "101", "invited"});
    (void)desk.carry_out(canvas_place(Access::suspended));
    CHECK(desk.state("101") == "inactive");
    desk.site.places.clear();
    CHECK(desk.carry_out(canvas_place(Access::suspended)).status == ActionStatus::applied);
    CHECK(desk.state("101") == "inactive");
    desk.site.places.front().state = "completed";
    CHECK(desk.carry_out(canvas_place(Access::suspended)).status == ActionStatus::unchanged);
    CHECK(desk.state("101") == "completed");
}

TEST_CASE("WIS-LNK-07: Canvas: a group is a section, made when it is missing, and the old one is left only after") {
    CanvasDesk desk;
    auto action = canvas_place(Access::active);
    action.groups = {"North"};
    (void)desk.carry_out(action);
    REQUIRE(desk.site.sections.size() == 2);
    const auto north = desk.site.sections.back().id;
    CHECK(desk.state(north) == "active");
    action.groups = {"South"};
    action.leave_groups = {"North"};
    // the new one fails: the old one stays
    desk.site.before = [](const HttpRequest& request) -> std::optional<HttpAnswer> {
        if (request.method != "POST" || !request.path.ends_with("/enrollments")) return std::nullopt;
        return canvas_answer(503, "busy", "text/plain");
    };
    CHECK(desk.carry_out(action).error == ErrorClass::transient);
    CHECK(desk.state(north) == "active");
    desk.site.before = nullptr;
    CHECK(desk.carry_out(action).status == ActionStatus::applied);
    CHECK(desk.state(north) == "none");
    CHECK(desk.state(desk.site.sections.back().id) == "active");
    CHECK(desk.site.sections.size() == 3);
    CHECK(desk.carry_out(action).status == ActionStatus::unchanged);
    action.groups = {"a", "b"};
    CHECK(desk.carry_out(action).error == ErrorClass::unsupported);
}

TEST_CASE("WIS-EE-11: Canvas: of several enrolments in a course only Provost's own is ended") {
    CanvasDesk desk;
    auto action = canvas_place(Access::active, "c1");
    action.groups = {"By hand"};
    REQUIRE(desk.carry_out(action).status == ActionStatus::applied);
    const auto by_hand = desk.site.sections.back().id;
    action.groups = {"North"};
    const auto made = desk.carry_out(action);
    const auto north = desk.site.sections.back().id;
    action.groups.clear();
    action.access = Access::absent;
    action.enrolment_remote_id = made.remote_id;
    CHECK(desk.carry_out(action).status == ActionStatus::applied);
    CHECK(desk.state(north) == "none");
    CHECK(desk.state(by_hand) == "active");
    action.kind = ActionKind::look_up_enrolment;
    CHECK(desk.carry_out(action).observed == Access::absent);
    action.kind = ActionKind::upsert_enrolment;
    action.access = Access::suspended;
    CHECK(desk.carry_out(action).error == ErrorClass::conflict);  // told, and left as it is
    CHECK(desk.state(by_hand) == "active");
}

TEST_CASE("Canvas: accounts are made once, compared, suspended and wiped") {
    CanvasDesk desk;
    const auto made = desk.carry_out(canvas_learner("c2", "bob"));
    CHECK(made.status == ActionStatus::applied);
    CHECK(made.remote_id == desk.site.users.back().id);
    CHECK(desk.site.asked.back().body.find("enable_sis_reactivation=true") != std::string::npos);
    CHECK(desk.site.asked.back().body.find("send_confirmation%5D=false") != std::string::npos);
    CHECK(desk.carry_out(canvas_learner("c1", "ann")).status == ActionStatus::unchanged);
    auto other = canvas_learner("c1", "another-login");
    other.family_name = "L\u00e9";
    CHECK(desk.carry_out(other).status == ActionStatus::applied);
    CHECK(desk.site.users.front().name == "Ann L\u00e9");
    CHECK(desk.site.users.front().login == "ann");  // the login is the LMS's own
    CHECK(desk.site.asked.back().body.find("override_sis_stickiness=false") != std::string::npos);
    other.suspended = true;
    (void)desk.carry_out(other);
    CHECK(desk.site.users.front().suspended);
    other.suspended = false;
    (void)desk.carry_out(other);
    CHECK_FALSE(desk.site.users.front().suspended);
    const auto taken = desk.carry_out(canvas_learner("c3", "bob"));
    CHECK(taken.error == ErrorClass::conflict);
    CHECK(taken.problem.find("unique_id: ID already in use") != std::string::npos);
    auto erased = canvas_learner("c1", "erased-7");
    erased.first_name = erased.family_name = erased.email = {};
    (void)desk.carry_out(erased);
    CHECK(desk.site.users.front().login == "erased-7");
    CHECK(desk.site.users.front().name == "erased-7");
    CHECK(desk.site.users.front().email == "erased-7@learner.invalid");
    erased.learner = "c9";
    CHECK(desk.carry_out(erased).status == ActionStatus::unchanged);
    CHECK(desk.site.users.size() == 2);
}

TEST_CASE("Canvas: an account of the same login that is nobody's is adopted when that is wanted") {
    CanvasDesk desk;
    desk.site.users.push_back({"2", "", "Bob", "Bob", "", "bob"});
    CHECK(desk.carry_out(canvas_learner("c2", "bob")).error == ErrorClass::conflict);
    AdapterOptions options;
    options.adopt_logins = true;
    desk.adapter = make_canvas(options);
    CHECK(desk.carry_out(canvas_learner("c2", "bob")).remote_id == "2");
    CHECK(desk.site.users.back().sis_id == "c2");
    CHECK(desk.carry_out(canvas_learner("c3", "ann")).error == ErrorClass::conflict);  // somebody else's
}

TEST_CASE("Canvas: courses are found by SIS id or by their number, and unknown ones are told") {
    CanvasDesk desk;
    Action link;
    link.op_id = "link";
    link.course = "cooking";
    CHECK(desk.carry_out(link).remote_id == "10");
    link.course = "10";
    CHECK(desk.carry_out(link).remote_id == "10");
    desk.site.add_course("11", "10");
    CHECK(desk.carry_out(link).error == ErrorClass::conflict);  // means two
    link.course = "baking/50%";
    CHECK(desk.carry_out(link).error == ErrorClass::not_found);
    CHECK(desk.site.asked.back().path == "/api/v1/courses/sis_course_id:baking%2F50%25");
    auto nobody = canvas_place(Access::active, "c9");
    CHECK(desk.carry_out(nobody).error == ErrorClass::not_found);
    link.container = Container::cohort;
    CHECK(desk.carry_out(link).error == ErrorClass::unsupported);
}

TEST_CASE("Canvas: the class of an error follows from status, header and body") {
    struct Case {
        std::int64_t status;
        std::string type, body;
        std::vector<HttpHeader> headers;
        ErrorClass error;
        std::string problem;
    };
    const std::vector<Case> cases{
        {403, "text/plain; charset=utf-8", "403 Forbidden (Rate Limit Exceeded)\n", {}, ErrorClass::rate_limited, ""},
        {429, "application/json", "{}", {}, ErrorClass::rate_limited, ""},
        {403,
         "application/json",
         R"({"status":"unauthorized","errors":[{"message":"not yours"}]})",
         {},
         ErrorClass::forbidden,
         "not yours"},
        {401,
         "application/json",
         R"({"errors":[{"message":"Invalid access token."}]})",
         {{"www-authenticate", "Bearer realm=\"canvas-lms\""}},
         ErrorClass::auth,
         "Invalid access token."},
        {401,
         "application/json",
         R"({"errors":[{"message":"user not authorized"}]})",
         {},
         ErrorClass::forbidden,
         "user not authorized"},
        {400,
         "application/json",
         R"({"errors":{"name":[{"message":"is too long"}]}})",
         {},
         ErrorClass::invalid,
         "name: is too long"},
        {400, "application/json", R"({"error":"bad role"})", {}, ErrorClass::invalid, "bad role"},
        {422, "application/json", R"({"message":"No open section"})", {}, ErrorClass::invalid, "No open section"},
        {400,
         "application/json",
         R"({"sis_user_id":[{"attribute":"sis_user_id","message":"has been taken"}]})",
         {},
         ErrorClass::conflict,
         "has been taken"},
        {404, "text/html", "<html>", {}, ErrorClass::not_found, ""},
        {503, "text/html", "<html>", {}, ErrorClass::transient, ""},
        {502, "text/html", "<html>", {}, ErrorClass::transient, ""},
    };
    for (const Case& one : cases) {
        CAPTURE(one.status);
        CAPTURE(one.body);
        CanvasDesk desk;
        desk.site.before = [&](const HttpRequest&) {
            auto answer = canvas_answer(one.status, one.body, one.type);
            for (const auto& line : one.headers) answer.headers.push_back(line);
            return std::optional(answer);
        };
        const auto outcome = desk.carry_out(canvas_place(Access::active));
        CHECK(outcome.status == ActionStatus::failed);
        CHECK(outcome.error == one.error);
        CHECK(outcome.problem.find(one.problem) != std::string::npos);
    }
}

TEST_CASE("Canvas: throttled, it says how long to wait, and what would follow is not sent") {
    CanvasDesk desk;
    desk.site.before = [](const HttpRequest&) {
        auto answer = canvas_answer(403, "403 Forbidden (Rate Limit Exceeded)", "text/plain");
        answer.headers.push_back({"X-Rate-Limit-Remaining", "20.5"});
        return std::optional(answer);
    };
    desk.adapter->carry_out({canvas_learner("c1", "ann"), canvas_place(Access::active)});
    auto outcomes = desk.settle().outcomes;
    REQUIRE(outcomes.size() == 2);
    CHECK(outcomes[0].retry_after == 8000);
    CHECK(outcomes[1].error == ErrorClass::rate_limited);
    CHECK(desk.site.asked.size() == 1);
    for (int i = 0; i < 8; ++i) CHECK(desk.carry_out(canvas_place(Access::active)).error == ErrorClass::rate_limited);
    // refused again and again without anything else: it is locked out
    CHECK(desk.carry_out(canvas_place(Access::active)).error == ErrorClass::forbidden);
}

TEST_CASE(
    "Canvas: when the answer to a change is lost nobody knows, and looking before enrolling makes no second row") {
    CanvasDesk desk;
    desk.site.after = [](const HttpRequest& request) -> std::optional<HttpAnswer> {
        if (request.method != "POST") return std::nullopt;
        return HttpAnswer{{}, Transported::answer_lost, 0, {}, {}};
    };
    CHECK(desk.carry_out(canvas_place(Access::active)).status == ActionStatus::unknown);
    desk.site.after = nullptr;
    CHECK(desk.carry_out(canvas_place(Access::active)).status == ActionStatus::unchanged);
    CHECK(desk.site.places.size() == 1);
    // an answer that was cut off, and a gateway that gave up
    for (const auto& cut : {canvas_answer(200, "{\"id\":"), canvas_answer(504, "<html>", "text/html")}) {
        desk.site.after = [&](const HttpRequest& request) {
            return request.changes ? std::optional(cut) : std::nullopt;
        };
        CHECK(desk.carry_out(canvas_place(Access::suspended)).status == ActionStatus::unknown);
        desk.site.after = nullptr;
        CHECK(desk.carry_out(canvas_place(Access::suspended)).status == ActionStatus::unchanged);
        (void)desk.carry_out(canvas_place(Access::active));
    }
    // of a question it only means that it was not answered
    desk.site.before = [](const HttpRequest&) { return HttpAnswer{{}, Transported::answer_lost, 0, {}, {}}; };
    CHECK(desk.carry_out(canvas_place(Access::active)).error == ErrorClass::transient);
}
