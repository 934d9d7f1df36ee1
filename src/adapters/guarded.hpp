// The border of an adapter: exceptions of the standard library end here and become errors, and errors are made short.
#pragma once

#include "base/code_table.hpp"

#include <new>
#include <string>
#include <utility>

namespace provost {

[[nodiscard]] inline Error plain_error(Code code) { return {row_of(code).status, code}; }

[[nodiscard]] inline Error plain_error(Code code, std::string parameter, std::string value) {
    return {row_of(code).status, code, {}, {{std::move(parameter), std::move(value)}}};
}

/// What `work` answers, or the error that its exception stands for. `Answer` is a Result.
template <class Answer, class Work>
[[nodiscard]] Answer guarded(Work&& work) noexcept {
    try {
        return std::forward<Work>(work)();
    } catch (const std::bad_alloc&) {
        return plain_error("memory.exhausted"_code);
    } catch (...) {
        return plain_error("internal.defect"_code);
    }
}

}  // namespace provost
