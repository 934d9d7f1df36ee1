// An error by its code: the status is that of the code's row.
#pragma once

#include "base/code_table.hpp"

namespace provost {

/// `pointer`: where in the document, a JSON Pointer; empty: in no place of it.
[[nodiscard]] inline Error failure(Code code, std::string pointer = {}, std::vector<Parameter> parameters = {}) {
    return {row_of(code).status, code, {std::move(pointer), {}, 0, 0}, std::move(parameters)};
}

}  // namespace provost
