// Checks the files of a submission, fed record by record in any order of files, or as bytes. What it finds is taken
// while it goes on; what only all files together show comes at the end. [FIN-REP-08]
#pragma once

#include "reporting/checks/cross.hpp"
#include "reporting/read_back.hpp"

#include <map>

namespace provost::reporting::checks {

/// How much was checked.
struct Counts {
    std::int64_t records = 0;
    std::int64_t errors = 0;
    std::int64_t warnings = 0;
};

class FileCheck {
public:
    /// The release must have layouts.
    explicit FileCheck(Situation situation);
    FileCheck(const FileCheck&) = delete;
    FileCheck& operator=(const FileCheck&) = delete;

    /// Adds a row to a list of the host (References::add); before the records that it shall be asked for.
    [[nodiscard]] bool add_reference(std::string_view list, std::span<const std::string_view> cells) {
        return references_.add(list, cells);
    }
    /// Whether the release has a file of that name, as "NAT00120".
    [[nodiscard]] bool knows(std::string_view file) const { return files_.contains(std::string(file)); }
    /// Takes a piece of a file that the release knows; pieces may be cut anywhere.
    void add(std::string_view file, std::string_view bytes);
    /// Ends all files.
    void finish();

    /// Findings since they were last taken.
    [[nodiscard]] std::vector<Finding> take();
    [[nodiscard]] const Counts& counts() const { return counts_; }
    /// Numbers of rules that were not checked because the host gave no list, or did not say who submits.
    [[nodiscard]] std::vector<std::string> not_checked() const;
    [[nodiscard]] const Situation& situation() const { return situation_; }

private:
    struct File {
        const Layout* layout;
        RecordReader reader;
        RecordLines lines{};
        std::vector<Step> steps{};
        std::int64_t line = 0;
        bool line_end_told = false;
    };

    void add_record(File& file, std::string_view record, Ending ending);
    void report(const File& file, Kind form, std::string_view field, std::size_t column);
    [[nodiscard]] bool is_broken(const Step& step, Values values) const;
    [[nodiscard]] bool asks_register(const Step& step, Values values) const;

    const Situation situation_;
    std::vector<Finding> findings_;
    References references_;
    Cross cross_;
    std::map<std::string, File, std::less<>> files_;
    std::vector<const CheckRule*> form_;  // by Kind, length to day
    Counts counts_;
};

}  // namespace provost::reporting::checks
