// The check of all ways, put together.
#include "learning/check.hpp"

#include "base/code_table.hpp"
#include "base/list_text.hpp"
#include "catalogue/staff.hpp"
#include "learning/reachable.hpp"
#include "learning/shortest.hpp"

namespace provost::learning {

namespace {

class Check {
public:
    Check(const CourseLogic& course, const CheckOptions& options)
        : course_(course),
          options_(options),
          ways_(course),
          muted_(muted(course)),
          part_(muted_),
          outcome_(muted_, Sameness::Of::outcome),
          everything_(muted_, Sameness::Of::everything),
          search_(muted_, part_, outcome_, options.states),
          best_(met_at_best(course)) {}

    Checked run() {
        search_.run(met_);
        take(search_);
        complete_ = search_.is_complete();
        look_for_the_rest();
        look_before_the_last();
        add_dangling();
        add_unconfirmed();
        add_out_of_reach();
        add_events();
        add_bound();
        summarise();
        return std::move(checked_);
    }

private:
    static Ways muted(const CourseLogic& course) {
        Ways ways(course);
        ways.mute_progress();
        return ways;
    }

    // By learners, tutors and administrators a course can be concluded at any time, so that nothing can be in the way.
    [[nodiscard]] bool may_be_stuck() const {
        return course_.conclude_by == catalogue::ConcludeBy::learning_logic ||
               course_.conclude_by == catalogue::ConcludeBy::progress;
    }

    void take(const Search& search, const Search::Found& found) {
        if (found.event.kind == Event::Kind::dead && !may_be_stuck()) return;
        const auto is_it = [&](const Evidence& each) { return each.event.key() == found.event.key(); };
        if (std::ranges::any_of(found_, is_it)) return;
        found_.push_back({found.event, search.way_to(found), true});
    }

    void take(const Search& search) {
        states_ += search.states();
        for (const auto& found : search.events()) take(search, found);
    }
    [[nodiscard]] bool met_the_best() const {
        const auto holds = [](const std::vector<bool>& met, const std::vector<bool>& best) {
            return std::ranges::equal(met, best, std::ranges::greater_equal());
        };
        return holds(met_.opened, best_.opened) && holds(met_.full, best_.full) && holds(met_.fired, best_.fired);
    }
    void search_besides(const FreePart& part) {
        const std::size_t left = options_.states - std::min(states_, options_.states);
        Search search(muted_, part, everything_, std::max<std::size_t>(left, 1));
        search.run(met_);
        take(search);
        complete_ = complete_ && search.is_complete();
    }

    // The search leaves out what makes no difference to the outcome. Was there something that could be met at best?
    void look_for_the_rest() {
        if (complete_ && !met_the_best()) search_besides(part_);
    }

    // With progress the course ends as soon as all is done. Whatever happens before that happens while something that
    // is counted is not done: each component takes its turn to be that.
    void look_before_the_last() {
        if (!search_.ends_by_itself()) return;
        const Logic& logic = muted_.logic();
        const bool no_locks = std::ranges::all_of(logic.rules, &std::vector<int>::empty, &Logic::Rule::locks);
        for (std::size_t i = 0; i < logic.components.size() && !(no_locks && met_the_best()); ++i) {
            if (!logic.components[i].counted || !part_.is_free(static_cast<int>(i))) continue;
            search_besides(part_.without(static_cast<int>(i)));
        }
    }

    [[nodiscard]] const std::string& key_of(int component) const {
        return course_.components[static_cast<std::size_t>(component)].key;
    }
    LogicFinding& add(Code code, Severity severity, std::vector<Parameter> parameters) {
        LogicFinding& finding = checked_.findings.emplace_back();
        finding.code = code;
        finding.severity = severity;
        finding.sentence = sentence(code, parameters);
        return finding;
    }

    void add_dangling() {
        for (const Dangling& each : dangling(course_)) {
            LogicFinding& finding =
                add("check.dangling"_code, Severity::error, {{"rule", each.rule->key}, {"component", each.component}});
            finding.rule = each.rule->key;
            finding.component = each.component;
        }
    }

    // IMC-CT-09: rules that wait for a word that nobody may give.
    void add_unconfirmed() {
        if (!course_.nobody_grades) return;
        for (const catalogue::Rule& rule : course_.rules) {
            if (!catalogue::asks_tutors({&rule, 1})) continue;
            LogicFinding& finding =
                add("check.nobody-grades"_code, Severity::warning, {{"rule", rule.key}, {"component", rule.component}});
            finding.rule = rule.key;
            finding.component = rule.component;
        }
    }

    // What was not met although everything was looked at, and what could not be met at best.
    void add_out_of_reach() {
        const Met& best = complete_ ? met_ : best_;
        std::vector<bool> in_loop(best.opened.size());
        for (const auto& loop : loops(ways_, best)) {
            std::string names;
            for (const int component : loop) add_to_list(names, key_of(component));
            LogicFinding& finding = add("check.loop"_code, Severity::error, {{"component", names}});
            for (const int component : loop) {
                finding.components.push_back(key_of(component));
                in_loop[static_cast<std::size_t>(component)] = true;
            }
        }
        const auto is_missing = [&](std::size_t i) {
            return ways_.is_for_learners(static_cast<int>(i)) && !best.opened[i];
        };
        for (std::size_t i = 0; i < best.opened.size(); ++i) {
            if (!is_missing(i) || in_loop[i]) continue;
            const std::string& key = key_of(static_cast<int>(i));
            add("check.unreachable"_code, Severity::error, {{"component", key}}).component = key;
        }
        for (std::size_t i = 0; i < best.fired.size(); ++i) {
            const int component = ways_.logic().rules[i].component;
            // Of rules whose component is out of reach, or gone, that was said.
            if (best.fired[i] || component < 0 || is_missing(static_cast<std::size_t>(component))) continue;
            LogicFinding& finding = add("check.never-fires"_code, Severity::warning, {{"rule", course_.rules[i].key}});
            finding.rule = course_.rules[i].key;
            finding.component = key_of(component);
        }
    }

    [[nodiscard]] static Severity severity_of(const Event& event) {
        if (event.kind != Event::Kind::dead) return Severity::warning;
        return event.moment.line < 0 ? Severity::error : Severity::info;
    }

    void add_events() {
        if (may_be_stuck() && search_.begins_dead()) add("check.cannot-conclude"_code, Severity::error, {});
        Shortest shortest(ways_, part_, outcome_, search_);
        shortest.look_for(found_, options_.shortest);
        std::ranges::sort(shortest.evidence, {}, [](const Evidence& each) { return each.event.key(); });
        for (const Evidence& each : shortest.evidence) add(each);
    }

    void add(const Evidence& evidence) {
        const Event& event = evidence.event;
        std::vector<WayStep> steps;
        Trace trace;
        Spot spot = ways_.begin(trace);
        for (const Move& move : evidence.way) {
            steps.push_back(ways_.told(spot, move, course_));
            ways_.take(move, spot, trace);
        }
        std::vector<Parameter> parameters;
        std::string component = event.component >= 0 ? key_of(event.component) : "";
        if (!component.empty()) parameters.push_back({"component", component});
        if (event.moment.line >= 0) {
            component = steps.back().component;
            parameters.push_back({"until", until(steps.back())});
        }
        LogicFinding& finding = add(event.code, severity_of(event), parameters);
        finding.component = component;
        finding.steps = std::move(steps);
        finding.longer = evidence.longer;
    }

    [[nodiscard]] std::string until(const WayStep& step) const {
        if (step.at) return to_text(*step.at);
        const auto its = std::ranges::find(course_.components, step.component, &catalogue::Component::key);
        const catalogue::Bound& bound = step.closes ? its->closes : its->opens;
        const std::string offset = bound.offset.empty() ? "" : " " + bound.offset;
        return std::string(word(bound.counted_from)) + offset;
    }

    void add_bound() {
        if (complete_) return;
        add("check.bound"_code, Severity::warning, {{"states", std::to_string(states_)}});
    }

    void summarise() {
        LogicSummary& summary = checked_.summary;
        summary.components = static_cast<std::int64_t>(course_.components.size());
        summary.rules = static_cast<std::int64_t>(course_.rules.size());
        summary.searched = static_cast<std::int64_t>(part_.searched().size());
        summary.states = static_cast<std::int64_t>(states_);
        summary.complete = complete_;
        for (const LogicFinding& finding : checked_.findings) {
            auto& total = finding.severity == Severity::error     ? summary.errors
                          : finding.severity == Severity::warning ? summary.warnings
                                                                  : summary.infos;
            ++total;
            const auto known = std::ranges::find(summary.counts, finding.code, &FindingCount::code);
            if (known == summary.counts.end())
                summary.counts.push_back({finding.code, 1});
            else
                ++known->count;
        }
    }

    const CourseLogic& course_;
    CheckOptions options_;
    Ways ways_, muted_;
    FreePart part_;
    Sameness outcome_, everything_;
    Search search_;
    Met met_, best_;
    std::size_t states_ = 0;
    bool complete_ = true;
    std::vector<Evidence> found_;
    Checked checked_;
};

}  // namespace

Checked check(const CourseLogic& course, const CheckOptions& options) { return Check(course, options).run(); }

}  // namespace provost::learning
