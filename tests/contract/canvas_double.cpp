// The double of Canvas.
#include "contract/canvas_double.hpp"

#include <provost/describe/json.hpp>

namespace provost::lms {

namespace {

std::string decoded(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size()) {
            out += static_cast<char>(std::stoi(std::string(text.substr(i + 1, 2)), nullptr, 16));
            i += 2;
        } else {
            out += text[i];
        }
    }
    return out;
}

std::vector<std::string> cut(std::string_view text, char at) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        const auto end = text.find(at);
        if (end != 0) parts.emplace_back(text.substr(0, end));
        text.remove_prefix(end == text.npos ? text.size() : end + 1);
    }
    return parts;
}

std::multimap<std::string, std::string> fields_of(std::string_view text) {
    std::multimap<std::string, std::string> fields;
    for (const auto& part : cut(text, '&')) {
        const auto equals = part.find('=');
        fields.emplace(decoded(part.substr(0, equals)), decoded(std::string_view(part).substr(equals + 1)));
    }
    return fields;
}

std::string one(const std::multimap<std::string, std::string>& fields, const std::string& name) {
    const auto found = fields.find(name);
    return found == fields.end() ? std::string() : found->second;
}

bool holds(const std::multimap<std::string, std::string>& fields, const std::string& name, const std::string& value) {
    const auto [first, last] = fields.equal_range(name);
    return std::any_of(first, last, [&](const auto& field) { return field.second == value; });
}

std::string json(std::initializer_list<std::pair<std::string_view, std::string>> members) {
    std::string out = "{";
    for (const auto& [name, value] : members) {
        if (out.size() > 1) out += ',';
        out += "\"" + std::string(name) + "\":";
        if (value == "null" || value == "true" || value == "false" || value.starts_with("{") ||
            value.starts_with("#")) {
            out += value.starts_with("#") ? value.substr(1) : value;
        } else {
            write_json_text(out, value);
        }
    }
    return out + "}";
}

std::string or_null(const std::string& text) { return text.empty() ? "null" : text; }
std::string number(const std::string& text) { return text.empty() ? "null" : "#" + text; }

}  // namespace

HttpAnswer canvas_answer(std::int64_t status, std::string body, std::string type) {
    return {{}, Transported::answered, status, {{"content-type", std::move(type)}}, std::move(body)};
}

void CanvasDouble::add_course(const std::string& id, const std::string& sis_id) {
    courses.push_back({id, sis_id, "Course " + id, "C" + id});
    sections.push_back({id + "1", id, "Course " + id});
}

CanvasUser* CanvasDouble::user(const std::string& name) {
    const bool by_sis = name.starts_with("sis_user_id:");
    for (CanvasUser& one : users) {
        if (by_sis ? one.sis_id == name.substr(12) : one.id == name) return &one;
    }
    return nullptr;
}

CanvasCourse* CanvasDouble::course(const std::string& name) {
    const bool by_sis = name.starts_with("sis_course_id:");
    for (CanvasCourse& one : courses) {
        if (by_sis ? one.sis_id == name.substr(14) : one.id == name) return &one;
    }
    return nullptr;
}

HttpAnswer CanvasDouble::answer(const HttpRequest& request) {
    asked.push_back(request);
    std::optional<HttpAnswer> answer = before ? before(request) : std::nullopt;
    if (!answer) {
        const auto mark = request.path.find('?');
        std::vector<std::string> path;
        for (const auto& part : cut(request.path.substr(0, mark), '/')) path.push_back(decoded(part));
        path.erase(path.begin(), path.begin() + 2);  // api, v1
        const auto query = fields_of(mark == request.path.npos ? "" : request.path.substr(mark + 1));
        answer = route(path, query, fields_of(request.body), request);
        answer->headers.push_back({"date", date});
        if (after) {
            if (auto other = after(request)) answer = other;
        }
    }
    answer->id = request.id;
    return *answer;
}

HttpAnswer CanvasDouble::route(const std::vector<std::string>& path, const Fields& query, const Fields& form,
                               const HttpRequest& request) {
    const auto missing = canvas_answer(404, R"({"errors":[{"message":"The specified resource does not exist."}]})");
    if (path[0] == "users" && path[1] == "self") return canvas_answer(200, R"({"id":"1","name":"Admin"})");
    if (path[0] == "users") return on_users(path, form, request.method);
    if (path[0] == "accounts" && path.size() == 2) return canvas_answer(200, R"({"id":"1","name":"College"})");
    if (path[0] == "accounts" && path[2] == "logins") return on_logins(path[3], form);
    if (path[0] == "accounts" && path[2] == "users") {
        if (request.method == "POST") return make_user(form);
        std::vector<std::string> rows;
        for (const CanvasUser& one : users) {
            if (one.login.find(lms::one(query, "search_term")) == one.login.npos) continue;
            rows.push_back(json({{"id", one.id}, {"login_id", one.login}, {"sis_user_id", or_null(one.sis_id)}}));
        }
        return listed(rows, query, request);
    }
    if (path[0] == "accounts") {
        std::vector<std::string> rows;
        for (const CanvasCourse& one : courses) {
            rows.push_back(json({{"id", one.id},
                                 {"sis_course_id", or_null(one.sis_id)},
                                 {"name", one.name},
                                 {"course_code", one.code},
                                 {"workflow_state", one.state},
                                 {"start_at", or_null(one.starts_at)}}));
        }
        return listed(rows, query, request);
    }
    if (path[0] == "sections") {
        const auto section = std::ranges::find(sections, path[1], &CanvasSection::id);
        return section == sections.end() ? missing : enrol(*course(section->course), section->id, form);
    }
    const CanvasCourse* where = course(path[1]);
    if (where == nullptr) return missing;
    if (path.size() == 2)
        return canvas_answer(200, json({{"id", where->id}, {"sis_course_id", or_null(where->sis_id)}}));
    if (path[2] == "students") return submissions(*where, query, request);
    if (path[2] == "enrollments") return on_enrolments(*where, path, query, form, request);
    if (request.method == "POST") {
        sections.push_back({fresh(), where->id, lms::one(form, "course_section[name]")});
        return canvas_answer(200, json({{"id", sections.back().id}, {"name", sections.back().name}}));
    }
    std::vector<std::string> rows;
    for (const CanvasSection& one : sections) {
        if (one.course == where->id) rows.push_back(json({{"id", one.id}, {"name", one.name}}));
    }
    return listed(rows, query, request);
}

HttpAnswer CanvasDouble::listed(std::vector<std::string> rows, const Fields& query, const HttpRequest& request) const {
    const auto at = one(query, "bookmark");
    const std::size_t from = at.empty() ? 0 : std::stoul(at), end = std::min(rows.size(), from + page);
    std::string body = "[";
    for (std::size_t i = from; i < end; ++i) body += (i == from ? "" : ",") + rows[i];
    auto answer = canvas_answer(200, body + "]");
    if (end < rows.size()) {
        auto base = request.path.substr(0, request.path.find("&bookmark="));
        answer.headers.push_back({"LINK", "<https://canvas.example" + base +
                                              "&bookmark=0>; rel=\"first\", <https://canvas.example" + base +
                                              "&bookmark=" + std::to_string(end) + ">; rel=\"next\""});
    }
    return answer;
}

HttpAnswer CanvasDouble::on_users(const std::vector<std::string>& path, const Fields& form, const std::string& method) {
    CanvasUser* found = user(path[1]);
    if (found == nullptr)
        return canvas_answer(404, R"({"errors":[{"message":"The specified resource does not exist."}]})");
    if (path.size() > 2) {
        return canvas_answer(200, "[" +
                                      json({{"id", "7" + found->id},
                                            {"unique_id", found->login},
                                            {"account_id", "1"},
                                            {"sis_user_id", or_null(found->sis_id)},
                                            {"workflow_state", found->suspended ? "suspended" : "active"}}) +
                                      "]");
    }
    if (method == "PUT") {
        if (form.contains("user[name]")) found->name = one(form, "user[name]");
        if (form.contains("user[sortable_name]")) found->sortable_name = one(form, "user[sortable_name]");
        if (form.contains("user[email]")) found->email = one(form, "user[email]");
        if (one(form, "user[event]") == "suspend") found->suspended = true;
        if (one(form, "user[event]") == "unsuspend") found->suspended = false;
    }
    return canvas_answer(200, json({{"id", found->id},
                                    {"name", found->name},
                                    {"sortable_name", found->sortable_name},
                                    {"email", found->email},
                                    {"sis_user_id", or_null(found->sis_id)}}));
}

HttpAnswer CanvasDouble::on_logins(const std::string& id, const Fields& form) {
    CanvasUser* found = user(id.substr(1));
    if (form.contains("login[unique_id]")) found->login = one(form, "login[unique_id]");
    if (form.contains("login[sis_user_id]")) found->sis_id = one(form, "login[sis_user_id]");
    return canvas_answer(200, json({{"id", id}, {"unique_id", found->login}}));
}

HttpAnswer CanvasDouble::make_user(const Fields& form) {
    const auto login = one(form, "pseudonym[unique_id]");
    if (std::ranges::find(users, login, &CanvasUser::login) != users.end()) {
        return canvas_answer(
            400,
            R"({"errors":{"user":{"pseudonyms":[{"attribute":"pseudonyms","type":"invalid","message":"invalid"}]},"pseudonym":{"unique_id":[{"attribute":"unique_id","type":"taken","message":"ID already in use for this account"}]}}})");
    }
    users.push_back({fresh(), one(form, "pseudonym[sis_user_id]"), one(form, "user[name]"),
                     one(form, "user[sortable_name]"), one(form, "communication_channel[address]"), login});
    return canvas_answer(200, json({{"id", users.back().id}}));
}

std::string CanvasDouble::text(const CanvasPlace& place) {
    const CanvasUser* who = user(place.user);
    const auto grades = json({{"final_score", number(place.final_score)},
                              {"current_score", number(place.current_score)},
                              {"final_grade", or_null(place.final_grade)}});
    return json({{"id", place.id},
                 {"user_id", place.user},
                 {"course_section_id", place.section},
                 {"enrollment_state", place.state},
                 {"sis_user_id", or_null(who->sis_id)},
                 {"grades", grades},
                 {"user", json({{"login_id", who->login}})}});
}

HttpAnswer CanvasDouble::on_enrolments(const CanvasCourse& course, const std::vector<std::string>& path,
                                       const Fields& query, const Fields& form, const HttpRequest& request) {
    if (request.method == "POST") return enrol(course, {}, form);
    if (request.method == "GET") {
        std::vector<std::string> rows;
        for (const CanvasPlace& place : places) {
            if (place.course != course.id || !holds(query, "state[]", place.state)) continue;
            if (query.contains("sis_user_id[]") && user(place.user)->sis_id != one(query, "sis_user_id[]")) continue;
            rows.push_back(text(place));
        }
        return listed(rows, query, request);
    }
    const auto place = std::ranges::find(places, path[3], &CanvasPlace::id);
    if (place == places.end()) return canvas_answer(404, R"({"message":"not found"})");
    if (request.method == "PUT") {
        if (place->state != "inactive") return canvas_answer(400, R"({"error":"enrollment not inactive"})");
        place->state = "active";
    } else {
        const auto task = one(query, "task");
        place->state = task == "delete" ? "deleted" : task == "inactivate" ? "inactive" : "completed";
    }
    const auto answer = canvas_answer(200, text(*place));
    if (place->state == "deleted") places.erase(place);
    return answer;
}

HttpAnswer CanvasDouble::enrol(const CanvasCourse& course, const std::string& section, const Fields& form) {
    const CanvasUser* who = user(one(form, "enrollment[user_id]"));
    if (who == nullptr)
        return canvas_answer(404, R"({"errors":[{"message":"The specified resource does not exist."}]})");
    if (course.state == "completed")
        return canvas_answer(403, R"({"message":"Can't add an enrollment to a concluded course."})");
    const auto told = one(form, "enrollment[enrollment_state]");
    const auto state = told == "active" || told == "inactive" ? told : std::string("invited");
    const auto where = section.empty() ? std::ranges::find(sections, course.id, &CanvasSection::course)->id : section;
    const auto same = std::ranges::find_if(
        places, [&](const CanvasPlace& place) { return place.user == who->id && place.section == where; });
    if (same != places.end()) {  // the same row again
        same->state = state;
        return canvas_answer(200, text(*same));
    }
    places.push_back({fresh(), who->id, course.id, where, state});
    return canvas_answer(200, text(places.back()));
}

// Strictly after graded_since, ungraded work dropped by it, in the order of grading.
HttpAnswer CanvasDouble::submissions(const CanvasCourse& course, const Fields& query,
                                     const HttpRequest& request) const {
    auto all = works;
    std::ranges::stable_sort(all, {}, &CanvasWork::graded_at);
    std::vector<std::string> rows;
    for (const CanvasWork& work : all) {
        const auto since = one(query, "graded_since");
        if (work.course != course.id || (!since.empty() && work.graded_at <= since)) continue;
        const auto who = std::ranges::find(users, work.user, &CanvasUser::id);
        rows.push_back(json({{"id", work.id},
                             {"user_id", work.user},
                             {"assignment_id", work.assignment},
                             {"score", number(work.excused ? "" : work.score)},
                             {"grade", or_null(work.excused ? "" : work.grade)},
                             {"workflow_state", work.graded_at.empty() ? "submitted" : "graded"},
                             {"graded_at", or_null(work.graded_at)},
                             {"posted_at", or_null(work.posted_at)},
                             {"grade_matches_current_submission", work.matches ? "true" : "false"},
                             {"excused", work.excused ? "true" : "false"},
                             {"attempt", number(std::to_string(work.attempt))},
                             {"assignment", json({{"points_possible", "#10.0"}, {"grading_type", work.type}})},
                             {"user", json({{"sis_user_id", or_null(who->sis_id)}, {"login_id", who->login}})}}));
    }
    return listed(rows, query, request);
}

}  // namespace provost::lms
