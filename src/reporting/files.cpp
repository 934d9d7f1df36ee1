// Records of the statutory files, field by field as nat_fields.hpp lists them; clients: client_records.cpp. A value
// that its field can not hold is left out with a finding: a file with a gap can be looked at and corrected, an export
// that stops can not.
#include "reporting/files.hpp"

#include "base/code_table.hpp"

#include <algorithm>

namespace provost::reporting {

namespace {

FieldValue hours_of(const std::optional<std::int64_t>& hours) { return hours ? FieldValue(*hours) : FieldValue(); }

FieldValue day_of(const std::optional<Day>& day) { return day ? FieldValue(*day) : FieldValue(); }

FieldValue flag_of(bool value) { return std::string_view(value ? "Y" : "N"); }

// 15 is no vocational program, 14 and 16 are local ones: the national register holds none of them, so that their
// details are reported (NAT00030A). Any other program is on the register, which knows its details (NAT00030). A program
// stands in one of the two files: their identifiers are unique together.
bool is_on_register(const catalogue::Program& program) {
    return program.recognition != "14" && program.recognition != "15" && program.recognition != "16";
}

bool is_letter(char c) { return 'A' <= c && c <= 'Z'; }
bool is_digit(char c) { return '0' <= c && c <= '9'; }

// A unit of competency: three to seven letters, two to four digits, perhaps a letter for the version; else a module.
bool is_unit(std::string_view code) {
    const auto letters = static_cast<std::size_t>(std::ranges::find_if_not(code, is_letter) - code.begin());
    code.remove_prefix(letters);
    const auto digits = static_cast<std::size_t>(std::ranges::find_if_not(code, is_digit) - code.begin());
    code.remove_prefix(digits);
    const bool version = code.empty() || (code.size() == 1 && is_letter(code[0]));
    return 3 <= letters && letters <= 7 && 2 <= digits && digits <= 4 && version;
}

struct NamedFile {
    std::string_view name;
    nat_fields::Names fields;
    bool for_states;  // records for a state have its fields
};

constexpr std::size_t activity_size = decltype(activity_fields())::extent;
constexpr std::size_t own_size = decltype(own_activity_fields())::extent;

std::array<std::string_view, activity_size + own_size> names_of_activity() {
    std::array<std::string_view, activity_size + own_size> names{};
    for (std::size_t i = 0; i < activity_size; ++i) names[i] = activity_fields()[i].field;
    for (std::size_t i = 0; i < own_size; ++i) names[activity_size + i] = own_activity_fields()[i].field;
    return names;
}

}  // namespace

NatWriter::NatWriter(std::string_view release, const enrolment::Target& target, bool parchments)
    : zero_fills_organisation_(target.zero_fills_organisation) {
    const auto activity = names_of_activity();
    const std::array<NamedFile, 11> names{{{"NAT00010", nat_fields::organisation, true},
                                           {"NAT00020", nat_fields::location, false},
                                           {"NAT00030", nat_fields::program, false},
                                           {"NAT00030A", nat_fields::program, false},
                                           {"NAT00060", nat_fields::subject, false},
                                           {"NAT00080", nat_fields::client, false},
                                           {"NAT00085", nat_fields::contact, false},
                                           {"NAT00090", nat_fields::disability, false},
                                           {"NAT00100", nat_fields::achievement, false},
                                           {"NAT00120", activity, true},
                                           {"NAT00130", nat_fields::completion, true}}};
    for (std::size_t i = 0; i < names.size(); ++i) {
        files_[i].layout = find_layout(release, names[i].name, target.name);
        const bool own = files_[i].layout != nullptr && !files_[i].layout->target.empty();
        const bool wide = own || (target.state_part && names[i].for_states) || (parchments && i == nat00130);
        files_[i].extent = wide ? Extent::full : Extent::national;
        if (files_[i].layout != nullptr) files_[i].form = RecordForm(*files_[i].layout, names[i].fields);
    }
}

std::int64_t NatWriter::lines() const {
    std::int64_t all = 0;
    for (const File& file : files_) all += file.lines;
    return all;
}

void NatWriter::note(const File& file, Code code) {
    const bool again = !findings_.empty() && findings_.back().file == file.layout->file &&
                       findings_.back().line == file.lines && findings_.back().code == code;
    if (!again) findings_.push_back({file.layout->file, file.lines, 0, code});
}

void NatWriter::append(Name name, std::span<const FieldValue> given) {
    File& file = files_[name];
    if (file.layout == nullptr) return;
    const auto values = file.form.arrange(given);
    std::vector<FieldNote> notes;
    ++file.lines;
    while (true) {
        const auto written = append_record(file.bytes, *file.layout, file.extent, values, notes);
        if (written) break;
        const auto wrong = file.layout->find(std::string_view(written.error().place.pointer).substr(1));
        values[wrong] = {};
        note(file, written.error().code);
    }
    for (const FieldNote& one : notes) {
        note(file, one.kind == FieldNote::Kind::cut ? "report.text-cut"_code : "report.character"_code);
    }
}

std::string_view NatWriter::organisation(std::string_view identifier) {
    constexpr std::size_t width = 10;
    if (!zero_fills_organisation_ || width <= identifier.size()) return identifier;
    filled_.assign(width - identifier.size(), '0').append(identifier);
    return filled_;
}

void NatWriter::add(const ActivityRecord& row, std::span<const RowFinding> findings) {
    std::array<FieldValue, activity_size + own_size> values;
    const auto own = std::ranges::copy(row.values(), values.begin()).out;
    std::ranges::copy(row.own_values(), own);
    values[0] = organisation(row.organisation);
    append(nat00120, values);
    for (const RowFinding& finding : findings) {
        findings_.push_back({"NAT00120", activities(), finding.avs, finding.code, finding.severity});
    }
}

// Release 7.0 asks for the year alone.
void NatWriter::add(const CompletionRecord& row) {
    const auto year = row.completed_on ? static_cast<int>(std::chrono::year_month_day(*row.completed_on).year()) : 0;
    const std::array<FieldValue, 11> values{organisation(row.organisation),
                                            row.program,
                                            row.client,
                                            day_of(row.completed_on),
                                            std::int64_t{year},
                                            flag_of(row.parchment.issued),
                                            day_of(row.parchment.issued_on),
                                            row.parchment.number,
                                            day_of(row.commenced_on),
                                            std::string_view(row.parchment.issued ? "10" : "20"),
                                            std::string_view(row.program_enrolment)};
    append(nat00130, values);
}

void NatWriter::add(const organisation::Provider& provider) {
    const std::array<FieldValue, 12> values{organisation(provider.identifier),
                                            provider.name,
                                            provider.type,
                                            provider.address_first_line,
                                            provider.address_second_line,
                                            provider.suburb,
                                            provider.postcode,
                                            provider.state,
                                            provider.contact_name,
                                            provider.telephone,
                                            provider.facsimile,
                                            provider.email};
    append(nat00010, values);
}

void NatWriter::add(const organisation::Provider& provider, const organisation::Location& location) {
    const std::array<FieldValue, 7> values{organisation(provider.identifier),
                                           location.identifier,
                                           location.name,
                                           location.postcode,
                                           location.state,
                                           location.suburb,
                                           location.country};
    append(nat00020, values);
}

// Release 7.0 has one file for all programs, with their details.
void NatWriter::add(const catalogue::Program& program) {
    const std::array<FieldValue, 8> values{program.code,
                                           or_unknown(program.title, program.code),
                                           hours_of(program.nominal_hours),
                                           program.recognition,
                                           program.level_of_education,
                                           program.field_of_education,
                                           program.anzsco,
                                           flag_of(program.vocational)};
    const bool one_file = files_[nat00030a].layout == nullptr;
    append(one_file || is_on_register(program) ? nat00030 : nat00030a, values);
}

void NatWriter::add(const catalogue::Subject& subject) {
    const std::array<FieldValue, 6> values{std::string_view(is_unit(subject.code) ? "C" : "M"),
                                           subject.code,
                                           or_unknown(subject.title, subject.code),
                                           subject.field_of_education,
                                           flag_of(subject.vocational),
                                           hours_of(subject.nominal_hours)};
    append(nat00060, values);
}

}  // namespace provost::reporting
