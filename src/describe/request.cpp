// Requests, which must name something wherever they list names.
#include "describe/request.hpp"

#include "base/code_table.hpp"
#include "base/controls.hpp"

#include <provost/base/text.hpp>

namespace provost {

namespace {

Code check_name(std::string_view text) {
    if (!valid_utf8(text)) return "text.encoding"_code;
    return is_blank(text) ? "field.missing"_code : Code{};
}

Error inside(const Field& field, const std::string& step, Error error) {
    error.place.pointer = "/" + std::string(field.name) + step + error.place.pointer;
    return error;
}

Result<void> check_names(const RecordType& type, const void* request) {
    for (const Field& field : type.fields) {
        const Access& access = *field.access;
        const bool nests = access.target != nullptr && access.count != nullptr;
        if (access.kind != Kind::texts && !nests) continue;
        const void* member = field.in(request);
        for (std::size_t i = 0; i < access.count(member); ++i) {
            const void* at = access.at(member, i);
            if (nests) {
                auto names = check_names(*access.target(), at);
                const auto step = access.kind == Kind::records ? "/" + std::to_string(i) : std::string();
                if (!names) return inside(field, step, names.error());
            } else if (const Code code = check_name(*static_cast<const std::string*>(at))) {
                Error error{row_of(code).status, code, {}, {{"field", std::string(field.name)}}};
                return inside(field, "/" + std::to_string(i), std::move(error));
            }
        }
    }
    return {};
}

}  // namespace

Result<void> validate_request(const RecordType& type, const void* request) {
    if (auto right = validate(type, request); !right) return right;
    return check_names(type, request);
}

}  // namespace provost
