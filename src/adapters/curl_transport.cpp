// libcurl with everything off that could lead elsewhere: redirects, proxies, other protocols, private addresses.
#include <provost/adapters/curl_transport.hpp>

#include "adapters/public_address.hpp"
#include "base/code_table.hpp"

#include <curl/curl.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <mutex>

namespace provost {

namespace {

using lms::HttpAnswer;
using lms::HttpRequest;
using lms::SecretPlace;
using lms::Transported;

/// What comes back, as far as it has come.
struct Receipt {
    HttpAnswer answer;
    std::size_t most_bytes = 0;
};

std::size_t take_body(char* data, std::size_t size, std::size_t count, void* receipt) {
    auto& to = *static_cast<Receipt*>(receipt);
    const std::size_t bytes = size * count;
    if (to.answer.body.size() + bytes > to.most_bytes) return 0;  // an error: it is given up
    to.answer.body.append(data, bytes);
    return bytes;
}

std::size_t take_header(char* data, std::size_t size, std::size_t count, void* receipt) {
    static constexpr std::size_t most_headers = 100, longest_name = 200, longest_value = 8000;
    const std::string_view line(data, size * count);
    const auto colon = line.find(':');
    auto& headers = static_cast<Receipt*>(receipt)->answer.headers;
    if (line.starts_with("HTTP/")) headers.clear();
    if (colon == line.npos || colon > longest_name || headers.size() == most_headers) return size * count;
    auto value = line.substr(colon + 1);
    const auto first = value.find_first_not_of(" \t\r\n");
    value =
        first == value.npos ? std::string_view() : value.substr(first, value.find_last_not_of(" \t\r\n") - first + 1);
    headers.push_back({std::string(line.substr(0, colon)), std::string(value.substr(0, longest_value))});
    return size * count;
}

// The address that is looked at is the one that is connected to: a name that was looked up once more could lead to
// another.
curl_socket_t open_socket(void* allow_private, curlsocktype, curl_sockaddr* address) {
    std::array<unsigned char, 16> bytes{};
    std::size_t length = 0;
    if (address->family == AF_INET) {
        sockaddr_in place{};
        std::memcpy(&place, &address->addr, sizeof(place));
        std::memcpy(bytes.data(), &place.sin_addr, length = 4);
    } else if (address->family == AF_INET6) {
        sockaddr_in6 place{};
        std::memcpy(&place, &address->addr, std::min<std::size_t>(sizeof(place), address->addrlen));
        std::memcpy(bytes.data(), &place.sin6_addr, length = 16);
    }
    const bool may = *static_cast<const bool*>(allow_private) || is_public_address(std::span(bytes.data(), length));
    if (!may) return CURL_SOCKET_BAD;
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

class CurlTransport final : public LmsTransport {
public:
    explicit CurlTransport(TransportOptions options) : options_(std::move(options)), handle_(curl_easy_init()) {}
    CurlTransport(const CurlTransport&) = delete;
    CurlTransport& operator=(const CurlTransport&) = delete;
    ~CurlTransport() override {
        if (handle_ != nullptr) curl_easy_cleanup(handle_);
    }
    [[nodiscard]] HttpAnswer carry(const HttpRequest& request) override;

private:
    template <class Value>
    void set(CURLoption option, Value value) {
        ready_ = ready_ && curl_easy_setopt(handle_, option, value) == CURLE_OK;
    }
    void set_limits();
    void set_way(Receipt& receipt);
    [[nodiscard]] curl_slist* set_request(const HttpRequest& request, std::string& url, std::string& body);

    TransportOptions options_;
    CURL* handle_;
    bool ready_ = false;
};

void CurlTransport::set_limits() {
    set(CURLOPT_SSL_VERIFYPEER, 1L);
    set(CURLOPT_SSL_VERIFYHOST, 2L);
    if (!options_.certificates.empty()) set(CURLOPT_CAINFO, options_.certificates.c_str());
    set(CURLOPT_PROTOCOLS_STR, options_.allow_private ? "https,http" : "https");
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_PROXY, "");
    set(CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_TIMEOUT_MS, static_cast<long>(options_.timeout.count()));
    set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(options_.timeout.count()));
    set(CURLOPT_FORBID_REUSE, 1L);  // a connection that was kept may be dead: then nobody would know what was done
    set(CURLOPT_USERAGENT, "provost");
}

void CurlTransport::set_way(Receipt& receipt) {
    set(CURLOPT_OPENSOCKETFUNCTION, &open_socket);
    set(CURLOPT_OPENSOCKETDATA, static_cast<void*>(&options_.allow_private));
    set(CURLOPT_WRITEFUNCTION, &take_body);
    set(CURLOPT_WRITEDATA, static_cast<void*>(&receipt));
    set(CURLOPT_HEADERFUNCTION, &take_header);
    set(CURLOPT_HEADERDATA, static_cast<void*>(&receipt));
}

// The secret is put in here and nowhere else.
curl_slist* CurlTransport::set_request(const HttpRequest& request, std::string& url, std::string& body) {
    url = options_.url + request.path;
    body = request.body;
    curl_slist* lines = curl_slist_append(nullptr, "Expect:");
    for (const lms::HttpHeader& line : request.headers) {
        lines = curl_slist_append(lines, (line.name + ": " + line.value).c_str());
    }
    if (request.secret == SecretPlace::bearer) {
        lines = curl_slist_append(lines, ("Authorization: Bearer " + options_.token).c_str());
    } else if (request.secret == SecretPlace::form_field) {
        char* encoded = curl_easy_escape(handle_, options_.token.c_str(), static_cast<int>(options_.token.size()));
        body += (body.empty() ? "" : "&") + request.secret_field + "=" + (encoded == nullptr ? "" : encoded);
        curl_free(encoded);
    }
    set(CURLOPT_URL, url.c_str());
    set(CURLOPT_HTTPHEADER, lines);
    if (request.method != "GET" || !body.empty()) {
        set(CURLOPT_POSTFIELDS, body.c_str());
        set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
    }
    set(CURLOPT_CUSTOMREQUEST, request.method.c_str());
    return lines;
}

HttpAnswer CurlTransport::carry(const HttpRequest& request) {
    Receipt receipt;
    receipt.answer.id = request.id;
    receipt.answer.transported = Transported::not_sent;
    receipt.most_bytes = options_.most_bytes;
    if (handle_ == nullptr) return receipt.answer;
    curl_easy_reset(handle_);
    ready_ = true;
    set_limits();
    set_way(receipt);
    std::string url;
    std::string body;
    curl_slist* lines = set_request(request, url, body);
    const CURLcode code = ready_ ? curl_easy_perform(handle_) : CURLE_FAILED_INIT;
    curl_slist_free_all(lines);
    long sent = 0;
    long status = 0;
    curl_easy_getinfo(handle_, CURLINFO_REQUEST_SIZE, &sent);
    curl_easy_getinfo(handle_, CURLINFO_RESPONSE_CODE, &status);
    receipt.answer.status = status;
    if (code == CURLE_OK) {
        receipt.answer.transported = Transported::answered;
    } else {
        receipt.answer = HttpAnswer{};
        receipt.answer.id = request.id;
        receipt.answer.transported = sent > 0 ? Transported::answer_lost : Transported::not_sent;
    }
    return receipt.answer;
}

// An address without user, query or fragment; plain HTTP only where private networks are allowed.
bool is_fit(const TransportOptions& options) {
    const std::string_view url = options.url;
    const bool secure = url.starts_with("https://");
    if (!secure && !(options.allow_private && url.starts_with("http://"))) return false;
    const auto host = url.substr(url.find("//") + 2);
    const bool printable = std::ranges::all_of(url, [](char c) { return c > ' ' && c < 0x7F; });
    return printable && !host.empty() && host.front() != '/' && host.find_first_of("@?#\\") == host.npos;
}

}  // namespace

Result<std::unique_ptr<LmsTransport>> make_curl_transport(TransportOptions options) {
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    const bool good_token =
        !options.token.empty() && std::ranges::all_of(options.token, [](char c) { return c > ' ' && c < 0x7F; });
    if (!is_fit(options) || !good_token) {
        return Error{Status::invalid, "transport.unfit"_code, {is_fit(options) ? "/token" : "/url", {}, 0, 0}, {}};
    }
    while (options.url.ends_with('/')) options.url.pop_back();
    return std::unique_ptr<LmsTransport>(std::make_unique<CurlTransport>(std::move(options)));
}

}  // namespace provost
