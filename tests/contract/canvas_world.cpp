// The adapter for Canvas keeps the contract.
#include "canvas_double.hpp"
#include "lms/canvas.hpp"
#include "lms_contract.hpp"

#include <doctest/doctest.h>

namespace provost::contract {

namespace {

class CanvasWorld final : public LmsWorld {
public:
    [[nodiscard]] lms::Adapter& adapter() override { return *adapter_; }
    void restart() override { adapter_ = lms::make_canvas({}); }
    [[nodiscard]] lms::HttpAnswer serve(const lms::HttpRequest& request) override {
        auto answer = canvas_.answer(request);
        for (const auto& place : canvas_.places) {  // who is in a course, and in which of its groups
            const auto key = place.user + " " + place.course;
            if (place.state == "active" && !is_default(place.section)) grouped_.insert(key);
        }
        for (const auto& key : grouped_) {
            const bool is_in_one = std::ranges::any_of(canvas_.places, [&](const auto& place) {
                return place.user + " " + place.course == key && place.state == "active" && !is_default(place.section);
            });
            if (!is_in_one) without_group_ = true;
        }
        return answer;
    }
    [[nodiscard]] lms::HttpAnswer throttled(const lms::HttpRequest& request) override {
        auto answer = lms::canvas_answer(403, "403 Forbidden (Rate Limit Exceeded)", "text/plain");
        answer.id = request.id;
        return answer;
    }
    [[nodiscard]] bool quirk(LmsQuirk quirk) override;

    void add_course(const std::string& course, const std::string& name) override {
        const auto id = std::to_string(10 + 10 * canvas_.courses.size());
        canvas_.add_course(id, course);
        canvas_.courses.back().name = name;
    }
    void add_account(const std::string& learner, const std::string& login, const std::string& email) override {
        canvas_.users.push_back({"u" + learner, learner, login, login, email, login});
    }
    void enrol_by_hand(const std::string& course, const std::string& learner) override {
        const auto* where = course_of(course);
        const auto section = std::ranges::find(canvas_.sections, where->id, &lms::CanvasSection::course)->id;
        canvas_.places.push_back({"p" + learner, user_of(learner)->id, where->id, section, "active"});
    }

    [[nodiscard]] std::size_t accounts() override { return canvas_.users.size(); }
    [[nodiscard]] lms::Access access(const std::string& course, const std::string& learner) override {
        auto access = lms::Access::absent;
        for (const auto& place : places_of(course, learner)) {
            if (place.state == "active") return lms::Access::active;
            access = lms::Access::suspended;
        }
        return access;
    }
    [[nodiscard]] std::set<std::string> groups(const std::string& course, const std::string& learner) override {
        std::set<std::string> names;
        for (const auto& place : places_of(course, learner)) {
            if (!is_default(place.section)) {
                names.insert(std::ranges::find(canvas_.sections, place.section, &lms::CanvasSection::id)->name);
            }
        }
        return names;
    }
    [[nodiscard]] std::string family_name(const std::string& learner) override {
        const auto& name = user_of(learner)->sortable_name;
        return name.substr(0, name.find(", Given "));
    }
    [[nodiscard]] bool was_without_group() override { return without_group_; }
    [[nodiscard]] bool has_duplicates() override {
        std::map<std::string, int> seen;
        for (const auto& user : canvas_.users) ++seen[user.sis_id];
        for (const auto& place : canvas_.places) ++seen[place.user + " in " + place.section];
        return std::ranges::any_of(seen, [](const auto& row) { return row.second > 1; });
    }

private:
    [[nodiscard]] const lms::CanvasCourse* course_of(const std::string& course) const {
        const auto found = std::ranges::find(canvas_.courses, course, &lms::CanvasCourse::sis_id);
        return found == canvas_.courses.end() ? nullptr : &*found;
    }
    [[nodiscard]] const lms::CanvasUser* user_of(const std::string& learner) const {
        const auto found = std::ranges::find(canvas_.users, learner, &lms::CanvasUser::sis_id);
        return found == canvas_.users.end() ? nullptr : &*found;
    }
    [[nodiscard]] std::vector<lms::CanvasPlace> places_of(const std::string& course, const std::string& learner) const {
        std::vector<lms::CanvasPlace> places;
        const auto* where = course_of(course);
        const auto* who = user_of(learner);
        for (const auto& place : canvas_.places) {
            if (where != nullptr && who != nullptr && place.course == where->id && place.user == who->id)
                places.push_back(place);
        }
        return places;
    }
    [[nodiscard]] bool is_default(const std::string& section) const {
        const auto found = std::ranges::find(canvas_.sections, section, &lms::CanvasSection::id);
        return found->name == "Course " + found->course;
    }

    lms::CanvasDouble canvas_;
    std::unique_ptr<lms::Adapter> adapter_ = lms::make_canvas({});
    std::set<std::string> grouped_;
    bool without_group_ = false;
};

bool CanvasWorld::quirk(LmsQuirk quirk) {
    if (quirk == LmsQuirk::expired_token) {
        canvas_.before = [](const lms::HttpRequest&) {
            auto answer = lms::canvas_answer(401, R"({"errors":[{"message":"Invalid access token."}]})");
            answer.headers.push_back({"WWW-Authenticate", "Bearer realm=\"canvas-lms\""});
            return std::optional(answer);
        };
        return true;
    }
    if (quirk == LmsQuirk::missing_right) {
        canvas_.before = [](const lms::HttpRequest& request) -> std::optional<lms::HttpAnswer> {
            if (!request.changes || request.path.find("/enrollments") == std::string::npos) return std::nullopt;
            return lms::canvas_answer(401, R"({"status":"unauthorized","errors":[{"message":"user not authorized"}]})");
        };
        return true;
    }
    if (quirk == LmsQuirk::copied_site) {  // whoever had a number hands it on to the next
        const auto moved = [](std::string& id) { id = id == "10" ? "20" : id == "20" ? "10" : id; };
        for (auto& course : canvas_.courses) moved(course.id);
        for (auto& section : canvas_.sections) moved(section.course);
        for (auto& place : canvas_.places) moved(place.course);
        return true;
    }
    return false;
}

}  // namespace

}  // namespace provost::contract

TEST_CASE("the adapter for Canvas keeps the contract") {
    provost::contract::check_lms([] { return std::make_unique<provost::contract::CanvasWorld>(); });
}
