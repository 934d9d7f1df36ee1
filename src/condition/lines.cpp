// Reasons in English.
#include <provost/condition/lines.hpp>

namespace provost {

std::vector<std::string> lines(const Reason& reason) {
    std::string mark(word(reason.mark));
    std::ranges::replace(mark, '_', ' ');
    std::vector<std::string> all{mark + ": " +
                                 (reason.code ? sentence(reason.code, reason.parameters) : std::string())};
    for (const Reason& part : reason.parts) {
        for (const std::string& line : lines(part)) all.push_back("  " + line);
    }
    return all;
}

}  // namespace provost
