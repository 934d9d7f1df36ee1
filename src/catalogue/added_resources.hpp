// Resources in the list of a course; and what of them comes into another one, or into a template: that they are needed,
// not when.
#pragma once

#include <provost/catalogue/syllabus.hpp>

namespace provost::catalogue {

/// The first entry of a resource, whatever it is added for; null: it is not added.
[[nodiscard]] inline const AddedResource* find_added(const std::vector<AddedResource>& list, std::int64_t resource) {
    const auto found = std::ranges::find(list, resource, &AddedResource::resource);
    return found == list.end() ? nullptr : &*found;
}

/// Takes away the windows for which they are planned: dates of one course. Answers whether there were any. [IMC-TFC-05]
inline bool drop_windows(std::vector<AddedResource>& list) {
    bool dropped = false;
    for (AddedResource& entry : list) {
        dropped = dropped || !entry.windows.empty();
        entry.windows.clear();
    }
    return dropped;
}

/// What was at a location that is not in the list any more is nowhere. [IMC-RES-13]
inline void drop_lost_locations(std::vector<AddedResource>& list) {
    for (AddedResource& entry : list) {
        if (entry.location != 0 && find_added(list, entry.location) == nullptr) entry.location = 0;
    }
}

/// Takes away what is for the event of a component that is not among these. Answers whether there was any. [IMC-TFC-05]
inline bool drop_without(std::vector<AddedResource>& list, const std::vector<Component>& components) {
    const auto gone = std::erase_if(list, [&](const AddedResource& entry) {
        return !entry.component.empty() &&
               std::ranges::find(components, entry.component, &Component::key) == components.end();
    });
    drop_lost_locations(list);
    return gone > 0;
}

}  // namespace provost::catalogue
