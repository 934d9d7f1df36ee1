// The cells of a row as values of a request's members.
#pragma once

#include "imports/preset.hpp"

#include <provost/base/time.hpp>
#include <provost/condition/reason.hpp>

namespace provost::imports {

/// How cells are read.
struct CellRules {
    const Zone* zone = nullptr;  ///< of moments without an offset
    char list_separator = ';';
    bool lenient_ids = false;
    bool folds = false;  ///< words in any case
};

/// What a cell of the rows of one type means.
struct Binding {
    enum class Use : std::uint8_t { none, other_type, value, tag };
    Use use = Use::none;
    const Column* column = nullptr;
    std::span<const Word> words{};  // the only right values, when there are any
    const Field* field = nullptr;
    std::string tag{};       // of a meta tag's column
    std::uint32_t most = 0;  // characters that the cell may have, or items of a list; 0: no limit of its own
};

/// The word that stands in a cell of a column of words; null: none does.
[[nodiscard]] const Word* find_word(const Binding& binding, std::string_view cell, const CellRules& rules);

/// Puts a cell that is not empty into a request. Answers the code of a value that is not right; what a person should
/// know is added to `notes`.
[[nodiscard]] Code put_cell(const Binding& binding, std::string_view cell, void* request, const CellRules& rules,
                            std::vector<Reason>& notes);

/// What the sentence about a value that is not right says of it: the words that may stand there, its range, its form.
[[nodiscard]] std::vector<Parameter> parameters_of(const Binding& binding, Code wrong);

/// What `Binding::most` is for a column that is bound otherwise.
[[nodiscard]] std::uint32_t most_in(const Binding& binding);
/// Whether a cell is longer than it may be: the code of that, else none.
[[nodiscard]] Code too_long(const Binding& binding, std::string_view cell, const CellRules& rules);

}  // namespace provost::imports
