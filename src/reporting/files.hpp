// The statutory files that the store can fill, record by record, of any release that has layouts.
#pragma once

#include "reporting/completion.hpp"
#include "reporting/nat_fields.hpp"

#include <provost/people/client_details.hpp>

namespace provost::reporting {

/// A text, or what a file says where there is none.
[[nodiscard]] inline std::string_view or_unknown(std::string_view text, std::string_view unknown) {
    return text.empty() ? unknown : text;
}

/// What a person should look at in a file.
struct FileFinding {
    std::string_view file;  ///< "NAT00120"
    std::int64_t line = 0;  ///< 0: of no line, but of one that is missing
    std::int64_t avs = 0;   ///< number in the national validation software; 0 = it has none
    Code code;
    Severity severity = Severity::warning;
};

/// Writes records and keeps their bytes until they are taken. Which records belong into the files is the caller's
/// business: only what NAT00120 and NAT00130 refer to.
class NatWriter {
public:
    struct File {
        const Layout* layout = nullptr;  ///< null: the release has no such file
        Extent extent = Extent::national;
        RecordForm form{};
        std::int64_t lines = 0;
        std::string bytes{};  ///< written and not yet taken
    };

    /// `release` must have layouts. Records for a state hold the fields for states, too; with `parchments` those of
    /// NAT00130 have room for them in any case.
    explicit NatWriter(std::string_view release, const enrolment::Target& target = enrolment::targets().front(),
                       bool parchments = false);

    void add(const ActivityRecord& row, std::span<const RowFinding> findings);
    void add(const CompletionRecord& row);
    void add(const organisation::Provider& provider);
    void add(const organisation::Provider& provider, const organisation::Location& location);
    void add(const catalogue::Program& program);
    void add(const catalogue::Subject& subject);
    /// NAT00080, NAT00085, NAT00090 and NAT00100; `details` may be null: nothing was stated.
    void add(const people::Learner& learner, const people::ClientDetails* details = nullptr);
    /// Of a line that is not there, or of several together.
    void add(const FileFinding& finding) { findings_.push_back(finding); }

    [[nodiscard]] std::span<File> files() { return files_; }
    /// Records written so far, in all files together.
    [[nodiscard]] std::int64_t lines() const;
    /// Records of NAT00120 so far.
    [[nodiscard]] std::int64_t activities() const { return files_[nat00120].lines; }
    /// Findings since they were last taken.
    [[nodiscard]] std::vector<FileFinding>& findings() { return findings_; }

private:
    enum Name : std::uint8_t {
        nat00010,
        nat00020,
        nat00030,
        nat00030a,
        nat00060,
        nat00080,
        nat00085,
        nat00090,
        nat00100,
        nat00120,
        nat00130
    };

    void append(Name name, std::span<const FieldValue> values);
    void note(const File& file, Code code);
    void add_client(const people::Learner& learner, const people::ClientStatements& stated);
    void add_contact(const people::Learner& learner, const people::ClientStatements& stated);
    [[nodiscard]] std::string_view organisation(std::string_view identifier);

    std::array<File, 11> files_;
    std::vector<FileFinding> findings_;
    bool zero_fills_organisation_;
    std::string filled_;  // the organisation's identifier, where the target wants it filled with zeros
};

}  // namespace provost::reporting
