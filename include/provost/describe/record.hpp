// Records without their C++ type: what stores, journals and doors pass around, and the keys by which they are found.
#pragma once

#include <provost/describe/field.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace provost {

/// An immutable described struct of any type, shared. Copying is cheap; the content never changes. Since 0.1.
class Record {
public:
    Record() = default;
    Record(const RecordType& type, std::shared_ptr<const void> data) : type_(&type), data_(std::move(data)) {}

    /// A record that holds `value`.
    template <class T>
    [[nodiscard]] static Record of(T value) {
        return {type_of<T>(), std::make_shared<const T>(std::move(value))};
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

/// Names records: by id, or by all members of an index. Since 0.1.
struct Key {
    static constexpr int by_id = -1;

    const RecordType* type = nullptr;
    int index = by_id;  ///< position in `type->indexes`
    std::vector<KeyPart> parts;

    friend bool operator==(const Key&, const Key&) = default;
};

/// The key of a record by its id. Since 0.1.
[[nodiscard]] Key id_key(const RecordType& type, std::int64_t id);
/// The key under which `record` stands in its index. Since 0.1.
[[nodiscard]] Key index_key(const Record& record, int index);
/// Position of the index of that name; `Key::by_id` for "id"; -2 when there is none. Since 0.1.
[[nodiscard]] int find_index(const RecordType& type, std::string_view name);
/// Appends bytes that are equal for equal keys and different for different ones (for hashing). Since 0.1.
void append_key(std::string& out, const Key& key);
/// The part of these bytes that tells the keys of one index apart; from a key, or straight from a record. Since 0.1.
void append_parts(std::string& out, const Key& key);
void append_parts(std::string& out, const Record& record, int index);

}  // namespace provost
