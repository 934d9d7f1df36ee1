// Makes described structs of one type in rows that grow: structs that live and die together lie together, and cost one
// allocation for many. A row is given back when the last of its structs is.
#pragma once

#include <provost/describe/record.hpp>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

namespace provost {

class Maker {
public:
    /// A new, empty struct of that type; give the same type each time.
    [[nodiscard]] std::shared_ptr<void> make(const RecordType& type) {
        if (next_ == size_) {
            size_ = std::clamp<std::size_t>(2 * size_, 1, longest);
            row_ = type.make_row(size_);
            next_ = 0;
        }
        return {row_, static_cast<std::byte*>(row_.get()) + type.size * next_++};
    }

private:
    static constexpr std::size_t longest = 64;

    std::shared_ptr<void> row_;
    std::size_t size_ = 0;
    std::size_t next_ = 0;
};

/// Records of any types from values, each type in rows of its own.
class RecordMaker {
public:
    template <class T>
    [[nodiscard]] Record hold(T value) {
        auto data = of(type_of<T>()).make(type_of<T>());
        *static_cast<T*>(data.get()) = std::move(value);
        return {type_of<T>(), std::move(data)};
    }

private:
    [[nodiscard]] Maker& of(const RecordType& type) {
        const auto found = std::ranges::find(makers_, &type, &std::pair<const RecordType*, Maker>::first);
        return found == makers_.end() ? makers_.emplace_back(&type, Maker()).second : found->second;
    }
    std::vector<std::pair<const RecordType*, Maker>> makers_;  // of the few types that are written
};

}  // namespace provost
