// Where the descriptions of this room's structs are made.
#include "engine/pure_decide.hpp"

#include <provost/engine/find_query.hpp>
#include <provost/engine/import_report.hpp>
#include <provost/engine/lms_reports.hpp>
#include <provost/engine/reports.hpp>
#include <provost/engine/session_request.hpp>
#include <provost/engine/statutory_check.hpp>
#include <provost/engine/what_if.hpp>

PROVOST_DESCRIBED(provost::FindClause);
PROVOST_DESCRIBED(provost::FindQuery);
PROVOST_DESCRIBED(provost::ImportRow);
PROVOST_DESCRIBED(provost::ImportNote);
PROVOST_DESCRIBED(provost::TickLine);
PROVOST_DESCRIBED(provost::TickSummary);
PROVOST_DESCRIBED(provost::UpdateLine);
PROVOST_DESCRIBED(provost::UpdateSummary);
PROVOST_DESCRIBED(provost::EraseSummary);
PROVOST_DESCRIBED(provost::WhatIfLine);
PROVOST_DESCRIBED(provost::WhatIfSummary);
PROVOST_DESCRIBED(provost::ProvisioningSummary);
PROVOST_DESCRIBED(provost::OutboxSummary);
PROVOST_DESCRIBED(provost::ObserveSummary);
PROVOST_DESCRIBED(provost::LmsAccountsSummary);
PROVOST_DESCRIBED(provost::LmsCourseLine);
PROVOST_DESCRIBED(provost::LmsCoursesSummary);
PROVOST_DESCRIBED(provost::LmsResultLine);
PROVOST_DESCRIBED(provost::LmsResultsSummary);
PROVOST_DESCRIBED(provost::ResyncLine);
PROVOST_DESCRIBED(provost::ResyncSummary);
PROVOST_DESCRIBED(provost::ColumnDefault);
PROVOST_DESCRIBED(provost::ColumnCode);
PROVOST_DESCRIBED(provost::SessionRequest);
PROVOST_DESCRIBED(provost::ImportSummary);
PROVOST_DESCRIBED(provost::ExportSummary);
PROVOST_DESCRIBED(provost::ParticipantLine);
PROVOST_DESCRIBED(provost::ProcessLine);
PROVOST_DESCRIBED(provost::MessageLine);
PROVOST_DESCRIBED(provost::SyncLine);
PROVOST_DESCRIBED(provost::RatingLine);
PROVOST_DESCRIBED(provost::StatutoryPiece);
PROVOST_DESCRIBED(provost::StatutoryFinding);
PROVOST_DESCRIBED(provost::StatutoryCount);
PROVOST_DESCRIBED(provost::StatutoryCheckSummary);
PROVOST_DESCRIBED(provost::engine::GivenRecord);
PROVOST_DESCRIBED(provost::engine::DecideDocument);
