// Differences of two records as canonical JSON. Values are compared first; text is made only where they differ, since
// most members of a change stay as they were.
#include <provost/describe/compare.hpp>
#include <provost/describe/json.hpp>
#include <provost/plan/compare.hpp>

namespace provost {

std::vector<FieldChange> differences(const RecordType& type, const void* before, const void* after) {
    std::vector<FieldChange> list;
    for (const auto position : type.by_name) {
        const Field& field = type.fields[position];
        if (field.name == "version") continue;
        const bool same =
            before == nullptr ? !field.access->present(field.in(after)) : same_member(field, before, after);
        if (same) continue;
        FieldChange& change = list.emplace_back();
        change.field = field.name;
        if (before != nullptr) write_member_json(change.before, field, before);
        write_member_json(change.after, field, after);
    }
    return list;
}

}  // namespace provost
