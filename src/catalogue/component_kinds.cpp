// The table of component kinds: what rules may ask of each, and what may be done with it.
#include <provost/catalogue/syllabus.hpp>

namespace provost::catalogue {

namespace {

using enum ComponentKind;

// In the order of the kinds. IMC-LL-05: percent of tests, SCOs and AUs. IMC-LL-06: a status of tests, feedback,
// training on the job, SCORM trainings, SCOs and AUs, and of folders that an action processes (IMC-LL-22). IMC-LL-08:
// tries of tests and trainings. IMC-LIB-01: what a library holds. IMC-UPD-02: what stays once it was begun.
constexpr auto table = std::to_array<KindOfComponent>({
    {.kind = content},
    {.kind = folder, .holds_others = true, .status = true},
    {.kind = tutor_folder, .holds_others = true},
    {.kind = course_set},
    {.kind = test, .percentage = true, .status = true, .tries = true, .frozen_once_begun = true},
    {.kind = feedback, .status = true, .frozen_once_begun = true},
    {.kind = on_the_job, .status = true},
    {.kind = scorm, .status = true, .tries = true, .in_library = true, .frozen_once_begun = true},
    {.kind = sco, .percentage = true, .status = true, .frozen_once_begun = true},
    {.kind = aicc, .tries = true, .in_library = true, .frozen_once_begun = true},
    {.kind = au, .percentage = true, .status = true, .frozen_once_begun = true},
    {.kind = file, .in_library = true},
    {.kind = link, .in_library = true},
    {.kind = link_list, .in_library = true},
    {.kind = vocabulary, .in_library = true},
    {.kind = glossary, .in_library = true},
    {.kind = faq, .in_library = true},
    {.kind = chat},
});
static_assert(table.size() == Choices<ComponentKind>::rows.size());

}  // namespace

const KindOfComponent& what_is(ComponentKind kind) { return table[static_cast<std::size_t>(kind)]; }

}  // namespace provost::catalogue
