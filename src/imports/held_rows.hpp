// Rows that wait until more of their file has been read, as text, up to a ceiling.
#pragma once

#include "imports/csv.hpp"

namespace provost::imports {

class HeldRows {
public:
    /// How many rows and how many bytes of them are held at most. What is held depends on the file alone.
    static constexpr std::size_t most_rows = 50'000;
    static constexpr std::size_t most_bytes = std::size_t{32} << 20U;

    void add(const Row& row, bool first) {
        positions_.push_back({row.line, text_.size(), row.text.size(), first});
        text_ += row.text;
    }
    [[nodiscard]] bool is_full() const { return positions_.size() >= most_rows || text_.size() >= most_bytes; }
    [[nodiscard]] std::size_t size() const { return positions_.size(); }

    /// Calls `sink` with every row that comes first, then with every other, in the order of the file.
    void each(char separator, const RowSink& sink) const {
        for (const bool first : {true, false}) {
            for (const Position& position : positions_) {
                if (position.first == first) read(position, separator, sink);
            }
        }
    }
    void clear() {
        positions_.clear();
        text_.clear();
    }

private:
    struct Position {
        std::int64_t line;
        std::size_t begin, size;
        bool first;
    };

    void read(const Position& position, char separator, const RowSink& sink) const {
        const auto text = std::string_view(text_).substr(position.begin, position.size);
        split_record(text, separator, [&](const Row& row) { sink({position.line, row.cells, text}); });
    }

    std::vector<Position> positions_;
    std::string text_;
};

}  // namespace provost::imports
