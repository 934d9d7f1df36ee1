// The check of the catalogue, finding by finding.
#include "prerequisites/lint.hpp"

#include "base/code_table.hpp"
#include "prerequisites/lint_dates.hpp"
#include "prerequisites/lint_meaning.hpp"
#include "prerequisites/lint_network.hpp"

#include <unordered_set>

namespace provost::prerequisites {

namespace {

using catalogue::NodeKind;
using catalogue::Prerequisites;
using Node = catalogue::PrerequisiteNode;
using Place = Network::Place;

// A course or a template that has prerequisites and is in use.
struct Owner {
    NodeKind kind;
    std::int64_t id = 0;
    const Prerequisites* rule = nullptr;
};

class Linter {
public:
    explicit Linter(const Catalogue& catalogue)
        : catalogue_(catalogue), network_(network_of(catalogue)), openings_(network_) {
        for (const auto& made : catalogue.course_templates) {
            if (!made.removed) add_owner({NodeKind::course_template, made.id, made.rule});
        }
        for (const auto& course : catalogue.courses) {
            if (!is_over(course)) add_owner({NodeKind::course, course.id, course.rule});
        }
    }

    void find_never_bookable();
    void find_over();
    void find_empty(const std::vector<Catalogue::List>& lists, NodeKind kind, Code code);
    void find_late();
    void find_useless();
    void find_untrained();
    void find_lost(const std::vector<std::int64_t>& retired);
    [[nodiscard]] Lint take() { return std::move(lint_); }

private:
    void add_owner(const Owner& owner) {
        if (owner.rule == nullptr || owner.rule->nodes.empty()) return;
        owners_.push_back(owner);
        if (shared_[owner.rule]++ == 0) first_.push_back(owner);
    }
    [[nodiscard]] const std::string& name(std::int64_t place) const { return network_.at(place)->name; }
    [[nodiscard]] std::vector<std::string> names(const std::vector<std::int64_t>& places) const {
        std::vector<std::string> names;
        for (const auto place : places) names.push_back(name(place));
        return names;
    }
    void add(Code code, Severity severity, NodeKind kind, std::string name, std::vector<std::string> evidence,
             std::int64_t others = 0) {
        lint_.findings.push_back(
            {code, severity, kind, std::move(name), std::move(evidence), false, others, sentence(code, {})});
    }
    void add_chain(Code code, Severity severity, const Owner& owner, const Chain& chain) {
        add(code, severity, owner.kind, name(owner.id), names(chain.places));
        lint_.findings.back().cut = chain.cut;
    }
    [[nodiscard]] std::vector<std::int64_t> way_to_over(std::int64_t place) const;
    // For each thing, as `key_of` names what a leaf asks for: who asks first, and how many more do.
    struct Asked {
        const Owner* first = nullptr;
        std::int64_t others = -1;
    };
    template <class Key, class KeyOf>
    [[nodiscard]] std::vector<std::pair<Key, Asked>> who_asks(KeyOf key_of) const;

    const Catalogue& catalogue_;
    Network network_;
    Openings openings_;
    std::vector<Owner> owners_;
    std::vector<Owner> first_;  // one for all that share their prerequisites
    std::unordered_map<const Prerequisites*, std::int64_t> shared_;
    Lint lint_;
};

void Linter::find_never_bookable() {
    std::vector<std::int64_t> missing;
    for (const auto& [id, place] : network_.places) {
        if (!openings_.had(id)) missing.push_back(id);
    }
    const Causes causes(network_, openings_, std::move(missing), true);
    for (const Owner& owner : owners_) {
        if (openings_.entered(owner.id) != never) continue;
        add_chain("lint.never-bookable"_code, Severity::error, owner, causes.of(owner.id));
    }
}

// From a place to what is over, when that alone makes it impossible; empty when nothing does.
std::vector<std::int64_t> Linter::way_to_over(std::int64_t id) const {
    const Place* place = network_.at(id);
    if (place == nullptr || openings_.had(id)) return {};
    if (has_rule(*place)) return place->closed ? std::vector{id} : std::vector<std::int64_t>{};
    for (const auto course : place->courses) {
        const Place* member = network_.at(course);
        if (place->whole && member != nullptr && member->closed) return {id, course};
    }
    return {};
}

void Linter::find_over() {
    for (const Owner& owner : first_) {
        std::unordered_set<std::int64_t> blocking;
        for (const Step step : obstacles_to_entry(network_, openings_, owner.id, always)) blocking.insert(step.place);
        std::unordered_set<std::int64_t> told;
        for (const Node& node : owner.rule->nodes) {
            const auto place = step_of(node).place;
            const auto way = way_to_over(place);
            if (way.empty() || !told.insert(place).second) continue;
            auto evidence = names(way);
            evidence.insert(evidence.begin(), name(owner.id));
            const bool is_in_the_way = blocking.contains(place);
            add("lint.asks-for-over"_code, is_in_the_way ? Severity::error : Severity::warning, owner.kind,
                name(owner.id), std::move(evidence), shared_[owner.rule] - 1);
        }
    }
}

template <class Key, class KeyOf>
std::vector<std::pair<Key, Linter::Asked>> Linter::who_asks(KeyOf key_of) const {
    std::vector<std::pair<Key, Asked>> things;
    std::unordered_map<Key, std::size_t> positions;
    for (const Owner& owner : first_) {
        std::unordered_set<Key> told;
        for (const Node& node : owner.rule->nodes) {
            const Key key = key_of(node);
            if (key == Key{} || !told.insert(key).second) continue;
            const auto [position, is_new] = positions.emplace(key, things.size());
            if (is_new) things.push_back({key, {&owner}});
            things[position->second].second.others += shared_.at(owner.rule);
        }
    }
    return things;
}

void Linter::find_empty(const std::vector<Catalogue::List>& lists, NodeKind kind, Code code) {
    const auto asked = who_asks<std::int64_t>([&](const Node& node) { return node.kind == kind ? node.target : 0; });
    for (const auto& list : lists) {
        if (!list.courses.empty()) continue;
        const auto found = std::ranges::find(asked, list.id, [](const auto& thing) { return thing.first; });
        if (found == asked.end()) {
            add(code, Severity::info, kind, list.name, {list.name});
        } else {
            const auto& [first, others] = found->second;
            add(code, Severity::warning, kind, list.name, {name(first->id), list.name}, others);
        }
    }
}

void Linter::find_late() {
    const Timetable timetable(dated(network_, catalogue_));
    for (const Owner& owner : owners_) {
        if (owner.kind != NodeKind::course || openings_.entered(owner.id) == never) continue;
        const auto late = timetable.late(owner.id);
        if (!late) continue;
        add_chain("lint.too-late"_code, late->over ? Severity::error : Severity::warning, owner, late->chain);
    }
}

void Linter::find_useless() {
    for (const Owner& owner : first_) {
        for (const auto& [useless, by] : useless_bundles(*owner.rule, lint_.not_compared)) {
            add("lint.useless-bundle"_code, Severity::warning, owner.kind, name(owner.id),
                {"/bundles/" + std::to_string(useless), "/bundles/" + std::to_string(by)}, shared_[owner.rule] - 1);
        }
    }
}

// IMC-PRE-26: of a subject that no course trains only an achievement from elsewhere is left.
void Linter::find_untrained() {
    std::unordered_set<std::string_view> trained;
    for (const auto& course : catalogue_.courses) {
        if (!is_over(course)) trained.insert(course.subject);
    }
    for (const auto& [subject, asked] : who_asks<std::string>([](const Node& node) { return node.subject; })) {
        if (trained.contains(subject)) continue;
        add("lint.untrained-subject"_code, Severity::info, NodeKind::subject, subject, {name(asked.first->id), subject},
            asked.others);
    }
}

// What can be had now and could not any more is in the way of others by nothing but what is retired.
void Linter::find_lost(const std::vector<std::int64_t>& retired) {
    Network without = network_;
    for (const auto id : retired) {
        const auto found = without.places.find(id);
        if (found == without.places.end()) continue;
        found->second.closed = true;
        if (found->second.kind != NodeKind::course_template) continue;
        for (const auto course : found->second.courses) without.places[course].closed = true;
    }
    const Openings left(without);
    std::vector<std::int64_t> lost;
    for (const auto& [id, place] : network_.places) {
        if (openings_.had(id) && !left.had(id)) lost.push_back(id);
    }
    const Causes causes(without, left, std::move(lost), false);
    for (const Owner& owner : owners_) {
        const bool could = openings_.entered(owner.id) != never;
        if (!could || left.entered(owner.id) != never || without.at(owner.id)->closed) continue;
        add_chain("lint.needs-retired"_code, Severity::warning, owner, causes.of(owner.id));
    }
}

}  // namespace

Lint lint(const Catalogue& catalogue, const std::vector<std::int64_t>& retired) {
    const Meaning meaning(catalogue);
    Linter linter(meaning.catalogue());
    linter.find_never_bookable();
    linter.find_over();
    linter.find_empty(catalogue.course_groups, NodeKind::course_group, "lint.empty-group"_code);
    linter.find_empty(catalogue.paths, NodeKind::path, "lint.empty-path"_code);
    linter.find_late();
    linter.find_useless();
    linter.find_untrained();
    if (!retired.empty()) linter.find_lost(retired);
    return linter.take();
}

}  // namespace provost::prerequisites
