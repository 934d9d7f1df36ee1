// Packages of files that go out: learners, enrolments, answers to what came in, and a manifest, which is renamed last
// and is the mark that the package is complete. The host writes the files; nothing here does. [PPR-SYN-03]
#pragma once

#include <provost/lms/file_drop.hpp>

#include <array>
#include <string>
#include <vector>

namespace provost::lms {

struct DropFile {
    std::string name;
    std::string bytes;
};

struct DropTable;

/// A file in the making. A column that has no value in any row is left out when it is optional.
class DropColumns {
public:
    DropColumns(std::vector<std::string_view> headings, std::size_t always)
        : headings_(std::move(headings)), always_(always) {}
    void add(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
    [[nodiscard]] std::int64_t rows() const { return static_cast<std::int64_t>(rows_.size()); }
    [[nodiscard]] std::string text() const;

private:
    std::vector<std::string_view> headings_;
    std::size_t always_;
    std::vector<std::vector<std::string>> rows_;
};

class FileDrop {
public:
    /// False when no file can express the action: links of courses need none, both sides know a course by its id.
    bool add(const Action& action);
    /// An ack file for each file that came in, and a reject file where rows of it were at fault.
    void answer(const std::vector<DropTable>& tables);
    [[nodiscard]] bool empty() const { return learners_.rows() == 0 && enrolments_.rows() == 0 && answers_.empty(); }
    /// The files of the package, the manifest last. Names hold the connection, the sequence number and the moment.
    [[nodiscard]] std::vector<DropFile> package(const std::string& connection, std::int64_t sequence,
                                                Instant moment) const;

private:
    struct Answer {
        std::string_view stream;
        DropFile file;
        std::int64_t rows = 0;
    };

    DropColumns learners_{{"op_id", "learner", "login", "email", "first_name", "family_name", "suspended"}, 6};
    DropColumns enrolments_{{"op_id", "course", "learner", "access", "epoch", "cause", "container", "from", "until",
                             "groups", "leave_groups"},
                            6};
    std::vector<Answer> answers_;
};

/// A record with the line end of packages.
void add_record(std::string& out, const std::vector<std::string_view>& cells);

}  // namespace provost::lms
