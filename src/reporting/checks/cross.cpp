// Rules between records: what is remembered and what is found while records come. What is found at the end:
// cross_finish.cpp.
#include "reporting/checks/cross.hpp"

#include "enrolment/target.hpp"
#include "reporting/fixed_width.hpp"

#include <algorithm>

namespace provost::reporting::checks {

namespace {

constexpr std::size_t at(Entity entity) { return static_cast<std::size_t>(entity); }

bool is_between_records(Kind kind) { return kind >= Kind::unique; }

// Never 0, which says that there is none.
std::uint32_t hash_of(std::string_view text, std::uint32_t seed = 2166136261U) {
    for (const char c : text) seed = (seed ^ static_cast<unsigned char>(c)) * 16777619U;
    return seed == 0 ? 1 : seed;
}

// The letters of a text in upper case: names and addresses agree whatever their spaces and signs.
std::string letters(std::string_view text) {
    std::string made;
    for (const char c : text) {
        if ('a' <= c && c <= 'z') made += static_cast<char>(c - 'a' + 'A');
        if (('A' <= c && c <= 'Z') || ('0' <= c && c <= '9')) made += c;
    }
    return made;
}

std::size_t place_of(const Fact& fact, std::string_view release) {
    std::size_t place = 0;
    for (const Fact& other : facts()) {
        if (&other == &fact) break;
        place += other.entity == fact.entity && (other.release.empty() || other.release == release) ? 1 : 0;
    }
    return place;
}

std::string_view value(const Layout& layout, Values record, std::string_view field) {
    const auto position = layout.find(field);
    return position == layout.fields.size() ? std::string_view() : record[position];
}

// The values of a key, one behind the other; empty when one of them is.
std::string_view joined(Values values, std::string& room) {
    if (std::ranges::any_of(values, &std::string_view::empty)) return {};
    if (values.size() == 1) return values[0];
    room.clear();
    for (const auto one : values) (room += one) += '\x1F';
    return room;
}

}  // namespace

Cross::Cross(const Situation& situation, std::vector<Finding>& findings)
    : situation_(situation),
      most_programs_(enrolment::target_of(situation.target).most_programs),
      findings_(findings) {}

void Cross::know(const Layout& layout) {
    File& file = files_.emplace_back(File{&layout, {}, {}, 0});
    for (const Fact& fact : facts()) {
        if (fact.file != layout.file || !(fact.release.empty() || fact.release == layout.release)) continue;
        Told told{&fact, place_of(fact, layout.release), {}};
        if (fact.holds != nullptr) (void)find_fields(layout, fact.fields, told.asked);
        Step key;
        if (!find_fields(layout, fact.key, key)) continue;
        auto about = std::ranges::find(file.about, fact.entity, &About::entity);
        if (about == file.about.end()) about = file.about.insert(about, About{fact.entity, key, {}});
        about->told.push_back(told);
    }
    for (const CheckRule* rule : rules()) {
        Step step{rule};
        const bool here = rule->file == layout.file && (rule->release.empty() || rule->release == layout.release);
        if (!here || !is_between_records(rule->kind) || !concerns(*rule, situation_.target)) continue;
        if (find_fields(layout, rule->fields, step)) file.steps.push_back(step);
    }
}

Cross::File& Cross::file_of(const Layout& layout) { return *std::ranges::find(files_, &layout, &File::layout); }

void Cross::report(const File& file, const Step& step, std::int64_t line) {
    findings_.push_back(finding_of(*file.layout, step, line));
}

void Cross::report_kind(const File& file, Kind kind) {
    for (const Step& step : file.steps) {
        if (step.rule->kind == kind) report(file, step, file.lines);
    }
}

Cross::Seen Cross::remember(const File& file, Values record) {
    Seen seen{};
    std::string room;
    std::array<std::string_view, Step::most_fields> values;
    for (const About& about : file.about) {
        const auto key = joined(about.key.of(record, values), room);
        if (key.empty()) continue;
        Thing& thing = things_[at(about.entity)].at(key);
        seen[at(about.entity)] = &thing;
        for (const Told& told : about.told) {
            const Fact& fact = *told.fact;
            if (thing.lines[told.place] != 0) continue;
            if (fact.holds != nullptr && !fact.holds(told.asked.of(record, values), situation_)) continue;
            thing.lines[told.place] = static_cast<std::uint32_t>(file.lines);
            if (!has_any(fact.name)) facts_seen_.push_back(fact.name);
        }
    }
    return seen;
}

void Cross::add(const Layout& layout, Values record, std::int64_t line) {
    File& file = file_of(layout);
    file.lines = line;
    const Seen seen = remember(file, record);
    if (const Thing* client = seen[at(Entity::client)]; client != nullptr && client->number >= texts_.size()) {
        texts_.resize(client->number + 1);
    }
    remember_text(file, record, seen);
    if (layout.file == "NAT00120") {
        check_activity(file, record, seen);
        check_pair(file, record, seen);
    }
    for (const Step& step : file.steps) {
        if (step.rule->kind == Kind::unique) check_unique(file, step, record);
        if (step.rule->kind == Kind::one_client) check_owner(file, step, record, seen);
    }
}

void Cross::check_unique(const File& file, const Step& step, Values record) {
    std::array<std::string_view, Step::most_fields> values;
    std::string room;
    const auto key = joined(step.of(record, values), room);
    if (key.empty()) return;
    const bool is_new = keys_[std::string(step.rule->argument)].emplace(key).second;
    if (!is_new) report(file, step, file.lines);
}

// F10 and X17. Whose start or end can not be read is known by other rows.
void Cross::check_activity(const File& file, Values record, const Seen& seen) {
    const Thing *client = seen[at(Entity::client)], *subject = seen[at(Entity::subject)];
    const Layout& layout = *file.layout;
    const auto start = parse_field_day(value(layout, record, "activity_start_date"));
    const auto end = parse_field_day(value(layout, record, "activity_end_date"));
    if (client == nullptr || subject == nullptr || !start || !end) return;
    const Thing *location = seen[at(Entity::location)], *program = seen[at(Entity::program)];
    const auto number = [](const Thing* thing) { return thing == nullptr ? 0U : thing->number + 1; };
    const std::uint32_t where = number(location) * 0x9E3779B1U ^ number(program);
    const auto before = activities_.add({client->number, subject->number, where, *start, *end});
    if (before.before) report_kind(file, Kind::same_activity);
    if (before.overlaps) report_kind(file, Kind::no_overlap);
}

// V11, X14, X16: what a client has in a program stays what it was first.
void Cross::check_pair(const File& file, Values record, const Seen& seen) {
    const Thing *client = seen[at(Entity::client)], *program = seen[at(Entity::program)];
    if (client == nullptr || program == nullptr) return;
    const auto [pair, is_new] = pairs_.try_emplace(std::uint64_t{client->number} << 32U | program->number);
    std::size_t place = 0;
    for (const Step& step : file.steps) {
        if (step.rule->kind == Kind::program_limit && is_new) {
            if (++texts_[client->number].programs == most_programs_ + 1) report(file, step, file.lines);  // FIN-TRN-03
        }
        if (step.rule->kind != Kind::constant) continue;
        std::uint32_t& first = pair->second[place++];
        const auto now = hash_of(record[step.fields[0]]);
        if (first == 0) first = now;
        if (first != now) report(file, step, file.lines);
    }
}

// V22: one identifier, one client. Codes of exemptions are nobody's.
void Cross::check_owner(const File& file, const Step& step, Values record, const Seen& seen) {
    const Thing* client = seen[at(Entity::client)];
    const auto usi = step.fields[1] == Step::no_field ? std::string_view() : record[step.fields[1]];
    if (client == nullptr || usi.size() != 10) return;
    const auto [owner, is_new] = owners_.try_emplace(std::string(usi), client->number);
    if (!is_new && owner->second != client->number) report(file, step, file.lines);
}

void Cross::remember_text(const File& file, Values record, const Seen& seen) {
    const bool usual = file.layout->file == "NAT00080";
    const Thing* client = seen[at(Entity::client)];
    if (client == nullptr || !(usual || file.layout->file == "NAT00085")) return;
    const auto text = [&](std::string_view field) { return value(*file.layout, record, field); };
    const std::size_t side = usual ? 0 : 1;
    ClientText& kept = texts_[client->number];
    const auto name = text(usual ? "name_for_encryption" : "client_family_name");
    kept.name[side] = name.empty() ? 0 : hash_of(letters(name.substr(0, name.find(','))));
    std::uint32_t address = hash_of("");
    for (const auto* field : {"street_number", "street_name", "suburb", "postcode", "state_identifier"}) {
        address = hash_of(letters(text(field)), address);
    }
    kept.address[side] = text("postal_delivery_box").empty() ? address : 0;
}

}  // namespace provost::reporting::checks
