// Fuzzes the reader of documents: whatever comes, a document is read or refused with a code; what was read is written
// and read again to the same text.
#include <provost/describe/json.hpp>
#include <provost/plan/answer.hpp>

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    const auto answer = provost::from_json<provost::Answer>(text);
    if (!answer) {
        if (!answer.error().code) std::abort();
        return 0;
    }
    const auto written = provost::to_json(*answer);
    const auto again = provost::from_json<provost::Answer>(written);
    if (!again || provost::to_json(*again) != written) std::abort();
    return 0;
}
