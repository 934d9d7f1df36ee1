// The statuses that ship, and how one stands once a host has added to it.
#pragma once

#include <provost/enrolment/program_status.hpp>

#include <span>

namespace provost::enrolment {

/// A row of the table of statuses. Since 0.1. [FIN-ORD-08, FIN-ORD-15]
struct ShippedStatus {
    std::string_view key;
    StatusClass status_class;
    State sets;
    State stands_with = State::none;
    Penalty penalty = Penalty::none;
    std::string_view leads_to{};
};

[[nodiscard]] std::span<const ShippedStatus> shipped_statuses();
/// Null when none of that key ships.
[[nodiscard]] const ShippedStatus* find_shipped_status(std::string_view key);

/// The status of that key: as it ships, with what the host added, else the host's own (`defined`, null when there is no
/// record); nothing when there is no such status.
[[nodiscard]] std::optional<ProgramStatus> status_of(std::string_view key, const ProgramStatus* defined);

/// Whether a participant of this state goes with the status. [FIN-ORD-15]
[[nodiscard]] bool may_stand_with(const ProgramStatus& status, State state);

/// The states that do, as words with commas between them.
[[nodiscard]] std::string states_of(const ProgramStatus& status);

/// Status of a program enrolment that goes on.
inline constexpr std::string_view current_status = "Current";
/// Status of one whose training went on in the program that supersedes its own. [FIN-TRN-07]
inline constexpr std::string_view transitioned_status = "Transitioned";
/// Status of one that only a transition had made, which was taken back.
inline constexpr std::string_view undone_status = "Cancelled (no penalty)";

}  // namespace provost::enrolment
