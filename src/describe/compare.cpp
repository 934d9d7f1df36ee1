// Comparing described structs: one walk over the description, stopping at the first difference. Two structs are
// equal exactly when their canonical texts are, but no text is made.
#include <provost/describe/compare.hpp>

#include <string>

namespace provost {

namespace {

bool same_text(const void* a, const void* b) {
    return *static_cast<const std::string*>(a) == *static_cast<const std::string*>(b);
}

bool same_struct(const RecordType& type, const void* a, const void* b) {
    return std::ranges::all_of(type.fields, [&](const Field& field) { return same_member(field, a, b); });
}

template <class Same>
bool same_items(const Access& access, const void* a, const void* b, Same same) {
    const std::size_t count = access.count(a);
    if (count != access.count(b)) return false;
    for (std::size_t i = 0; i < count; ++i) {
        if (!same(access.at(a, i), access.at(b, i))) return false;
    }
    return true;
}

bool same_value(const Access& access, const void* a, const void* b) {
    switch (access.kind) {
        case Kind::text: return same_text(a, b);
        case Kind::reference: return access.load(a) == access.load(b) && same_text(access.at(a, 0), access.at(b, 0));
        case Kind::texts: return same_items(access, a, b, same_text);
        case Kind::numbers:
            return same_items(access, a, b, [](const void* x, const void* y) {
                return *static_cast<const std::int64_t*>(x) == *static_cast<const std::int64_t*>(y);
            });
        case Kind::record:
        case Kind::records:
            return same_items(access, a, b,
                              [&](const void* x, const void* y) { return same_struct(*access.target(), x, y); });
        default: return access.load(a) == access.load(b);
    }
}

}  // namespace

bool same_member(const Field& field, const void* a, const void* b) {
    const void* left = field.in(a);
    const void* right = field.in(b);
    const bool present = field.access->present(left);
    if (present != field.access->present(right)) return false;
    return !present || same_value(*field.access, left, right);
}

bool same_content(const RecordType& type, const void* a, const void* b) {
    return std::ranges::all_of(type.fields,
                               [&](const Field& field) { return field.name == "version" || same_member(field, a, b); });
}

}  // namespace provost
