// The check of the catalogue beside brute force, on random catalogues of 3 to 8 courses of which two in five have a
// planted defect: what is found, how much it matters, and the shortest evidence.
#include "effort.hpp"
#include "random_catalogue.hpp"

#include <doctest/doctest.h>

#include <map>

namespace provost::prerequisites::brute {

namespace {

// A finding without its evidence: code, severity, name, and how many others it concerns in the same way.
using Line = std::tuple<std::string, Severity, std::string, std::int64_t>;

struct Owner {
    NodeKind kind;
    std::size_t target;
    std::size_t rule;
};

// What brute force expects of a world, and which evidence it would take for which finding.
class Expectation {
public:
    Expectation(const World& world, std::vector<std::size_t> retired)
        : world_(world), retired_(std::move(retired)), reach_(reach(world)), hurry_(hurry(world)) {
        for (std::size_t t = 0; t < world.templates.size(); ++t) {
            if (!world.templates[t].removed) add_owner({NodeKind::course_template, t, world.templates[t].rule});
        }
        for (std::size_t c = 0; c < world.courses.size(); ++c) {
            if (!world.courses[c].over) add_owner({NodeKind::course, c, world.courses[c].rule});
        }
        for (const Owner& owner : owners_) {
            expect_bookable(owner);
            expect_in_time(owner);
        }
        for (const Owner& owner : first_) {
            expect_over(owner);
            expect_bundles(owner);
        }
        expect_empty(NodeKind::course_group, world.groups, "lint.empty-group");
        expect_empty(NodeKind::path, world.paths, "lint.empty-path");
        expect_trained();
        if (!retired_.empty()) expect_retired();
    }

    std::multiset<Line> lines;
    // Evidence that would do, by code and name.
    std::map<std::pair<std::string, std::string>, std::set<std::vector<std::string>>> evidence;

private:
    void add_owner(const Owner& owner) {
        if (owner.rule == 0) return;
        owners_.push_back(owner);
        if (std::ranges::find(first_, owner.rule, &Owner::rule) == first_.end()) first_.push_back(owner);
    }
    void expect(const char* code, Severity severity, const Owner& owner, std::int64_t others = 0) {
        lines.insert({code, severity, name_of(owner.kind, owner.target), others});
    }
    void allow(const char* code, const Owner& owner, std::vector<std::string> evidence) {
        this->evidence[{code, name_of(owner.kind, owner.target)}].insert(std::move(evidence));
    }
    [[nodiscard]] std::int64_t others(const Owner& owner) const {
        return std::ranges::count(owners_, owner.rule, &Owner::rule) - 1;
    }
    void expect_chain(const char* code, Severity severity, const Owner& owner, Chains chains,
                      const std::vector<Item>& first) {
        expect(code, severity, owner);
        std::vector<Item> way{{owner.kind, owner.target}};
        // What a template's next course asks for may be had by the template's other courses.
        way.front().whole = !chains.circles && owner.kind == NodeKind::course_template;
        chains.look(way, first);
        evidence[{code, name_of(owner.kind, owner.target)}] = std::move(chains.found);
    }
    // Where dates do not count it is all the same how far somebody must have come.
    static void plain(std::vector<Item>& items) {
        for (Item& item : items) item.minimum = Minimum::completed;
    }
    [[nodiscard]] static bool can_enter(const Owner& owner, const Reach& reach) {
        return owner.kind == NodeKind::course ? reach.courses[owner.target] : reach.fresh[owner.target];
    }

    void expect_bookable(const Owner& owner) {
        if (can_enter(owner, reach_)) return;
        const View view = reach_.view();
        Chains chains{[&](const Item& item) {
                          auto next = in_its_way(world_, item, view,
                                                 [&](std::size_t t) { return !world_.templates[t].removed; });
                          plain(next);
                          return next;
                      },
                      [&](const Item& item) { return chains_end(item, view); }};
        auto first = in_the_way(world_, owner.rule, view);
        plain(first);
        expect_chain("lint.never-bookable", Severity::error, owner, std::move(chains), first);
    }
    [[nodiscard]] bool chains_end(const Item& item, const View& view) const {
        return in_its_way(world_, item, view, [&](std::size_t t) { return !world_.templates[t].removed; }).empty();
    }
    void expect_in_time(const Owner& owner) {
        if (owner.kind != NodeKind::course || !can_enter(owner, reach_)) return;
        const Course& course = world_.courses[owner.target];
        const auto entered = hurry_.entered[owner.target];
        if (entered && (!course.starts || *entered <= *course.starts)) return;
        const int by = entered ? *course.starts : course.ends ? *course.ends - 1 : last_moment;
        const View view = hurry_.at(by);
        const auto is_owner = [&](const Item& item) { return item.kind == owner.kind && item.target == owner.target; };
        const auto in_its = [&, by](const Item& item) {
            return in_its_way(world_, item, hurry_.at(by),
                              [&](std::size_t t) { return !world_.templates[t].removed && hurry_.waits[t]; });
        };
        const auto next = [&](const Item& item) {
            auto found = in_its(item);
            std::erase_if(found, is_owner);
            return found;
        };
        const auto late = [&](const Item& item) {
            const Course& other = world_.courses[item.kind == NodeKind::course ? item.target : 0];
            const auto own = item.minimum == Minimum::completed     ? other.ends
                             : item.minimum == Minimum::in_progress ? other.starts
                                                                    : std::nullopt;
            return (item.kind == NodeKind::course && own && *own > by) || in_its(item).empty();
        };
        auto first = in_the_way(world_, owner.rule, view);
        std::erase_if(first, is_owner);
        expect_chain("lint.too-late", entered ? Severity::warning : Severity::error, owner, {next, late, false}, first);
    }

    [[nodiscard]] bool is_over(const Item& leaf, const View& view) const {
        if (leaf.kind == NodeKind::course) return world_.courses[leaf.target].over;
        if (leaf.kind == NodeKind::subject || holds(world_, leaf, view)) return false;
        if (leaf.kind == NodeKind::course_template) return world_.templates[leaf.target].removed;
        const bool whole = leaf.whole || leaf.kind == NodeKind::path;
        return whole && std::ranges::any_of(members(world_, leaf), [&](auto c) { return world_.courses[c].over; });
    }
    void gather_over(const Item& item, const View& view, std::vector<Item>& found) const {
        for (const Item& part : item.parts) gather_over(part, view, found);
        if (item.kind != NodeKind::set && is_over(item, view)) found.push_back(same_place(item));
    }
    static Item same_place(const Item& item) { return {item.kind, item.target, Minimum::completed, item.whole}; }
    void expect_over(const Owner& owner) {
        const View view = reach_.view();
        std::vector<Item> over, blocking;
        for (const Item& bundle : world_.rules[owner.rule]) gather_over(bundle, view, over);
        for (const Item& leaf : in_the_way(world_, owner.rule, view)) blocking.push_back(same_place(leaf));
        for (std::size_t i = 0; i < over.size(); ++i) {
            if (std::find(over.begin(), over.begin() + static_cast<std::ptrdiff_t>(i), over[i]) !=
                over.begin() + static_cast<std::ptrdiff_t>(i))
                continue;
            const bool blocks = std::ranges::find(blocking, over[i]) != blocking.end();
            expect("lint.asks-for-over", blocks ? Severity::error : Severity::warning, owner, others(owner));
            allow_over(owner, over[i]);
        }
    }
    void allow_over(const Owner& owner, const Item& leaf) {
        const auto asker = name_of(owner.kind, owner.target), asked = name_of(leaf.kind, leaf.target);
        const bool has_rule = leaf.kind == NodeKind::course || leaf.kind == NodeKind::course_template;
        if (has_rule) return allow("lint.asks-for-over", owner, {asker, asked});
        for (const auto c : members(world_, leaf)) {
            if (!world_.courses[c].over) continue;
            allow("lint.asks-for-over", owner, {asker, asked, name_of(NodeKind::course, c)});
        }
    }
    void expect_bundles(const Owner& owner) {
        const Rule& rule = world_.rules[owner.rule];
        const auto always_with = [&](std::size_t i, std::size_t j) {
            return i != j && Trial(world_, rule[i], rule[j]).always_with();
        };
        const auto pointer = [](std::size_t i) { return "/bundles/" + std::to_string(i); };
        std::vector<bool> useless(rule.size());
        for (std::size_t i = 0; i < rule.size(); ++i) {
            for (std::size_t j = 0; j < rule.size(); ++j) {
                useless[i] = useless[i] || (always_with(i, j) && (j < i || !always_with(j, i)));
            }
            if (useless[i]) expect("lint.useless-bundle", Severity::warning, owner, others(owner));
        }
        for (std::size_t i = 0; i < rule.size(); ++i) {
            for (std::size_t j = 0; j < rule.size(); ++j) {
                if (useless[i] && !useless[j] && always_with(i, j))
                    allow("lint.useless-bundle", owner, {pointer(i), pointer(j)});
            }
        }
    }

    static bool asks(const Item& item, NodeKind kind, std::size_t target) {
        if (item.kind == kind && item.target == target) return true;
        return std::ranges::any_of(item.parts, [&](const Item& part) { return asks(part, kind, target); });
    }
    // Names of those who ask for one of these things, in their order.
    [[nodiscard]] std::vector<std::string> askers(const std::vector<Item>& things) const {
        std::vector<std::string> names;
        for (const auto* owners : {&first_, &owners_}) {
            for (const Owner& owner : *owners) {
                const auto name = name_of(owner.kind, owner.target);
                if (std::ranges::find(names, name) != names.end()) continue;
                const bool asks_for_one = std::ranges::any_of(world_.rules[owner.rule], [&](const Item& bundle) {
                    return std::ranges::any_of(things, [&](const Item& t) { return asks(bundle, t.kind, t.target); });
                });
                if (asks_for_one) names.push_back(name);
            }
        }
        return names;
    }
    void expect_asked(const char* code, Severity severity, const std::string& name,
                      const std::vector<std::string>& askers) {
        lines.insert({code, severity, name, static_cast<std::int64_t>(askers.size()) - 1});
        evidence[{code, name}] = {{askers.front(), name}};
    }
    void expect_empty(NodeKind kind, const std::vector<std::vector<std::size_t>>& lists, const char* code) {
        for (std::size_t i = 0; i < lists.size(); ++i) {
            if (!lists[i].empty()) continue;
            const auto names = askers({{kind, i}});
            if (names.empty()) {
                lines.insert({code, Severity::info, name_of(kind, i), 0});
            } else {
                expect_asked(code, Severity::warning, name_of(kind, i), names);
            }
        }
    }
    void expect_trained() {
        for (std::size_t s = 0; s < 8; ++s) {
            const bool is_template = s < world_.templates.size() && world_.templates[s].has_subject;
            std::vector<Item> things{{NodeKind::subject, s}};
            if (is_template) things.push_back({NodeKind::course_template, s});
            const auto names = askers(things);
            const bool trained = is_template && std::ranges::any_of(world_.courses, [&](const Course& course) {
                                     return course.made_from == s && !course.over;
                                 });
            if (names.empty() || trained) continue;
            expect_asked("lint.untrained-subject", Severity::info, name_of(NodeKind::subject, s), names);
        }
    }

    void expect_retired() {
        World without = world_;
        for (const auto c : retired_) without.courses[c].over = true;
        const Reach left = reach(without);
        const View before = reach_.view(), after = left.view();
        const auto lost = [&](const Item& item) { return holds(world_, item, before) && !holds(without, item, after); };
        const auto next = [&](const Item& item) {
            auto found = in_its_way(without, item, after, [&](std::size_t t) { return !without.templates[t].removed; });
            plain(found);
            std::erase_if(found, [&](const Item& other) { return !lost(other); });
            return found;
        };
        for (const Owner& owner : owners_) {
            const bool is_itself = owner.kind == NodeKind::course && without.courses[owner.target].over;
            if (is_itself || !can_enter(owner, reach_) || can_enter(owner, left)) continue;
            auto first = in_the_way(without, owner.rule, after);
            plain(first);
            std::erase_if(first, [&](const Item& other) { return !lost(other); });
            Chains chains{next, [&](const Item& item) { return next(item).empty(); }, false};
            expect_chain("lint.needs-retired", Severity::warning, owner, std::move(chains), first);
        }
    }

    const World& world_;
    std::vector<std::size_t> retired_;
    Reach reach_;
    Hurry hurry_;
    std::vector<Owner> owners_;
    std::vector<Owner> first_;
};

std::multiset<Line> lines_of(const Lint& lint) {
    std::multiset<Line> lines;
    for (const Finding& finding : lint.findings) {
        lines.insert({std::string(finding.code.name()), finding.severity, finding.name, finding.others});
    }
    return lines;
}

std::string text_of(const std::multiset<Line>& lines) {
    std::string text;
    for (const auto& [code, severity, name, others] : lines) {
        text += code + " " + std::string(word(severity)) + " " + name + " +" + std::to_string(others) + "; ";
    }
    return text;
}

std::string text_of(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += name + " ";
    return text;
}

}  // namespace

TEST_CASE("IMC-PRE-25 the check of the catalogue finds what brute force finds, with the shortest evidence") {
    std::map<std::string, int> planted, found;
    const int count = effort("lint-catalogues");
    for (int n = 0; n < count; ++n) {
        Maker maker(static_cast<unsigned>(n));
        World world = maker.world();
        std::optional<Defect> defect;
        if (n % 5 < 2) {
            defect = static_cast<Defect>(static_cast<std::size_t>(n / 5) % defects);
            maker.plant(world, *defect);
            ++planted[std::string(defect_codes[static_cast<std::size_t>(*defect)])];
        }
        std::vector<std::size_t> retired;
        if (defect == Defect::retired) retired.push_back(1);
        if (!defect && maker.chance(50)) retired.push_back(maker.roll(world.courses.size()));

        const Handed handed(world);
        std::vector<std::int64_t> ids;
        for (const auto c : retired) ids.push_back(id_of(NodeKind::course, c));
        const Lint lint = prerequisites::lint(handed.catalogue, ids);
        const Expectation expected(world, retired);
        CAPTURE(n);
        const auto lines = lines_of(lint);
        CAPTURE(text_of(lines));
        CAPTURE(text_of(expected.lines));
        REQUIRE(lines == expected.lines);
        bool is_there = !defect;
        for (const Finding& finding : lint.findings) {
            const std::string code(finding.code.name());
            ++found[code];
            is_there = is_there || code == defect_codes[static_cast<std::size_t>(*defect)];
            const auto evidence = expected.evidence.find({code, finding.name});
            if (evidence == expected.evidence.end()) continue;  // of a list for which nobody asks
            CAPTURE(code + " " + finding.name + ": " + text_of(finding.evidence));
            REQUIRE(evidence->second.contains(finding.evidence));
        }
        REQUIRE(is_there);
    }
    std::string counts = std::to_string(count) + " catalogues";
    for (const auto code : defect_codes) {
        const std::string name(code);
        counts += "; " + name + " " + std::to_string(found[name]) + ", planted " + std::to_string(planted[name]);
        CHECK(found[name] > 0);
    }
    MESSAGE(counts);
}

}  // namespace provost::prerequisites::brute
