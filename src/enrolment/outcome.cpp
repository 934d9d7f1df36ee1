// The national outcome codes of release 8.0, and the internal 00.
#include "enrolment/outcome.hpp"

#include <algorithm>
#include <array>

namespace provost::enrolment {

namespace {

constexpr auto table = std::to_array<OutcomeCode>({
    {"00", "not yet commenced (internal)", false, false},
    {"20", "competency achieved", true, true},
    {"30", "competency not achieved", false, true},
    {"40", "withdrawn", false, true},
    {"41", "incomplete because the organisation closed", false, true},
    {"51", "recognition of prior learning granted", true, true},
    {"52", "recognition of prior learning not granted", false, true},
    {"60", "credit transfer", true, true},
    {"61", "superseded subject", false, true},
    {"70", "continuing", false, false},
    {"81", "non-assessed, satisfactorily completed", true, true},
    {"82", "non-assessed, not satisfactorily completed", false, true},
    {"85", "not yet started", false, false},
});

}  // namespace

const OutcomeCode* find_outcome(std::string_view code) {
    const auto row = std::ranges::find(table, code, &OutcomeCode::code);
    return row == table.end() ? nullptr : &*row;
}

std::string_view taken_back(std::string_view code) {
    if (code == "20") return "30";
    if (code == "51") return "52";
    return code == "81" ? "82" : std::string_view();
}

}  // namespace provost::enrolment
