// The Moodle of the tests: its forms, its manners, accounts and courses.
#include "moodle_double.hpp"
#include "moodle_manners.hpp"

namespace provost::contract {

namespace {

constexpr auto functions_of_the_service = {"core_webservice_get_site_info",
                                           "core_user_get_users_by_field",
                                           "core_user_create_users",
                                           "core_user_update_users",
                                           "core_course_get_courses",
                                           "core_course_get_courses_by_field",
                                           "enrol_manual_enrol_users",
                                           "enrol_manual_unenrol_users",
                                           "core_enrol_get_enrolled_users",
                                           "core_group_get_course_groups",
                                           "core_group_create_groups",
                                           "core_group_add_group_members",
                                           "core_group_delete_group_members",
                                           "core_cohort_search_cohorts",
                                           "core_cohort_add_cohort_members",
                                           "core_cohort_delete_cohort_members",
                                           "core_cohort_get_cohort_members",
                                           "gradereport_user_get_grade_items",
                                           "core_completion_get_course_completion_status"};

std::string decoded(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        int byte = 0;
        if (text[i] == '%' && i + 2 < text.size()) {
            std::from_chars(text.data() + i + 1, text.data() + i + 3, byte, 16);
            out += static_cast<char>(byte);
            i += 2;
        } else {
            out += text[i] == '+' ? ' ' : text[i];
        }
    }
    return out;
}

}  // namespace

FormTree::FormTree() = default;

const FormTree& FormTree::operator[](const std::string& name) const {
    static const FormTree nothing;
    const auto found = std::ranges::find(parts, name, &std::pair<std::string, FormTree>::first);
    return found == parts.end() ? nothing : found->second;
}

FormTree& FormTree::add(const std::string& name) {
    const auto found = std::ranges::find(parts, name, &std::pair<std::string, FormTree>::first);
    return found == parts.end() ? parts.emplace_back(name, FormTree{}).second : found->second;
}

FormTree read_form(std::string_view body, std::size_t most) {
    FormTree form;
    for (std::size_t fields = 0; !body.empty() && fields < most; ++fields) {
        const auto field = body.substr(0, body.find('&'));
        body.remove_prefix(std::min(body.size(), field.size() + 1));
        const auto equals = field.find('=');
        std::string name = decoded(field.substr(0, equals));
        std::ranges::replace(name, '[', '.');
        std::erase(name, ']');
        FormTree* place = &form;
        for (std::size_t from = 0; from <= name.size();) {
            const auto dot = std::min(name.find('.', from), name.size());
            place = &place->add(name.substr(from, dot - from));
            from = dot + 1;
        }
        place->value = equals == field.npos ? std::string() : decoded(field.substr(equals + 1));
    }
    return form;
}

int MoodleDouble::user_of(const std::string& id_number) const {
    for (const auto& [id, user] : users) {
        if (user.id_number == id_number) return id;
    }
    return 0;
}

int MoodleDouble::course_of(const std::string& id_number) const {
    for (const auto& [id, course] : courses) {
        if (course.id_number == id_number) return id;
    }
    return 0;
}

lms::HttpAnswer MoodleDouble::serve(const lms::HttpRequest& request) {
    lms::HttpAnswer answer;
    answer.id = request.id;
    answer.status = 200;
    answer.headers.push_back({"Content-Type", "application/json"});
    // The token is the transport's to add: it must not be in the request.
    std::string body = request.body + "&" + request.secret_field + "=" + token;
    const auto form = read_form(body, most_fields);
    const auto before = *this;
    try {
        if (request.body.find("wstoken") != request.body.npos || token != "secret") {
            throw MoodleException{"invalidtoken"};
        }
        if (form["moodlewsrestformat"].value != "json") throw MoodleException{"format"};
        calls.push_back(form["wsfunction"].value);
        answer.body = dispatch(form["wsfunction"].value, form);
    } catch (const MoodleException& thrown) {
        *this = before;
        answer.body = R"({"exception":"core\\exception\\moodle_exception","errorcode":)" + quoted(thrown.code) +
                      R"(,"message":"in the language of the account"})";
    }
    return answer;
}

std::string MoodleDouble::dispatch(const std::string& function, Form form) {
    if (function == "core_webservice_get_site_info") return site_info();
    if (function == "core_user_create_users") return create_users(form);
    if (function == "core_user_update_users") return update_users(form);
    if (function == "core_user_get_users_by_field") return users_by_field(form);
    if (function == "core_course_get_courses") return all_courses();
    if (function == "core_course_get_courses_by_field") return courses_by_field(form);
    if (function == "enrol_manual_enrol_users") return enrol(form);
    if (function == "enrol_manual_unenrol_users") return unenrol(form);
    if (function == "core_enrol_get_enrolled_users") return enrolled(form);
    if (function == "core_group_get_course_groups") return course_groups(form);
    if (function == "core_group_create_groups") return create_groups(form);
    if (function == "core_group_add_group_members") return group_members(form, true);
    if (function == "core_group_delete_group_members") return group_members(form, false);
    if (function == "core_cohort_search_cohorts") return search_cohorts(form);
    if (function == "core_cohort_add_cohort_members") return cohort_members(form, true);
    if (function == "core_cohort_delete_cohort_members") return cohort_members(form, false);
    if (function == "core_cohort_get_cohort_members") return list_cohort(form);
    if (function == "gradereport_user_get_grade_items") return grade_items(form);
    if (function == "core_completion_get_course_completion_status") return completion(form);
    throw MoodleException{"invalidrecord"};
}

std::string MoodleDouble::site_info() const {
    std::string functions;
    for (const auto* name : functions_of_the_service) {
        functions += std::string(functions.empty() ? "" : ",") + "{\"name\":\"" + name + "\"}";
    }
    return R"({"siteurl":"https://moodle.example","release":"4.5","username":"provost","functions":[)" + functions +
           "]}";
}

std::string MoodleDouble::create_users(Form form) {
    std::string made;
    for (const auto& [at, element] : form["users"].parts) {
        const User user{must(element, "username"), must(element, "email"),    must(element, "firstname"),
                        must(element, "lastname"), element["idnumber"].value, false};
        const bool upper = std::ranges::any_of(user.username, [](char c) { return c >= 'A' && c <= 'Z'; });
        if (upper || user.username.empty() || !element.has("createpassword") || element.has("password")) {
            throw MoodleException{"invalidparameter"};
        }
        for (const auto& [id, other] : users) {
            if (other.username == user.username || other.email == user.email) throw MoodleException{"invalidparameter"};
        }
        users[next_id] = user;
        made += (made.empty() ? "" : ",") + (R"({"id":)" + std::to_string(next_id++) + R"(,"username":)") +
                quoted(user.username) + "}";
    }
    return "[" + made + "]";
}

bool FormTree::has(const std::string& name) const {
    return std::ranges::find(parts, name, &std::pair<std::string, FormTree>::first) != parts.end();
}

std::string MoodleDouble::update_users(Form form) {
    std::string warnings;
    for (const auto& part : form["users"].parts) {
        const FormTree& element = part.second;
        const auto found = users.find(number_of(must(element, "id")));
        const bool taken = std::ranges::any_of(users, [&](const auto& other) {
            return element.has("username") && other.second.username == element["username"].value;
        });
        if (found == users.end() || taken) {
            warnings += (warnings.empty() ? "" : ",") + (R"({"item":"user","itemid":)" + element["id"].value) +
                        R"(,"warningcode":")" + (taken ? "dmlwriteexception" : "invaliduserid") + R"("})";
            continue;
        }
        const auto change = [&](const char* name, std::string& member) {
            if (element.has(name)) member = must(element, name);
        };
        change("username", found->second.username);
        change("email", found->second.email);
        change("firstname", found->second.first_name);
        change("lastname", found->second.last_name);
        change("idnumber", found->second.id_number);
        if (element.has("suspended")) found->second.suspended = element["suspended"].value == "1";
    }
    return R"({"warnings":[)" + warnings + "]}";
}

std::string MoodleDouble::users_by_field(Form form) const {
    const std::string& field = form["field"].value;
    std::set<std::string> values;
    for (const auto& [at, element] : form["values"].parts) values.insert(element.value);
    return listed(users, [&](int id, const User& user) {
        const std::string has = field == "idnumber"   ? user.id_number
                                : field == "username" ? user.username
                                : field == "email"    ? user.email
                                : field == "id"       ? std::to_string(id)
                                                      : throw MoodleException{"codingerror"};
        if (!values.contains(has)) return std::string();
        return R"({"id":)" + std::to_string(id) + R"(,"username":)" + quoted(user.username) + R"(,"email":)" +
               quoted(user.email) + R"(,"firstname":)" + quoted(user.first_name) + R"(,"lastname":)" +
               quoted(user.last_name) +
               (shows_id_numbers ? R"(,"idnumber":)" + quoted(user.id_number) : std::string()) + R"(,"suspended":)" +
               (user.suspended ? "true}" : "false}");
    });
}

namespace {

std::string course_row(int id, const MoodleDouble::Course& course, bool raw) {
    return R"({"id":)" + std::to_string(id) + R"(,"format":"topics","shortname":"C)" + std::to_string(id) +
           R"(","idnumber":)" + quoted(course.id_number) + R"(,"fullname":)" +
           quoted(raw ? course.name : escaped(course.name)) + R"(,"startdate":1767225600,"enddate":0})";
}

}  // namespace

std::string MoodleDouble::all_courses() const {
    const auto rows = listed(courses, [](int id, const Course& course) { return course_row(id, course, true); });
    return R"([{"id":1,"format":"site","fullname":"The site","shortname":"site","idnumber":""},)" + rows.substr(1);
}

std::string MoodleDouble::courses_by_field(Form form) const {
    const std::string& field = form["field"].value;
    const std::string value = form["value"].value;
    const bool raw = form["moodlewssettingraw"].value == "1";
    const auto rows = listed(courses, [&](int id, const Course& course) {
        const bool fits = field == "idnumber" ? course.id_number == value
                          : field == "id"     ? std::to_string(id) == value
                                              : ("," + value + ",").find("," + std::to_string(id) + ",") != value.npos;
        return fits ? course_row(id, course, raw) : std::string();
    });
    return R"({"courses":)" + rows + R"(,"warnings":[]})";
}

}  // namespace provost::contract
