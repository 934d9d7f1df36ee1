// Objects with their count of holders in one piece of memory, as std::make_shared makes them: for a few sizes, not for
// every type.
#include <provost/describe/lifetime.hpp>

#include <array>

namespace provost {

namespace {

struct Content {
    const Lifetime& lifetime;
    const void* copied = nullptr;
    void* taken = nullptr;

    void put(void* at) const {
        if (taken != nullptr) return lifetime.begin_moved(at, taken);
        if (copied != nullptr) return lifetime.begin_copy(at, copied);
        lifetime.begin(at);
    }
};

template <std::size_t size>
class Slot {
public:
    explicit Slot(const Content& content) : end_(content.lifetime.end) { content.put(bytes_); }
    Slot(const Slot&) = delete;
    Slot& operator=(const Slot&) = delete;
    ~Slot() { end_(bytes_); }

    [[nodiscard]] void* object() { return bytes_; }

private:
    void (*end_)(void*);
    alignas(std::max_align_t) std::byte bytes_[size];
};

template <std::size_t size>
std::shared_ptr<void> in_slot(const Content& content) {
    auto slot = std::make_shared<Slot<size>>(content);
    void* object = slot->object();
    return {std::move(slot), object};
}

// Sizes step by step; what is larger than the last one has memory of its own.
constexpr std::size_t step = 32, steps = 48;

constexpr auto makers = []<std::size_t... i>(std::index_sequence<i...>) {
    return std::array{&in_slot<(i + 1) * step>...};
}
(std::make_index_sequence<steps>());

// Objects one behind the other.
class Row {
public:
    Row(const Lifetime& lifetime, std::size_t count)
        : lifetime_(lifetime), bytes_(new std::byte[lifetime.size * count]) {
        try {
            for (; count_ < count; ++count_) lifetime_.begin(at(count_));
        } catch (...) {
            clear();
            throw;
        }
    }
    Row(const Row&) = delete;
    Row& operator=(const Row&) = delete;
    ~Row() { clear(); }

    [[nodiscard]] void* at(std::size_t place) { return bytes_.get() + lifetime_.size * place; }

private:
    void clear() {
        while (count_ > 0) lifetime_.end(at(--count_));
    }

    Lifetime lifetime_;
    std::unique_ptr<std::byte[]> bytes_;
    std::size_t count_ = 0;
};

std::shared_ptr<void> shared(const Content& content) {
    const auto size = content.lifetime.size;
    if (size <= step * steps) return makers[(size - 1) / step](content);
    std::unique_ptr<std::byte[]> bytes(new std::byte[size]);
    content.put(bytes.get());
    // Should the count of holders find no memory, this ends the object, too.
    return {bytes.release(), [end = content.lifetime.end](std::byte* object) {
                end(object);
                delete[] object;
            }};
}

}  // namespace

std::shared_ptr<void> Lifetime::make() const { return shared({*this}); }

std::shared_ptr<void> Lifetime::copy(const void* from) const { return shared({.lifetime = *this, .copied = from}); }

std::shared_ptr<void> Lifetime::take(void* from) const { return shared({.lifetime = *this, .taken = from}); }

std::shared_ptr<void> Lifetime::make_row(std::size_t count) const {
    auto row = std::make_shared<Row>(*this, count);
    void* first = row->at(0);
    return {std::move(row), first};
}

}  // namespace provost
