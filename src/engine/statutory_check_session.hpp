// The session that checks statutory files, and how findings are written wherever they are given.
#pragma once

#include "engine/core.hpp"
#include "reporting/checks/file_check.hpp"

#include <provost/engine/session_request.hpp>
#include <provost/engine/statutory_check.hpp>

namespace provost::engine {

/// Takes the files of a submission, gives what breaks rules (streams "findings" and "findings.csv").
[[nodiscard]] Result<std::unique_ptr<Session>> begin_statutory_check(Core& core, const SessionRequest& request);

/// Findings as text. Streams begin with the header of their columns.
class FindingLines {
public:
    static constexpr std::string_view header = "file,line,column,field,rule,avs,severity,message,fix\n";

    /// Appends one as separated values, and counts it.
    void add(const reporting::checks::Finding& finding, std::string& csv);
    /// Appends one as a document.
    static void add_document(const reporting::checks::Finding& finding, std::string& json);
    /// How often each rule was broken.
    [[nodiscard]] std::vector<StatutoryCount> counts() const;

private:
    std::map<const reporting::checks::CheckRule*, std::int64_t> counts_;
};

}  // namespace provost::engine
