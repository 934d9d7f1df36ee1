// One JSON document per line, in and out.
#pragma once

#include <provost/describe/json.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace provost::engine {

/// Gathers bytes and gives complete lines.
class LineBuffer {
public:
    /// Calls `visit(line)` for every line that is complete now; stops at the first that answers false.
    template <class Visit>
    bool feed(std::string_view bytes, Visit visit) {
        held_ += bytes;
        std::size_t from = 0;
        for (auto end = held_.find('\n'); end != held_.npos; end = held_.find('\n', from)) {
            const auto line = std::string_view(held_).substr(from, end - from);
            from = end + 1;
            if (!line.empty() && !visit(line)) return false;
        }
        held_.erase(0, from);
        return true;
    }
    /// The rest after the last line end.
    [[nodiscard]] const std::string& rest() const { return held_; }

private:
    std::string held_;
};

/// Reads lines of one kind of document; the first malformed one stops it.
template <class T, class Visit>
Result<void> each_line(LineBuffer& buffer, std::string_view bytes, Visit visit) {
    std::optional<Error> wrong;
    buffer.feed(bytes, [&](std::string_view line) {
        auto value = from_json<T>(line);
        if (!value) return (wrong = value.error(), false);
        visit(*value);
        return true;
    });
    if (wrong) return *wrong;
    return {};
}

/// The first key of a document on one line, by which lines of several kinds are told apart.
[[nodiscard]] inline std::string_view first_key(std::string_view line) {
    const auto begin = line.find_first_not_of(" \t{");
    if (begin == line.npos || line[begin] != '"') return {};
    return line.substr(begin + 1, line.find('"', begin + 1) - begin - 1);
}

template <class T>
void add_line(std::string& out, const T& value) {
    write_json(out, type_of<T>(), &value);
    out += '\n';
}

}  // namespace provost::engine
