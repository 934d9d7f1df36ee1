// Rows of Moodle's grade book as results.
#include "lms/moodle_listing.hpp"

namespace provost::lms {

namespace {

std::optional<Instant> at_second(std::int64_t count) {
    if (count <= 0) return std::nullopt;
    const Instant at{std::chrono::seconds(count)};
    return can_be_written(at) ? std::optional(at) : std::nullopt;
}

// A grade that is hidden is not given yet: its teacher will show it.
bool is_hidden(const JsonTree& item) { return is_true(item["gradeishidden"]) || is_true(item["gradehiddenbydate"]); }

bool is_there(const JsonTree& item) { return !item["graderaw"].is(JsonTree::Kind::null); }

bool is_given(const JsonTree& item) { return !is_hidden(item) && is_there(item); }

bool is_total(const JsonTree& item) { return item["itemtype"].text == "course"; }

bool is_graded_item(const JsonTree& item) {
    const std::string& type = item["itemtype"].text;
    return type != "course" && type != "category";
}

ObservedResult result_of(const JsonTree& user, const JsonTree& item, const std::string& login,
                         const ListedCourse& course, std::int64_t at) {
    ObservedResult result;
    const std::string& raw = item["graderaw"].text;
    result.event_id = shortened(
        "g-" + course.id + "-" + item["id"].text + "-" + user["userid"].text + "-" + std::to_string(at) + "-" + raw,
        200);
    result.course = course.key;
    if (!is_total(item)) {
        const std::string& number = item["idnumber"].text;
        result.item = shortened(number.empty() ? item["id"].text : number, 100);
    }
    result.learner = shortened(user["useridnumber"].text, 100);
    result.login = shortened(login, 100);
    // The word of a scale, or the number as the site shows it: with an icon before it, when there is a pass mark.
    result.grade = shortened(words_of(item["gradeformatted"].text), 100);
    result.score = web_number(raw);
    result.most = web_number(item["grademax"].text);
    result.at = at_second(at);
    return result;
}

// When an item was graded. The total is worked out anew whenever an item is added: that is no new result.
std::int64_t graded_at(const JsonTree& item, std::int64_t latest) {
    const bool by_items = is_total(item) && latest > 0;
    return by_items ? latest : whole(item["gradedategraded"].text).value_or(0);
}

// Showing a grade does not move the moment at which it was given, so the next listing has to begin before it.
void note_hidden(const JsonTree& user, std::int64_t latest, ListedCourse& course) {
    for (const JsonTree& item : user["gradeitems"].items) {
        const auto at = graded_at(item, latest);
        if (!is_hidden(item) || !is_there(item) || at <= 0) continue;
        course.hidden = course.hidden == 0 ? at : std::min(course.hidden, at);
    }
}

}  // namespace

void read_grades(const JsonTree& user, const std::string& login, std::int64_t since, ListedCourse& course,
                 std::vector<ObservedResult>& results) {
    std::int64_t latest = 0;
    bool all_given = true;
    bool something_new = since <= 0;
    for (const JsonTree& item : user["gradeitems"].items) {
        if (!is_graded_item(item)) continue;
        all_given = all_given && is_given(item);
        const auto at = whole(item["gradedategraded"].text).value_or(0);
        latest = std::max(latest, at);
        something_new = something_new || at >= since;
    }
    course.latest = std::max(course.latest, latest);
    note_hidden(user, latest, course);
    if (!something_new) return;
    for (const JsonTree& item : user["gradeitems"].items) {
        if (!is_given(item)) continue;
        const auto at = graded_at(item, latest);
        if (!is_total(item) && at > 0 && at < since) continue;
        ObservedResult result = result_of(user, item, login, course, at);
        result.all_items_graded = all_given;
        results.push_back(std::move(result));
    }
}

}  // namespace provost::lms
