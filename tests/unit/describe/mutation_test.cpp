// Damaged documents: whatever the bytes, the reader answers with a value or with an error that has a code, and what it
// accepts it can write and read again.
#include "unit/sample.hpp"

#include <provost/describe/json.hpp>

#include <doctest/doctest.h>

namespace {

using provost::sample::full_sample;
using provost::sample::Sample;

using Random = std::mt19937;

std::size_t below(Random& random, std::size_t limit) { return limit == 0 ? 0 : random() % limit; }

void damage(std::string& text, Random& random) {
    static constexpr std::array<std::string_view, 16> pieces{
        "{",   "}",   "[",       "]",    ",", ":",        "\"",   "null",
        "1e9", "\\u", "\\ud800", "\xFF", "-", "\"x-a\":", "[[[[", "9999999999999999999"};
    const auto at = below(random, text.size() + 1);
    switch (random() % 6) {
        case 0: text.insert(at, pieces[below(random, pieces.size())]); break;
        case 1: text.erase(at, 1 + below(random, 8)); break;
        case 2: text.resize(at); break;
        case 3: text.insert(at, text.substr(below(random, text.size() + 1), below(random, 40))); break;
        case 4:
            if (at < text.size()) text[at] = static_cast<char>(random());
            break;
        default:
            if (at < text.size()) text[at] = static_cast<char>(text[at] ^ (1 << (random() % 8)));
    }
}

// A word on what was wrong with the reader; empty when nothing was.
std::string fault_of(std::string_view text, const provost::ReadOptions& options) {
    const auto read = provost::from_json<Sample>(text, options);
    if (!read) {
        const auto& error = read.error();
        if (!error.code || error.status == provost::Status::ok) return "an error without a code";
        const auto& pointer = error.place.pointer;
        if (!pointer.empty() && pointer.front() != '/') return "no JSON Pointer: " + pointer;
        const auto text_of_error = sentence(error.code, error.parameters);
        return text_of_error.find("…") == text_of_error.npos ? "" : "a parameter is missing: " + text_of_error;
    }
    const auto written = provost::to_json(*read);
    const auto again = provost::from_json<Sample>(written);
    return again && provost::to_json(*again) == written ? "" : "accepted, but does not come back: " + written;
}

}  // namespace

TEST_CASE("MIS-07 errors are data, also for 30,000 damaged documents") {
    Random random(41);
    const std::string whole = provost::to_json(full_sample());
    std::size_t accepted = 0;
    for (int i = 0; i < 30'000; ++i) {
        std::string text = whole;
        for (auto n = 1 + random() % 3; n > 0; --n) damage(text, random);
        provost::ReadOptions options;
        options.ignore_unknown = random() % 2 == 0;
        options.null_is_absent = random() % 2 == 0;
        const auto fault = fault_of(text, options);
        REQUIRE_MESSAGE(fault.empty(), fault << " <- " << text);
        if (provost::from_json<Sample>(text, options)) ++accepted;
    }
    CHECK(accepted > 100);  // else the damage is too great to test anything behind the parser
    CHECK(accepted < 15'000);
}

TEST_CASE("every beginning of a document is malformed") {
    const std::string whole = provost::to_json(full_sample());
    for (std::size_t n = 0; n < whole.size(); ++n) {
        const auto read = provost::from_json<Sample>(std::string_view(whole).substr(0, n));
        REQUIRE_FALSE(read);
        REQUIRE(read.error().code.name() == "document.malformed");
    }
}
