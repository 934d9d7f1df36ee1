// Answers of Canvas. Which class an error has is said by a table, so that a wrong guess is set right in one place.
#include "lms/canvas_answers.hpp"

#include "lms/http_text.hpp"
#include "lms/web_text.hpp"

namespace provost::lms {

namespace {

constexpr int locked_out_after = 10;
constexpr std::size_t longest_problem = 400;

struct ErrorRow {
    int from, to;                   // statuses
    std::string_view content_type;  // that the answer's begins with; empty: any
    std::string_view words;         // that stand in its body, in lower case; empty: any
    bool asks_for_token;            // it has the header WWW-Authenticate
    ErrorClass error;
};

// The first row that fits counts. Canvas throttles with 403 in plain text, its own pages say 429.
constexpr auto errors = std::to_array<ErrorRow>({
    {403, 403, "text/plain", "rate limit exceeded", false, ErrorClass::rate_limited},
    {429, 429, "", "", false, ErrorClass::rate_limited},
    {401, 401, "", "", true, ErrorClass::auth},
    {401, 401, "", "", false, ErrorClass::forbidden},
    {403, 403, "", "", false, ErrorClass::forbidden},
    {404, 404, "", "", false, ErrorClass::not_found},
    {408, 408, "", "", false, ErrorClass::transient},
    {409, 409, "", "", false, ErrorClass::conflict},
    {400, 422, "", "taken", false, ErrorClass::conflict},
    {400, 422, "", "already in use", false, ErrorClass::conflict},
    {400, 422, "", "already claimed", false, ErrorClass::conflict},
    {400, 422, "", "already belongs to", false, ErrorClass::conflict},
    {400, 422, "", "not inactive", false, ErrorClass::conflict},
    {400, 422, "", "permission", false, ErrorClass::forbidden},
    {400, 499, "", "", false, ErrorClass::invalid},
    {503, 503, "", "", false, ErrorClass::transient},
});

std::string in_lower_case(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return out;
}

ErrorClass class_of(const HttpRequest& request, const HttpAnswer& answer) {
    const auto type = in_lower_case(header_of(answer, "Content-Type"));
    const auto body = in_lower_case(std::string_view(answer.body).substr(0, 64U << 10U));
    for (const ErrorRow& row : errors) {
        if (answer.status < row.from || answer.status > row.to || !type.starts_with(row.content_type)) continue;
        if (row.asks_for_token && !has_header(answer, "WWW-Authenticate")) continue;
        if (row.words.empty() || body.find(row.words) != body.npos) return row.error;
    }
    // Any other status, of a request that changes something: nobody knows how far the server came.
    return request.changes ? ErrorClass::unknown_outcome : ErrorClass::transient;
}

// Canvas has a bucket of 600 that a request fills by 50 while it runs and that loses 10 a second.
std::int64_t wait_of(const HttpAnswer& answer) {
    if (const auto told = header_of(answer, "Retry-After"); !told.empty()) {
        if (const auto seconds = parse_decimal(told); seconds && seconds->millionths > 0) {
            return seconds->millionths / 1000;
        }
    }
    static constexpr std::int64_t room_of_a_request = 50, margin = 50, outflow = 10;
    const auto remaining = parse_decimal(header_of(answer, "X-Rate-Limit-Remaining"));
    const std::int64_t left = remaining ? remaining->millionths / 1'000'000 : 0;
    return std::max<std::int64_t>(1000, (room_of_a_request + margin - left) * 1000 / outflow);
}

void gather(const JsonTree& tree, std::string_view name, std::string& out) {
    if (out.size() > longest_problem) return;
    if (tree.is(JsonTree::Kind::object)) {
        if (tree["message"].is(JsonTree::Kind::text)) return gather(tree["message"], name, out);
        for (const auto& [key, value] : tree.members) gather(value, key, out);
        return;
    }
    for (const JsonTree& item : tree.items) gather(item, name, out);
    if (!tree.is(JsonTree::Kind::text) || tree.text.empty()) return;
    if (!out.empty()) out += "; ";
    if (!name.empty()) out += std::string(name) + ": ";
    out += tree.text;
}

// Path and query of the next page, below the address of the LMS. The rest of it means nothing to anybody else.
std::string path_of(std::string_view link) {
    const auto at = link.find("/api/v1/");
    return at == link.npos ? std::string() : std::string(link.substr(at));
}

void fail(CanvasReply& reply, const HttpRequest& request, const HttpAnswer& answer, int throttled) {
    reply.error = class_of(request, answer);
    const auto tree = read_json_tree(answer.body);
    reply.problem = "status " + std::to_string(answer.status);
    const auto said = tree ? canvas_problem(*tree) : std::string();
    if (!said.empty()) reply.problem += ": " + said;
    if (reply.error != ErrorClass::rate_limited) return;
    if (throttled + 1 >= locked_out_after) {
        reply.error = ErrorClass::forbidden;
        reply.problem = "refused as too many requests again and again: the client may be locked out";
        return;
    }
    reply.retry_after = wait_of(answer);
}

}  // namespace

std::string canvas_problem(const JsonTree& body) {
    std::string out;
    if (body.has("errors")) {
        gather(body["errors"], {}, out);
    } else if (body.has("error")) {
        gather(body["error"], {}, out);
    } else {
        gather(body, {}, out);
    }
    return shortened(out, longest_problem);
}

CanvasReply read_canvas(const HttpRequest& request, const HttpAnswer& answer, int throttled) {
    CanvasReply reply;
    if (answer.transported != Transported::answered) {
        const bool is_lost = answer.transported == Transported::answer_lost && request.changes;
        reply.error = is_lost ? ErrorClass::unknown_outcome : ErrorClass::transient;
        reply.problem = answer.transported == Transported::not_sent ? "it could not be sent" : "the answer was lost";
        return reply;
    }
    reply.date = date_of(answer);
    if (answer.status < 200 || answer.status > 299) {
        fail(reply, request, answer, throttled);
        return reply;
    }
    auto tree = read_json_tree(answer.body);
    if (!tree) {  // cut off, or a page of something else
        reply.error = request.changes ? ErrorClass::unknown_outcome : ErrorClass::transient;
        reply.problem = "the answer is no whole JSON";
        return reply;
    }
    reply.body = std::move(*tree);
    if (const auto link = next_link(answer); !link.empty()) {
        reply.next = path_of(link);
        if (reply.next.empty()) {
            reply.error = ErrorClass::transient;
            reply.problem = "the next page lies elsewhere";
        }
    }
    return reply;
}

std::optional<Instant> canvas_moment(const JsonTree& value) {
    const auto written = parse_moment(value.word());
    if (!written) return std::nullopt;
    return written->in({});
}

}  // namespace provost::lms
