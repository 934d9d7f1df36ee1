// A Canvas that answers from memory: as much of its REST API as the adapter uses, with its habits (invites unless told
// to enrol, concludes unless told what to do, pages by links).
#pragma once

#include <provost/lms/exchange.hpp>

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace provost::lms {

struct CanvasUser {
    std::string id, sis_id, name, sortable_name, email, login;
    bool suspended = false;
};
struct CanvasCourse {
    std::string id{}, sis_id{}, name{}, code{}, state = "available", starts_at{};
};
struct CanvasSection {
    std::string id, course, name;
};
struct CanvasPlace {
    std::string id, user, course, section, state;
    std::string final_score{}, current_score{}, final_grade{};
};
struct CanvasWork {
    std::string id, user, course, assignment, score, grade, graded_at, posted_at = "2026-01-01T00:00:00Z",
                                                                       type = "points";
    bool matches = true, excused = false;
    int attempt = 1;
};

class CanvasDouble {
public:
    std::vector<CanvasUser> users;
    std::vector<CanvasCourse> courses;
    std::vector<CanvasSection> sections;
    std::vector<CanvasPlace> places;
    std::vector<CanvasWork> works;
    std::vector<HttpRequest> asked;
    std::size_t page = 100;
    std::string date = "Fri, 27 Nov 2026 18:44:06 GMT";
    /// Answers in place of the double when it gives something; told before what is asked is done.
    std::function<std::optional<HttpAnswer>(const HttpRequest&)> before;
    /// The same after it was done.
    std::function<std::optional<HttpAnswer>(const HttpRequest&)> after;

    [[nodiscard]] HttpAnswer answer(const HttpRequest& request);

    /// A course with one section of its own name.
    void add_course(const std::string& id, const std::string& sis_id);

private:
    using Fields = std::multimap<std::string, std::string>;
    [[nodiscard]] HttpAnswer route(const std::vector<std::string>& path, const Fields& query, const Fields& form,
                                   const HttpRequest& request);
    [[nodiscard]] HttpAnswer on_users(const std::vector<std::string>& path, const Fields& form,
                                      const std::string& method);
    [[nodiscard]] HttpAnswer make_user(const Fields& form);
    [[nodiscard]] HttpAnswer on_logins(const std::string& id, const Fields& form);
    [[nodiscard]] HttpAnswer on_enrolments(const CanvasCourse& course, const std::vector<std::string>& path,
                                           const Fields& query, const Fields& form, const HttpRequest& request);
    [[nodiscard]] HttpAnswer enrol(const CanvasCourse& course, const std::string& section, const Fields& form);
    [[nodiscard]] HttpAnswer listed(std::vector<std::string> rows, const Fields& query,
                                    const HttpRequest& request) const;
    [[nodiscard]] HttpAnswer submissions(const CanvasCourse& course, const Fields& query,
                                         const HttpRequest& request) const;
    [[nodiscard]] CanvasUser* user(const std::string& name);
    [[nodiscard]] CanvasCourse* course(const std::string& name);
    [[nodiscard]] std::string text(const CanvasPlace& place);
    [[nodiscard]] std::string fresh() { return std::to_string(++last_id_); }

    std::int64_t last_id_ = 9000;
};

[[nodiscard]] HttpAnswer canvas_answer(std::int64_t status, std::string body,
                                       std::string type = "application/json; charset=utf-8");

}  // namespace provost::lms
