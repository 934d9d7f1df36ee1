// A member alone is a struct whose description has one row; so the library's one reader serves here, too.
#include "describe/member_json.hpp"

#include <charconv>
#include <limits>
#include <string>
#include <vector>

namespace provost {

namespace {

// A list of integers as the writer writes it, which is what most columns of lists hold. False when it is anything else;
// then nothing was read.
bool read_numbers(std::string_view text, const Field& field, void* record) {
    if (text.size() < 2 || text.front() != '[' || text.back() != ']') return false;
    std::vector<std::int64_t> numbers;
    const char* at = text.data() + 1;
    const char* const end = text.data() + text.size() - 1;
    while (at != end) {
        const auto [next, problem] = std::from_chars(at, end, numbers.emplace_back());
        if (problem != std::errc{} || (next != end && (*next != ',' || next + 1 == end))) return false;
        at = next == end ? end : next + 1;
    }
    *static_cast<std::vector<std::int64_t>*>(field.in(record)) = std::move(numbers);
    return true;
}

}  // namespace

Result<void> read_member_json(std::string_view text, const Field& field, void* record) {
    if (field.access->kind == Kind::numbers && read_numbers(text, field, record)) return {};
    RecordType alone;
    alone.fields = {&field, 1};
    std::string whole;
    whole.reserve(text.size() + field.name.size() + 8);
    whole.append(R"({")").append(field.name).append(R"(":)").append(text).append("}");
    return read_json(whole, alone, record, {.largest = std::numeric_limits<std::size_t>::max()});
}

}  // namespace provost
