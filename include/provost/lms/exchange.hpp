// Requests out, answers in: what adapters for HTTP hand to whoever carries the bytes. Nothing here sends anything.
#pragma once

#include <provost/describe/field.hpp>

#include <optional>
#include <string>
#include <vector>

namespace provost::lms {

/// A header line. Since 0.1.
struct HttpHeader {
    std::string name;
    std::string value;
};

/// Where the transport puts the secret, which no document holds. Since 0.1.
enum class SecretPlace : std::uint8_t { none, bearer, form_field };

/// A request to carry out. The secret is not in it. Since 0.1.
struct HttpRequest {
    std::string id;
    std::string method;
    std::string path;
    std::vector<HttpHeader> headers;
    std::string body;
    SecretPlace secret = SecretPlace::none;
    std::string secret_field;
    bool changes = false;
};

/// How the transport fared. Since 0.1.
enum class Transported : std::uint8_t { answered, not_sent, answer_lost };

/// What came back. Since 0.1.
struct HttpAnswer {
    std::string id;
    Transported transported = Transported::answered;
    std::int64_t status = 0;
    std::vector<HttpHeader> headers;
    std::string body;
};

}  // namespace provost::lms

template <>
struct provost::Choices<provost::lms::SecretPlace> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "none", "It needs no secret."},
        {1, "bearer", "In the header Authorization, as a bearer token."},
        {2, "form_field", "As one more field of the form in the body."},
    });
};
template <>
struct provost::Choices<provost::lms::Transported> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "answered", "There is an answer."},
        {1, "not_sent", "It never left."},
        {2, "answer_lost", "It was sent, and no whole answer came: nobody knows what it did."},
    });
};

PROVOST_DESCRIBE(provost::lms::HttpHeader, document, "http_header", "A header line.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(name, "Its name.").required().at_most(200),
                 PROVOST_FIELD(value, "Its value.").at_most(8000));
PROVOST_DESCRIBE(provost::lms::HttpRequest, document, "http_request", "A request to carry out.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(id, "Names it in the answer.").required(),
                 PROVOST_FIELD(method, "GET, POST, PUT or DELETE."),
                 PROVOST_FIELD(path, "Path and query below the address of the LMS."),
                 PROVOST_FIELD(headers, "Header lines."), PROVOST_FIELD(body, "Body.").personal(),
                 PROVOST_FIELD(secret, "Where the secret goes."),
                 PROVOST_FIELD(secret_field, "Of a form: the name of its field."),
                 PROVOST_FIELD(changes, "Whether it may change anything: then an answer that is lost says nothing."));
PROVOST_DESCRIBE(provost::lms::HttpAnswer, document, "http_answer", "What came back.", PROVOST_NO_INDEX,
                 PROVOST_FIELD(id, "Of which request.").required(),
                 PROVOST_FIELD(transported, "How the transport fared."),
                 PROVOST_FIELD(status, "Status of the answer.").between(0, 999, "number.out-of-range"),
                 PROVOST_FIELD(headers, "Header lines."), PROVOST_FIELD(body, "Body.").personal());
