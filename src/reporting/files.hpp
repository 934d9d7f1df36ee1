// The statutory files that the store can fill, record by record. NAT00090, NAT00100 and NAT00130 are not among them:
// disabilities, earlier education and completed programs are not kept yet.
#pragma once

#include "reporting/project.hpp"

namespace provost::reporting {

/// What a person should look at in a file.
struct FileFinding {
    std::string_view file;  ///< "NAT00120"
    std::int64_t line = 0;
    std::int64_t avs = 0;  ///< number in the national validation software; 0 = it has none
    Code code;
};

/// Writes records and keeps their bytes until they are taken. Which records belong into the files is the caller's
/// business: only what NAT00120 refers to.
class NatWriter {
public:
    struct File {
        const Layout* layout = nullptr;
        std::int64_t lines = 0;
        std::string bytes;  ///< written and not yet taken
    };

    /// `release` must have layouts.
    explicit NatWriter(std::string_view release);

    void add(const ActivityRecord& row, const std::optional<RuleFinding>& finding);
    void add(const organisation::Provider& provider);
    void add(const organisation::Provider& provider, const organisation::Location& location);
    void add(const catalogue::Program& program);
    void add(const catalogue::Subject& subject);
    /// NAT00080 and NAT00085.
    void add(const people::Learner& learner);

    [[nodiscard]] std::span<File> files() { return files_; }
    /// Records written so far, in all files together.
    [[nodiscard]] std::int64_t lines() const;
    /// Findings since they were last taken.
    [[nodiscard]] std::vector<FileFinding>& findings() { return findings_; }

private:
    enum Name : std::uint8_t { nat00010, nat00020, nat00030, nat00030a, nat00060, nat00080, nat00085, nat00120 };

    void append(Name name, std::span<FieldValue> values);
    void note(const File& file, Code code);

    std::array<File, 8> files_;
    std::vector<FileFinding> findings_;
};

}  // namespace provost::reporting
