// Text as web systems write it: forms, HTML entities, tags.
#pragma once

#include "describe/json_tree.hpp"

#include <provost/base/decimal.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace provost::lms {

/// A form as application/x-www-form-urlencoded.
class Form {
public:
    Form& add(std::string_view name, std::string_view value);
    Form& add(std::string_view name, std::int64_t value) { return add(name, std::to_string(value)); }
    [[nodiscard]] std::int64_t fields() const { return fields_; }
    [[nodiscard]] const std::string& body() const { return body_; }

private:
    std::string body_;
    std::int64_t fields_ = 0;
};

/// Whether a text is an id that web systems count up: a whole number of at most 18 digits, which fits.
[[nodiscard]] inline bool is_number(std::string_view text) {
    return !text.empty() && text.size() < 19 && text.find_first_not_of("0123456789") == text.npos;
}

/// Percent-encodes what is not a letter, a digit or one of - . _ ~.
void add_encoded(std::string& out, std::string_view text);
[[nodiscard]] inline std::string encoded(std::string_view text) {
    std::string out;
    add_encoded(out, text);
    return out;
}

/// Entities become the characters that they stand for, once: &amp;amp; becomes &amp;.
[[nodiscard]] std::string unescaped(std::string_view html);
/// What a person reads of a piece of HTML: without tags, entities decoded, outer blanks gone.
[[nodiscard]] std::string words_of(std::string_view html);

/// A number of a web system, rounded to the five places that grade books keep; empty when it is none or out of range.
[[nodiscard]] std::optional<Decimal> web_number(std::string_view text);

/// A whole number; empty when it is none.
[[nodiscard]] std::optional<std::int64_t> whole(std::string_view text);
/// true, a number that is not 0, or the text "1" or "true": web systems disagree on what a truth looks like.
[[nodiscard]] bool is_true(const JsonTree& value);

/// The first so many characters of UTF-8.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t most);

}  // namespace provost::lms
