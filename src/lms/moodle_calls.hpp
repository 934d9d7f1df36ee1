// Calls of Moodle's web services: forms out, classified replies in. Knows nothing of learners and courses.
#pragma once

#include "describe/json_tree.hpp"
#include "lms/web_text.hpp"

#include <provost/lms/exchange.hpp>

#include <provost/lms/action.hpp>

#include <cstddef>
#include <functional>
#include <memory>
#include <unordered_map>

namespace provost::lms {

/// What Moodle said. It says HTTP 200 whatever happened; what counts is whether there is a key `exception`.
struct MoodleReply {
    ErrorClass error = ErrorClass::none;
    bool of_item = false;  ///< something in the call was at fault, and not the call as such
    std::string code;      ///< Moodle's own errorcode
    std::string problem;
    std::optional<std::int64_t> retry_after;
    JsonTree body;

    [[nodiscard]] bool is_right() const { return error == ErrorClass::none; }
};

/// Class of an errorcode, and whether it speaks of one thing in the call.
struct MoodleErrorRow {
    std::string_view code;
    ErrorClass error;
    bool of_item;
};
[[nodiscard]] MoodleErrorRow moodle_error(std::string_view code);

/// The answer of the transport as Moodle's reply. `changes`: what comes back torn may have been carried out.
[[nodiscard]] MoodleReply reply_of(const HttpAnswer& answer, bool changes);

/// One call for many things: Moodle does all of them or none. What it refuses as a whole is halved until the culprit
/// stands alone.
struct Bulk {
    std::string function;
    /// Writes the fields of a thing that stands at a place of the list.
    std::function<void(Form& form, std::size_t at, std::size_t thing)> write;
    /// The call that held a thing at a place went well.
    std::function<void(std::size_t at, std::size_t thing, const MoodleReply& reply)> done;
    /// A thing was refused, alone or because the call as such failed.
    std::function<void(std::size_t thing, const MoodleReply& reply)> refused;
    bool changes = true;
    int refusals = 0;  ///< in a row
};

class MoodleCalls {
public:
    using Then = std::function<void(const MoodleReply&)>;

    MoodleCalls(std::int64_t batch, std::int64_t most_fields) : batch_(batch), most_fields_(most_fields) {}

    void call(std::string_view function, const Form& form, bool changes, Then then);
    /// Cuts the things into calls: so many at most, and never more form fields than PHP takes.
    void bulk(Bulk bulk, std::vector<std::size_t> things, std::int64_t most_things = 0);

    [[nodiscard]] std::vector<HttpRequest> take() { return std::exchange(ready_, {}); }
    /// Every call was answered.
    [[nodiscard]] bool idle() const { return open_.empty(); }
    /// Goes on with what waits for that answer; an answer to nothing that is open says nothing.
    void answer(const HttpAnswer& answer);

private:
    struct Open {
        bool changes = false;
        Then then;
    };
    void send(const std::shared_ptr<Bulk>& bulk, std::vector<std::size_t> things);
    static void refuse(Bulk& bulk, const std::vector<std::size_t>& things, const MoodleReply& reply);

    std::int64_t batch_;
    std::int64_t most_fields_;
    std::int64_t next_ = 1;
    std::vector<HttpRequest> ready_;
    std::unordered_map<std::string, Open> open_;
};

}  // namespace provost::lms
