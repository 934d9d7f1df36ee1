// Records of the statutory files, field by field as the layouts list them. A value that its field can not hold is left
// out with a finding: a file with a gap can be looked at and corrected, an export that stops can not.
#include "reporting/files.hpp"

#include "base/code_table.hpp"
#include "reporting/names.hpp"

#include <algorithm>

namespace provost::reporting {

namespace {

constexpr std::string_view not_specified = "not specified";         // street number, street name
constexpr std::string_view suburb_not_specified = "Not specified";  // as the standard spells it
constexpr std::string_view overseas = "OSPC";

std::string_view or_unknown(std::string_view text, std::string_view unknown) { return text.empty() ? unknown : text; }

FieldValue hours_of(const std::optional<std::int64_t>& hours) { return hours ? FieldValue(*hours) : FieldValue(); }

FieldValue flag_of(bool value) { return std::string_view(value ? "Y" : "N"); }

// A postcode says which state it is only together with the postal list, which is not part of the library.
std::string_view state_of(std::string_view postcode) { return postcode == overseas ? "99" : "@@"; }

// 15 is no vocational program, 14 and 16 are local ones: the national register holds none of them, so that their
// details are reported (NAT00030A). Any other program is on the register, which knows its details (NAT00030). A program
// stands in one of the two files: their identifiers are unique together.
bool is_on_register(const catalogue::Program& program) {
    return program.recognition != "14" && program.recognition != "15" && program.recognition != "16";
}

}  // namespace

NatWriter::NatWriter(std::string_view release) {
    constexpr std::array<std::string_view, 8> names{"NAT00010", "NAT00020", "NAT00030", "NAT00030A",
                                                    "NAT00060", "NAT00080", "NAT00085", "NAT00120"};
    for (std::size_t i = 0; i < names.size(); ++i) files_[i].layout = find_layout(release, names[i]);
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

void NatWriter::append(Name name, std::span<FieldValue> values) {
    File& file = files_[name];
    std::vector<FieldNote> notes;
    ++file.lines;
    while (true) {
        const auto written = append_record(file.bytes, *file.layout, Extent::national, values, notes);
        if (written) break;
        const auto wrong = file.layout->find(std::string_view(written.error().place.pointer).substr(1));
        values[wrong] = {};
        note(file, written.error().code);
    }
    for (const FieldNote& one : notes) {
        note(file, one.kind == FieldNote::Kind::cut ? "report.text-cut"_code : "report.character"_code);
    }
}

void NatWriter::add(const ActivityRecord& row, const std::optional<RuleFinding>& finding) {
    auto values = row.values();
    append(nat00120, values);
    if (finding) findings_.push_back({"NAT00120", files_[nat00120].lines, finding->avs, finding->code});
}

void NatWriter::add(const organisation::Provider& provider) {
    std::array<FieldValue, 2> values{provider.identifier, provider.name};
    append(nat00010, values);
}

void NatWriter::add(const organisation::Provider& provider, const organisation::Location& location) {
    std::array<FieldValue, 7> values{provider.identifier, location.identifier, location.name,   location.postcode,
                                     location.state,      location.suburb,     location.country};
    append(nat00020, values);
}

void NatWriter::add(const catalogue::Program& program) {
    std::array<FieldValue, 8> values{program.code,
                                     or_unknown(program.title, program.code),
                                     hours_of(program.nominal_hours),
                                     program.recognition,
                                     program.level_of_education,
                                     program.field_of_education,
                                     program.anzsco,
                                     flag_of(program.vocational)};
    if (is_on_register(program)) return append(nat00030, std::span(values).first(3));
    append(nat00030a, values);
}

void NatWriter::add(const catalogue::Subject& subject) {
    std::array<FieldValue, 5> values{subject.code, or_unknown(subject.title, subject.code), subject.field_of_education,
                                     flag_of(subject.vocational), hours_of(subject.nominal_hours)};
    append(nat00060, values);
}

void NatWriter::add(const people::Learner& learner) {
    const auto name = name_for_encryption(learner.family_name, learner.first_name);
    const auto postcode = or_unknown(learner.postcode, "@@@@");
    const auto state = state_of(postcode);
    const auto born = learner.birth_date ? FieldValue(*learner.birth_date) : FieldValue(std::string_view("@@@@@@@@"));
    const auto gender = or_unknown(learner.gender, "@");
    // Of schooling, indigenous status, language, work, country of birth, disability, earlier education and being at
    // school nothing is known: '@', "asked and not answered".
    std::array<FieldValue, 20> client{learner.client_id,
                                      name,
                                      "@@",
                                      gender,
                                      born,
                                      postcode,
                                      "@",
                                      "@@@@",
                                      "@@",
                                      "@@@@",
                                      "@",
                                      "@",
                                      "@",
                                      suburb_not_specified,
                                      learner.usi,
                                      state,
                                      {},
                                      {},
                                      not_specified,
                                      not_specified};
    append(nat00080, client);

    const bool mobile = is_mobile(learner.phone);
    const auto phone_if = [&](bool wanted) { return wanted ? FieldValue(learner.phone) : FieldValue(); };
    std::array<FieldValue, 16> contact{learner.client_id,
                                       {},
                                       learner.first_name,
                                       or_unknown(learner.family_name, learner.first_name),
                                       {},
                                       {},
                                       not_specified,
                                       not_specified,
                                       {},
                                       suburb_not_specified,
                                       postcode,
                                       state,
                                       phone_if(!mobile),
                                       {},
                                       phone_if(mobile),
                                       learner.email};
    append(nat00085, contact);
}

}  // namespace provost::reporting
