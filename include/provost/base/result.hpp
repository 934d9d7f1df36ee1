// Failures as data. A refusal is a result (plan/answer.hpp), an error is a failure: Error{status, code, place,
// parameters}. No localised text is held; `sentence` makes English at the door from the table of codes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace provost {

/// Who must act. Numbers are those of the C enum and never change. Since 0.1.
enum class Status : std::uint8_t {
    ok = 0,
    invalid = 1,      ///< the caller sent something malformed
    not_found = 2,    ///< a named thing does not exist
    conflict = 3,     ///< the state moved, or the thing exists already
    limit = 4,        ///< an input is larger than its ceiling
    busy = 5,         ///< try again later
    storage = 6,      ///< the store failed
    unsupported = 7,  ///< not available in this build, format or version
    callback = 8,     ///< an adapter of the host failed
    internal = 9,     ///< a defect of this library
};

/// What happened: a row of the one table of codes (docs/codes.md), held by a key that is made of its name. The key of a
/// name is the same in every version; two codes of one library never share one. Since 0.1.
class Code {
public:
    constexpr Code() = default;
    constexpr explicit Code(std::uint32_t key) : key_(key) {}
    [[nodiscard]] constexpr std::uint32_t key() const { return key_; }
    /// Dotted lower-case name, `subject.problem`; "none" for the empty code.
    [[nodiscard]] std::string_view name() const;
    [[nodiscard]] constexpr explicit operator bool() const { return key_ != 0; }
    friend constexpr bool operator==(Code, Code) = default;

private:
    std::uint32_t key_ = 0;
};

/// The code of that name, or the empty code. Since 0.1.
[[nodiscard]] Code find_code(std::string_view name);

/// A named value that a code's sentence may quote. Never personal data. Since 0.1.
struct Parameter {
    std::string name;
    std::string value;
    friend bool operator==(const Parameter&, const Parameter&) = default;
};

/// Where in the input: a JSON Pointer, or a file position (line and column from 1; 0 = not known). Since 0.1.
struct Place {
    std::string pointer;
    std::string file;
    std::int64_t line = 0;
    std::int64_t column = 0;
    friend bool operator==(const Place&, const Place&) = default;
};

/// A failure. Since 0.1.
struct Error {
    Status status = Status::internal;
    Code code;
    Place place{};
    std::vector<Parameter> parameters{};
};

/// English sentence of a code with its parameters filled in. Since 0.1.
[[nodiscard]] std::string sentence(Code code, const std::vector<Parameter>& parameters);

/// A value or the error that stood in its way. Since 0.1.
template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}
    [[nodiscard]] explicit operator bool() const { return state_.index() == 0; }
    [[nodiscard]] T& operator*() & { return *std::get_if<0>(&state_); }
    [[nodiscard]] const T& operator*() const& { return *std::get_if<0>(&state_); }
    [[nodiscard]] T&& operator*() && { return std::move(*std::get_if<0>(&state_)); }
    [[nodiscard]] T* operator->() { return std::get_if<0>(&state_); }
    [[nodiscard]] const T* operator->() const { return std::get_if<0>(&state_); }
    [[nodiscard]] const Error& error() const { return *std::get_if<1>(&state_); }

private:
    std::variant<T, Error> state_;
};

/// Done, or the error that stood in the way. Since 0.1.
template <>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error) : error_(std::move(error)), failed_(true) {}
    [[nodiscard]] explicit operator bool() const { return !failed_; }
    [[nodiscard]] const Error& error() const { return error_; }

private:
    Error error_{};
    bool failed_ = false;
};

}  // namespace provost
