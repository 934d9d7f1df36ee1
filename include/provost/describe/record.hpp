// Records without their C++ type: what stores, journals and doors pass around, and the keys by which they are found.
#pragma once

#include <provost/describe/field.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>

namespace provost {

/// An immutable described struct of any type, shared. Copying is cheap; the content never changes. Since 0.1.
class Record {
public:
    Record() = default;
    Record(const RecordType& type, std::shared_ptr<const void> data) : type_(&type), data_(std::move(data)) {}

    /// A record that holds `value`.
    template <class T>
    [[nodiscard]] static Record of(T value) {
        return {type_of<T>(), type_of<T>().take(&value)};
    }

    [[nodiscard]] explicit operator bool() const { return data_ != nullptr; }
    [[nodiscard]] const RecordType& type() const { return *type_; }
    [[nodiscard]] const void* data() const { return data_.get(); }
    /// The struct; null when the record is of another type or empty.
    template <class T>
    [[nodiscard]] const T* get() const {
        return type_ == &type_of<T>() ? static_cast<const T*>(data_.get()) : nullptr;
    }
    /// Id and version of a stored record (its first two members).
    [[nodiscard]] std::int64_t id() const { return static_cast<const std::int64_t*>(data())[0]; }
    [[nodiscard]] std::int64_t version() const { return static_cast<const std::int64_t*>(data())[1]; }

private:
    const RecordType* type_ = nullptr;
    std::shared_ptr<const void> data_;
};

/// A value of an index: a number (every kind but text) or a text. Since 0.1.
struct KeyPart {
    std::int64_t number = 0;
    std::string text;
    bool is_text = false;

    friend bool operator==(const KeyPart&, const KeyPart&) = default;
};

/// The parts of a key, at most as many as an index has members. They lie in the key itself: keys are made by the
/// million. Since 0.1.
class KeyParts {
public:
    static constexpr std::size_t most = std::tuple_size_v<decltype(Index::members)>;

    KeyParts() = default;
    KeyParts(std::initializer_list<KeyPart> parts) {
        for (const KeyPart& part : parts) push_back(part);
    }
    /// Throws std::length_error when there are `most` already.
    void push_back(KeyPart part) { emplace() = std::move(part); }
    void resize(std::size_t size) {
        while (size_ > size) parts_[--size_] = {};
        while (size_ < size) emplace();
    }

    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] bool empty() const { return size_ == 0; }
    [[nodiscard]] const KeyPart* data() const { return parts_.data(); }
    [[nodiscard]] const KeyPart* begin() const { return parts_.data(); }
    [[nodiscard]] const KeyPart* end() const { return parts_.data() + size_; }
    [[nodiscard]] const KeyPart& front() const { return parts_.front(); }
    [[nodiscard]] KeyPart& back() { return parts_[size_ - 1]; }
    [[nodiscard]] KeyPart& operator[](std::size_t i) { return parts_[i]; }
    [[nodiscard]] const KeyPart& operator[](std::size_t i) const { return parts_[i]; }
    friend bool operator==(const KeyParts& a, const KeyParts& b) { return std::ranges::equal(a, b); }

private:
    KeyPart& emplace() {
        if (size_ == most) throw std::length_error("a key has too many parts");
        return parts_[size_++];
    }

    std::array<KeyPart, most> parts_;
    std::size_t size_ = 0;
};

/// Names records: by id, or by all members of an index. Since 0.1.
struct Key {
    static constexpr int by_id = -1;

    const RecordType* type = nullptr;
    int index = by_id;  ///< position in `type->indexes`
    KeyParts parts;

    friend bool operator==(const Key&, const Key&) = default;
};

/// The key of a record by its id. Since 0.1.
[[nodiscard]] Key id_key(const RecordType& type, std::int64_t id);
/// The key under which `record` stands in its index. Since 0.1.
[[nodiscard]] Key index_key(const Record& record, int index);
/// The member of which users tell the key of an index of one member: an index that is named like a member (login, over
/// login_key) stands for that member's spelling. Since 0.1.
[[nodiscard]] constexpr const Field& spelled(const RecordType& type, const Index& index) {
    const Field* named = type.find(index.name);
    return named != nullptr ? *named : type.fields[index.positions[0]];
}
/// Position of the index of that name; `Key::by_id` for "id"; -2 when there is none. Since 0.1.
[[nodiscard]] int find_index(const RecordType& type, std::string_view name);
/// Appends bytes that are equal for equal keys and different for different ones (for hashing). Since 0.1.
void append_key(std::string& out, const Key& key);
/// These bytes alone. Since 0.1.
[[nodiscard]] std::string key_bytes(const Key& key);
/// The part of these bytes that tells the keys of one index apart; from a key, or straight from a record. Since 0.1.
void append_parts(std::string& out, const Key& key);
void append_parts(std::string& out, const Record& record, int index);

}  // namespace provost
