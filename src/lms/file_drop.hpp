// Actions as a package of files for a drop folder: learners, enrolments and a manifest, which is renamed last and is
// the mark that the package is complete. The host writes the files; nothing here does.
#pragma once

#include <provost/lms/lms.hpp>

#include <string>
#include <vector>

namespace provost::lms {

struct DropFile {
    std::string name;
    std::string bytes;
};

class FileDrop {
public:
    void add(const Action& action);
    [[nodiscard]] bool empty() const { return learner_rows_ == 0 && enrolment_rows_ == 0; }
    /// The files of the package, the manifest last. Names hold the connection, the sequence number and the moment.
    [[nodiscard]] std::vector<DropFile> package(const std::string& connection, std::int64_t sequence,
                                                Instant moment) const;

private:
    std::string learners_;
    std::string enrolments_;
    std::int64_t learner_rows_ = 0;
    std::int64_t enrolment_rows_ = 0;
};

}  // namespace provost::lms
