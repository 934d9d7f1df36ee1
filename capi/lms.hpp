// A host's table of functions as an adapter for an LMS.
#pragma once

#include "provost_lms.h"

#include <provost/base/result.hpp>
#include <provost/lms/adapter.hpp>

#include <optional>

namespace provost::capi {

class TableLms final : public lms::Adapter {
public:
    /// The table is copied and must be whole: see make_table_lms.
    explicit TableLms(const provost_lms& table) : table_(table) {}

    [[nodiscard]] lms::Abilities describe() const override { return abilities_; }
    void carry_out(std::vector<lms::Action> actions) override;
    void list(const lms::ListingAsk& ask) override;
    [[nodiscard]] std::vector<lms::HttpRequest> take_requests() override { return {}; }
    void answer(const lms::HttpAnswer&) override {}
    [[nodiscard]] lms::Findings take_findings() override { return std::exchange(findings_, {}); }

    [[nodiscard]] Result<void> ask_abilities();
    /// What a function of the table did wrong; from then on nothing is asked of it any more.
    [[nodiscard]] const std::optional<Error>& failure() const { return failed_; }

private:
    [[nodiscard]] bool read_row(std::string_view line, const std::string& listing);

    provost_lms table_;
    lms::Abilities abilities_;
    lms::Findings findings_;
    std::optional<Error> failed_;
};

[[nodiscard]] Result<std::unique_ptr<TableLms>> make_table_lms(const provost_lms* table);

}  // namespace provost::capi
