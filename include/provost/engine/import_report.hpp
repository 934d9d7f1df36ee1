// What an import says of single rows.
#pragma once

#include <provost/condition/reason.hpp>

#include <string>
#include <vector>

namespace provost {

/// What became of a row. Since 0.1.
enum class RowVerdict : std::uint8_t { created = 0, updated = 1, unchanged = 2, rejected = 3 };
template <>
struct Choices<RowVerdict> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "created", "It made a record."},
        {1, "updated", "It changed one."},
        {2, "unchanged", "It changed nothing."},
        {3, "rejected", "It was refused; the code says why."},
    });
};

/// What a value looks like, without saying it: values may be personal. Since 0.1.
enum class ValueClass : std::uint8_t { none = 0, empty = 1, text = 2, number = 3, date = 4 };
template <>
struct Choices<ValueClass> {
    static constexpr auto rows = std::to_array<ChoiceRow>({
        {0, "none", "No value of the file is meant."},
        {1, "empty", "Nothing stands there."},
        {2, "text", "Something that is neither number nor date."},
        {3, "number", "Digits, with a sign or a point."},
        {4, "date", "An existing day or moment."},
    });
};

/// A row of a file in the stream `rows`. Since 0.1.
struct ImportRow {
    std::string file;
    std::int64_t line = 0;
    RowVerdict verdict = RowVerdict::created;
    Code code;
    std::string column;
    std::optional<std::int64_t> column_number;
    ValueClass value = ValueClass::none;
    std::string fix;
};

/// A line of the stream `notes`: something that stopped nothing and that a person may want to know. Since 0.1.
struct ImportNote {
    std::string file;
    std::int64_t line = 0;
    Code code;
    std::vector<Parameter> parameters;
    std::string sentence;
};

}  // namespace provost

PROVOST_DESCRIBE(provost::ImportRow, document, "import_row", "What became of a row of an imported file.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(file, "Name of the file."),
                 PROVOST_FIELD(line, "Line on which the row begins; the header is line 1."),
                 PROVOST_FIELD(verdict, "What became of it."), PROVOST_FIELD(code, "Why it was refused."),
                 PROVOST_FIELD(column, "The column that the code is about, where it is about one."),
                 PROVOST_FIELD(column_number, "Its position in the file, from 1."),
                 PROVOST_FIELD(value, "What the value there looks like."), PROVOST_FIELD(fix, "What to do about it."));

PROVOST_DESCRIBE(provost::ImportNote, document, "import_note", "Something to know of a row that stopped nothing.",
                 PROVOST_NO_INDEX, PROVOST_FIELD(file, "Name of the file."),
                 PROVOST_FIELD(line, "Line on which the row begins; the header is line 1."),
                 PROVOST_FIELD(code, "What was found."), PROVOST_FIELD(parameters, "Values of the sentence."),
                 PROVOST_FIELD(sentence, "The code in English."));
