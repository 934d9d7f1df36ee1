// What an answer of Canvas means: which class of error it is, what it says, how long to wait.
#pragma once

#include "describe/json_tree.hpp"

#include <provost/lms/action.hpp>
#include <provost/lms/exchange.hpp>

namespace provost::lms {

struct CanvasReply {
    ErrorClass error = ErrorClass::none;
    std::string problem{};
    std::optional<std::int64_t> retry_after{};
    JsonTree body{};
    std::string next{};  ///< path of the next page
    std::optional<Instant> date{};

    [[nodiscard]] bool failed() const { return error != ErrorClass::none; }
};

/// Reads an answer to `request`. `throttled` counts refusals for too many requests without another answer in between:
/// a client that is locked out gets them for ever.
[[nodiscard]] CanvasReply read_canvas(const HttpRequest& request, const HttpAnswer& answer, int throttled);

/// What an error body says, in any of the shapes that Canvas has for it.
[[nodiscard]] std::string canvas_problem(const JsonTree& body);

[[nodiscard]] std::optional<Instant> canvas_moment(const JsonTree& value);

}  // namespace provost::lms
