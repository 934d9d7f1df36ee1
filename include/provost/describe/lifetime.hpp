// How objects of a type begin and end where the type itself is not at hand. That they are made and shared is code of
// its own in one place, not once more for each described struct.
#pragma once

#include <cstddef>
#include <memory>
#include <new>
#include <utility>

namespace provost {

/// Makes objects of one type. What is made belongs to whoever holds the pointer, and ends with the last holder. All of
/// these throw what a constructor throws, or std::bad_alloc, and leave nothing behind then. Since 0.1.
struct Lifetime {
    std::size_t size = 0;
    void (*begin)(void* at) = nullptr;
    void (*begin_copy)(void* at, const void* from) = nullptr;
    void (*begin_moved)(void* at, void* from) = nullptr;
    void (*end)(void* at) = nullptr;

    /// A new, empty one.
    [[nodiscard]] std::shared_ptr<void> make() const;
    /// A copy of `from`.
    [[nodiscard]] std::shared_ptr<void> copy(const void* from) const;
    /// One with the content of `from`, which is left without.
    [[nodiscard]] std::shared_ptr<void> take(void* from) const;
    /// So many new ones, each `size` bytes behind the one before.
    [[nodiscard]] std::shared_ptr<void> make_row(std::size_t count) const;
};

/// That of a type of which rows are made and nothing else. Since 0.1.
template <class T>
[[nodiscard]] constexpr Lifetime row_lifetime() {
    static_assert(alignof(T) <= alignof(std::max_align_t));
    Lifetime lifetime;
    lifetime.size = sizeof(T);
    lifetime.begin = [](void* at) { ::new (at) T{}; };
    lifetime.end = [](void* at) { static_cast<T*>(at)->~T(); };
    return lifetime;
}
/// That of a type which can be copied, too. Since 0.1.
template <class T>
[[nodiscard]] constexpr Lifetime lifetime() {
    Lifetime lifetime = row_lifetime<T>();
    lifetime.begin_copy = [](void* at, const void* from) { ::new (at) T(*static_cast<const T*>(from)); };
    lifetime.begin_moved = [](void* at, void* from) { ::new (at) T(std::move(*static_cast<T*>(from))); };
    return lifetime;
}

}  // namespace provost
