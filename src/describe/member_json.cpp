// A member alone is a struct whose description has one row; so the library's one reader serves here, too.
#include "describe/member_json.hpp"

#include <limits>
#include <string>

namespace provost {

Result<void> read_member_json(std::string_view text, const Field& field, void* record) {
    RecordType alone;
    alone.fields = {&field, 1};
    std::string whole;
    whole.reserve(text.size() + field.name.size() + 8);
    whole.append(R"({")").append(field.name).append(R"(":)").append(text).append("}");
    return read_json(whole, alone, record, {.largest = std::numeric_limits<std::size_t>::max()});
}

}  // namespace provost
