// Carries the requests of LMS adapters over HTTPS, with libcurl. An optional component: link Provost::curl. A host that
// has an HTTP client of its own needs none of it.
#pragma once

#include <provost/base/result.hpp>
#include <provost/lms/exchange.hpp>

#include <chrono>
#include <memory>

namespace provost {

/// How a transport reaches its LMS. Certificates are verified: nothing here turns that off. Since 0.1.
struct TransportOptions {
    std::string url;    ///< of the LMS, like https://moodle.example.org
    std::string token;  ///< its secret; goes into a header or a form, never into an address or a log
    std::chrono::milliseconds timeout{60'000};  ///< of a whole request
    std::size_t most_bytes = 64U << 20U;        ///< of an answer; a larger one counts as lost
    bool allow_private = false;                 ///< the LMS is in a private network, and may be plain HTTP
    std::string certificates{};                 ///< file of the authorities to trust; empty: those of the system
};

/// Carries one request at a time; not for two threads at once. Since 0.1.
class LmsTransport {
public:
    virtual ~LmsTransport() = default;
    /// The answer, whatever happened: not_sent when nothing left, answer_lost when nobody knows what the LMS did. No
    /// redirect is followed, and no proxy of the environment used.
    [[nodiscard]] virtual lms::HttpAnswer carry(const lms::HttpRequest& request) = 0;
};

/// A transport over libcurl. Fails with transport.unfit. Since 0.1.
[[nodiscard]] Result<std::unique_ptr<LmsTransport>> make_curl_transport(TransportOptions options);

}  // namespace provost
