// What the transport sends, what it makes of answers, and where it refuses to go.
#include "adapters/public_address.hpp"
#include "loopback.hpp"

#include <provost/adapters/curl_transport.hpp>

#include <doctest/doctest.h>

#include <arpa/inet.h>

#include <array>

using namespace provost;

namespace {

std::string http(const std::string& head, const std::string& body) {
    return "HTTP/1.1 " + head + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

TransportOptions options_for(std::string url) {
    TransportOptions options;
    options.url = std::move(url);
    options.token = "secret+1";
    options.timeout = std::chrono::seconds(10);
    options.allow_private = true;
    return options;
}

lms::HttpRequest form_request() {
    lms::HttpRequest request;
    request.id = "m1";
    request.method = "POST";
    request.path = "/server.php";
    request.headers.push_back({"Content-Type", "application/x-www-form-urlencoded"});
    request.body = "a=1";
    request.secret = lms::SecretPlace::form_field;
    request.secret_field = "wstoken";
    return request;
}

lms::HttpAnswer carried(TransportOptions options, const lms::HttpRequest& request) {
    auto transport = make_curl_transport(std::move(options));
    REQUIRE(transport);
    return (*transport)->carry(request);
}

bool is_public(const char* text) {
    std::array<unsigned char, 16> bytes{};
    const bool v6 = std::string_view(text).find(':') != std::string_view::npos;
    REQUIRE(inet_pton(v6 ? AF_INET6 : AF_INET, text, bytes.data()) == 1);
    return is_public_address(std::span(bytes.data(), v6 ? 16U : 4U));
}

}  // namespace

TEST_CASE("a request arrives whole, with the secret where it belongs") {
    Loopback server(http("200 OK\r\nX-Told: yes ", "{\"a\":1}"));
    const auto answer = carried(options_for(server.url() + "/moodle/"), form_request());
    CHECK(answer.id == "m1");
    CHECK(answer.transported == lms::Transported::answered);
    CHECK(answer.status == 200);
    CHECK(answer.body == "{\"a\":1}");
    REQUIRE_FALSE(answer.headers.empty());
    CHECK(answer.headers.front().name == "X-Told");
    CHECK(answer.headers.front().value == "yes");
    const auto request = server.requests().front();
    CHECK(request.starts_with("POST /moodle/server.php HTTP/1.1\r\n"));
    CHECK(request.ends_with("\r\n\r\na=1&wstoken=secret%2B1"));
    CHECK(request.substr(0, request.find("\r\n\r\n")).find("secret") == request.npos);
}

TEST_CASE("a bearer token goes into its header and nowhere else") {
    Loopback server(http("404 Not Found", "nothing"));
    lms::HttpRequest request;
    request.method = "GET";
    request.path = "/api/v1/courses";
    request.secret = lms::SecretPlace::bearer;
    CHECK(carried(options_for(server.url()), request).status == 404);
    const auto sent = server.requests().front();
    CHECK(sent.starts_with("GET /api/v1/courses HTTP/1.1\r\n"));
    CHECK(sent.find("Authorization: Bearer secret+1\r\n") != sent.npos);
    CHECK(sent.find("secret") == sent.rfind("secret"));
    request.method = "DELETE";
    CHECK(carried(options_for(server.url()), request).status == 404);
    CHECK(server.requests().back().starts_with("DELETE "));
}

TEST_CASE("redirects are not followed") {
    Loopback elsewhere(http("200 OK", "here"));
    Loopback server(http("302 Found\r\nLocation: " + elsewhere.url(), ""));
    CHECK(carried(options_for(server.url()), form_request()).status == 302);
    CHECK(elsewhere.requests().empty());
}

TEST_CASE("an answer that is too long, or torn, or never comes, is lost") {
    Loopback large(http("200 OK", std::string(10'000, 'x')));
    auto options = options_for(large.url());
    options.most_bytes = 9'999;
    const auto answer = carried(options, form_request());
    CHECK(answer.transported == lms::Transported::answer_lost);
    CHECK(answer.body.empty());
    options.most_bytes = 10'000;
    CHECK(carried(options, form_request()).transported == lms::Transported::answered);
    Loopback torn("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
    CHECK(carried(options_for(torn.url()), form_request()).transported == lms::Transported::answer_lost);
    Loopback silent("");
    CHECK(carried(options_for(silent.url()), form_request()).transported == lms::Transported::answer_lost);
}

TEST_CASE("what never left was not sent") {
    std::string nobody;
    { nobody = Loopback("").url(); }
    CHECK(carried(options_for(nobody), form_request()).transported == lms::Transported::not_sent);
    CHECK(carried(options_for("https://does-not-exist.invalid"), form_request()).transported ==
          lms::Transported::not_sent);
}

TEST_CASE("private addresses are refused unless they are allowed, and certificates are verified") {
    Loopback server(http("200 OK", "here"));
    auto options = options_for(server.url("https"));
    options.allow_private = false;
    CHECK(carried(options, form_request()).transported == lms::Transported::not_sent);
    CHECK(server.requests().empty());
    // It does not speak TLS, let alone with a certificate that somebody trusts.
    options.allow_private = true;
    CHECK(carried(options, form_request()).transported == lms::Transported::not_sent);
    for (const auto* address : {"10.1.2.3",
                                "127.0.0.1",
                                "169.254.169.254",
                                "172.31.255.255",
                                "192.168.0.1",
                                "0.0.0.0",
                                "100.64.0.1",
                                "198.19.0.1",
                                "224.0.0.1",
                                "255.255.255.255",
                                "::",
                                "::1",
                                "fe80::1",
                                "fd00::1",
                                "ff02::1",
                                "::ffff:10.0.0.1",
                                "64:ff9b::a00:1",
                                "2002:7f00:1::",
                                "2001:db8::1",
                                "3fff::1"}) {
        CHECK_MESSAGE(!is_public(address), address);
    }
    for (const auto* address : {"93.184.216.34", "172.32.0.1", "2606:2800:220:1::1", "64:ff9b::5db8:d822"}) {
        CHECK_MESSAGE(is_public(address), address);
    }
}

TEST_CASE("addresses and tokens that are unfit are refused") {
    const auto fits = [](const std::string& url, const std::string& token, bool allow_private) {
        TransportOptions options;
        options.url = url;
        options.token = token;
        options.allow_private = allow_private;
        const auto made = make_curl_transport(options);
        if (!made) CHECK(made.error().code.name() == "transport.unfit");
        return static_cast<bool>(made);
    };
    CHECK(fits("https://moodle.example", "secret", false));
    CHECK(fits("http://moodle.example", "secret", true));
    CHECK_FALSE(fits("http://moodle.example", "secret", false));
    CHECK_FALSE(fits("ftp://moodle.example", "secret", true));
    CHECK_FALSE(fits("https://user@moodle.example", "secret", false));
    CHECK_FALSE(fits("https://moodle.example?wstoken=1", "secret", false));
    CHECK_FALSE(fits("https:///path", "secret", false));
    CHECK_FALSE(fits("https://moodle.example/\r\nX: y", "secret", false));
    CHECK_FALSE(fits("https://moodle.example", "", false));
    CHECK_FALSE(fits("https://moodle.example", "a b", false));
    CHECK_FALSE(fits("https://moodle.example", "a\r\nX: y", false));
}
