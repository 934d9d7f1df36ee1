// One JSON document per line, in and out.
#pragma once

#include <provost/describe/json.hpp>

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

template <class T>
void add_line(std::string& out, const T& value) {
    write_json(out, type_of<T>(), &value);
    out += '\n';
}

}  // namespace provost::engine
