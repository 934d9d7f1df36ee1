// What a reply means is a table of errorcodes: messages are in the language of the account, classes of exceptions
// differ between releases.
#include "lms/moodle_calls.hpp"

#include <array>

namespace provost::lms {

namespace {

constexpr std::size_t largest = 64U << 20U;  // an answer may be a whole grade book
constexpr std::int64_t own_fields = 4;       // token, function, format, raw text
// So many refusals in a row, and it is not the things that are at fault: the rest is left for another time.
constexpr int most_refusals = 24;

constexpr auto moodle_errors = std::to_array<MoodleErrorRow>({
    {"invalidtoken", ErrorClass::auth, false},
    {"wsaccessusersuspended", ErrorClass::auth, false},
    {"wsaccessuserdeleted", ErrorClass::auth, false},
    {"wsaccessuserexpired", ErrorClass::auth, false},
    // Five causes say this, among them a token that expires with this very call; the next one says invalidtoken.
    {"accessexception", ErrorClass::forbidden, false},
    {"nopermissions", ErrorClass::forbidden, false},
    {"requireloginerror", ErrorClass::forbidden, false},
    {"enablewsdescription", ErrorClass::forbidden, false},
    {"wsusercannotassign", ErrorClass::forbidden, true},
    {"wscannotenrol", ErrorClass::forbidden, true},
    {"wscannotunenrol", ErrorClass::forbidden, true},
    {"errorcoursecontextnotvalid", ErrorClass::forbidden, true},
    {"invalidrecord", ErrorClass::not_found, true},
    {"invalidrecordunknown", ErrorClass::not_found, true},
    {"invaliduser", ErrorClass::not_found, true},
    {"userdeleted", ErrorClass::not_found, true},
    {"invalidcourseid", ErrorClass::not_found, true},
    {"invaliduserid", ErrorClass::not_found, true},
    {"usernotenroled", ErrorClass::not_found, true},
    {"invalidparameter", ErrorClass::invalid, true},
    {"wsnoinstance", ErrorClass::invalid, true},
    {"suspended", ErrorClass::invalid, true},
    {"idnumbertaken", ErrorClass::conflict, true},
    {"dmlwriteexception", ErrorClass::conflict, true},
    {"manualpluginnotinstalled", ErrorClass::unsupported, false},
    {"sitemaintenance", ErrorClass::transient, false},
    {"upgraderunning", ErrorClass::transient, false},
    {"dbconnectionfailed", ErrorClass::transient, false},
    {"dmlreadexception", ErrorClass::transient, false},
    {"ddltablenotexist", ErrorClass::transient, false},
    {"cannotwritetoserver", ErrorClass::transient, false},
    {"requestratelimitexceeded", ErrorClass::rate_limited, false},
});

std::string_view header(const HttpAnswer& answer, std::string_view name) {
    for (const HttpHeader& line : answer.headers) {
        const bool same = std::ranges::equal(line.name, name, [](char a, char b) { return (a | 0x20) == (b | 0x20); });
        if (same) return line.value;
    }
    return {};
}

MoodleReply wrong(ErrorClass error, std::string problem) {
    MoodleReply reply;
    reply.error = error;
    reply.problem = std::move(problem);
    return reply;
}

// A read can be repeated; of a change nobody knows what it did.
MoodleReply torn(bool changes, const std::string& problem) {
    return wrong(changes ? ErrorClass::unknown_outcome : ErrorClass::transient, problem);
}

MoodleReply by_status(const HttpAnswer& answer, bool changes) {
    const auto status = answer.status;
    const std::string words = "HTTP " + std::to_string(status);
    if (status == 401) return wrong(ErrorClass::auth, words);
    if (status == 403) return wrong(ErrorClass::forbidden, words + ": web services are switched off, or refused");
    if (status == 404) return wrong(ErrorClass::forbidden, words + ": there is no Moodle at this address");
    if (status >= 300 && status < 400) return wrong(ErrorClass::forbidden, words + ": the site has another address");
    if (status == 429) {
        MoodleReply reply = wrong(ErrorClass::rate_limited, words);
        if (const auto wait = whole(header(answer, "retry-after"))) reply.retry_after = *wait * 1000;
        return reply;
    }
    if (status == 413) {
        MoodleReply reply = wrong(ErrorClass::invalid, words);
        reply.of_item = true;
        return reply;
    }
    return torn(changes, words);
}

}  // namespace

MoodleErrorRow moodle_error(std::string_view code) {
    const auto* row = std::ranges::find(moodle_errors, code, &MoodleErrorRow::code);
    // Hundreds of others can come; nearly all of them speak of values, even those that are a piece of HTML.
    return row == moodle_errors.end() ? MoodleErrorRow{code, ErrorClass::invalid, true} : *row;
}

MoodleReply reply_of(const HttpAnswer& answer, bool changes) {
    if (answer.transported == Transported::not_sent) return wrong(ErrorClass::transient, "The LMS was not reached.");
    if (answer.transported == Transported::answer_lost) return torn(changes, "The answer was lost.");
    if (answer.status != 200) return by_status(answer, changes);
    auto body = read_json_tree(answer.body, largest);
    if (!body) return torn(changes, "The answer is not JSON.");
    if (!body->has("exception")) {
        MoodleReply reply;
        reply.body = std::move(*body);
        return reply;
    }
    const std::string& code = (*body)["errorcode"].text;
    const MoodleErrorRow row = moodle_error(code);
    MoodleReply reply = wrong(row.error, shortened(words_of(code), 200));
    // What it says is kept for a person to read; only the code is compared.
    const std::string said = words_of((*body)["message"].text);
    if (!said.empty() && said != reply.problem) reply.problem += ": " + shortened(said, 250);
    reply.code = code;
    reply.of_item = row.of_item;
    return reply;
}

void MoodleCalls::call(std::string_view function, const Form& form, bool changes, Then then) {
    Form head;
    head.add("wsfunction", function);
    head.add("moodlewsrestformat", "json");
    // Names of courses come as they are, and not as HTML.
    head.add("moodlewssettingraw", "1");
    HttpRequest request;
    request.id = "m" + std::to_string(next_++);
    request.method = "POST";
    request.path = "/webservice/rest/server.php";
    request.headers.push_back({"Content-Type", "application/x-www-form-urlencoded"});
    request.body = head.body() + (form.body().empty() ? "" : "&") + form.body();
    request.secret = SecretPlace::form_field;
    request.secret_field = "wstoken";
    request.changes = changes;
    open_.emplace(request.id, Open{changes, std::move(then)});
    ready_.push_back(std::move(request));
}

void MoodleCalls::answer(const HttpAnswer& answer) {
    const auto found = open_.find(answer.id);
    if (found == open_.end()) return;
    const Open open = std::move(found->second);
    open_.erase(found);
    open.then(reply_of(answer, open.changes));
}

void MoodleCalls::bulk(Bulk bulk, std::vector<std::size_t> things, std::int64_t most_things) {
    const auto shared = std::make_shared<Bulk>(std::move(bulk));
    const auto most = static_cast<std::size_t>(most_things > 0 ? most_things : batch_);
    std::vector<std::size_t> gathered;
    std::int64_t fields = own_fields;
    for (const std::size_t thing : things) {
        Form alone;
        shared->write(alone, 0, thing);
        if (!gathered.empty() && (gathered.size() == most || fields + alone.fields() > most_fields_)) {
            send(shared, std::exchange(gathered, {}));
            fields = own_fields;
        }
        gathered.push_back(thing);
        fields += alone.fields();
    }
    if (!gathered.empty()) send(shared, std::move(gathered));
}

void MoodleCalls::refuse(Bulk& bulk, const std::vector<std::size_t>& things, const MoodleReply& reply) {
    MoodleReply left = reply;
    if (things.size() > 1 && reply.of_item) {
        left.error = ErrorClass::transient;
        left.problem = shortened("Left for another time, too many were refused: " + reply.problem, 500);
    }
    for (const std::size_t thing : things) bulk.refused(thing, left);
}

void MoodleCalls::send(const std::shared_ptr<Bulk>& bulk, std::vector<std::size_t> things) {
    Form form;
    for (std::size_t at = 0; at < things.size(); ++at) bulk->write(form, at, things[at]);
    call(bulk->function, form, bulk->changes, [this, bulk, things](const MoodleReply& reply) {
        if (reply.is_right()) {
            bulk->refusals = 0;
            for (std::size_t at = 0; at < things.size(); ++at) bulk->done(at, things[at], reply);
            return;
        }
        const bool halve = reply.of_item && things.size() > 1 && ++bulk->refusals < most_refusals;
        if (!halve) return refuse(*bulk, things, reply);
        const auto middle = things.begin() + static_cast<std::ptrdiff_t>(things.size() / 2);
        send(bulk, {things.begin(), middle});
        send(bulk, {middle, things.end()});
    });
}

}  // namespace provost::lms
