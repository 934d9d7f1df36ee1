// Rules between records, of one file or of several, fed record by record in any order of files. What it keeps grows
// with distinct things (clients, subjects, programs, locations), with pairs of client and program, and with distinct
// activities (activities.hpp); not with records.
#pragma once

#include "reporting/checks/activities.hpp"
#include "reporting/checks/facts.hpp"
#include "reporting/checks/finding.hpp"

#include <unordered_set>

namespace provost::reporting::checks {

class Cross {
public:
    Cross(const Situation& situation, std::vector<Finding>& findings);

    /// Makes ready for the records of a file.
    void know(const Layout& layout);
    void add(const Layout& layout, Values record, std::int64_t line);
    /// What only all files together show.
    void finish();

private:
    // A fact in a layout: which thing it is about and what it asks.
    struct Told {
        const Fact* fact;
        std::size_t place;  // among the facts of its entity
        Step asked;
    };
    // Facts about the thing that the same fields name.
    struct About {
        Entity entity;
        Step key;
        std::vector<Told> told;
    };
    struct File {
        const Layout* layout;
        std::vector<About> about;
        std::vector<Step> steps;
        std::int64_t lines = 0;
    };
    // What is kept of a client besides facts: hashes of the name and the address in NAT00080 and NAT00085; 0: none.
    struct ClientText {
        std::array<std::uint32_t, 2> name{}, address{};
        std::uint32_t programs = 0;
    };
    // The first values that a client has in a program, as hashes; 0: none yet.
    using Pair = std::array<std::uint32_t, 3>;
    using Seen = std::array<Thing*, entities>;

    [[nodiscard]] File& file_of(const Layout& layout);
    [[nodiscard]] Seen remember(const File& file, Values record);
    void check(File& file, const Step& step, Values record, const Seen& seen);
    void check_unique(const File& file, const Step& step, Values record);
    void check_activity(const File& file, Values record, const Seen& seen);
    void check_pair(const File& file, Values record, const Seen& seen);
    void check_owner(const File& file, const Step& step, Values record, const Seen& seen);
    void remember_text(const File& file, Values record, const Seen& seen);
    void finish_together(const File& file, const Step& step);
    void finish_not_needed(const File& file, const Step& step);
    void finish_agree(const File& file, const Step& step);
    void report(const File& file, const Step& step, std::int64_t line);
    void report_kind(const File& file, Kind kind);
    [[nodiscard]] bool has_any(std::string_view fact) const;

    const Situation& situation_;
    std::int64_t most_programs_;  // of a client, in such files of the target as limit them
    std::vector<Finding>& findings_;
    std::vector<File> files_;
    std::array<Things, entities> things_;
    std::vector<std::string_view> facts_seen_;
    std::unordered_map<std::string, std::unordered_set<std::string>> keys_;  // by what they are unique in
    std::vector<ClientText> texts_;                                          // by the number of the client
    std::unordered_map<std::uint64_t, Pair> pairs_;                          // by client and program
    std::unordered_map<std::string, std::uint32_t> owners_;                  // of student identifiers
    Activities activities_;
};

}  // namespace provost::reporting::checks
