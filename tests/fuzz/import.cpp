// Fuzz target of one import preset, PROVOST_PRESET: any bytes as a file of it, on a small organisation in memory. The
// first byte says how the file is read. What must hold of it: tests/import_check.hpp.
#include "import_check.hpp"

#include <cstdio>
#include <cstdlib>

using namespace provost;
using namespace provost::import_world;

namespace {

Trial trial_by(unsigned how) {
    static constexpr std::array<std::string_view, 4> encodings{"", "", "utf-16", "windows-1252"};
    const Sample& sample = sample_of(PROVOST_PRESET);
    Trial trial = trial_of(sample);
    auto& request = trial.request;
    request.encoding = encodings[how & 3U];
    request.lenient_ids = (how & 4U) != 0 && request.preset == "catalogue";
    request.template_update = (how & 8U) != 0 && request.preset == "catalogue";
    request.last_wins = (how & 16U) != 0 && sample.kinds.back() == "course";
    trial.batch = (how & 32U) != 0 ? 2000 : 1 + (how >> 6U);
    trial.next = [size = std::size_t{1} + how % 61U] { return size; };
    return trial;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    if (size == 0) return 0;
    static Tally tally;
    const std::string_view file(reinterpret_cast<const char*>(data) + 1, size - 1);
    const auto fault = fault_of(trial_by(data[0]), file, tally);
    if (fault.empty()) return 0;
    std::fprintf(stderr, "%s\n", fault.c_str());
    std::abort();
}
