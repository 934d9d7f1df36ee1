// What the prerequisites of a catalogue mean by now: how far, where they leave that to a setting, and which subject the
// templates that they name train.
#pragma once

#include "prerequisites/lint.hpp"

#include <map>

namespace provost::prerequisites {

class Meaning {
public:
    explicit Meaning(const Catalogue& catalogue);

    /// The catalogue with prerequisites in which all of that is written. Owners that shared theirs still do, unless
    /// these mean something else for each.
    [[nodiscard]] const Catalogue& catalogue() const { return catalogue_; }

private:
    [[nodiscard]] const catalogue::Prerequisites* meant(const catalogue::Prerequisites* rule, catalogue::Minimum usual);

    Catalogue catalogue_;
    std::map<std::int64_t, std::string> subjects_;  // of templates
    std::map<std::pair<const catalogue::Prerequisites*, catalogue::Minimum>, catalogue::Prerequisites> written_;
};

}  // namespace provost::prerequisites
