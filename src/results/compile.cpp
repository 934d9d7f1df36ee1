// Bands to rows. What is for one completion goes before what is for any; of each the edges are worked out by
// themselves.
#include "results/compile.hpp"

#include "results/grade_rule.hpp"

namespace provost::results {

namespace {

// A band of a range, with its bounds as numbers and the unit of the last place in which they are written.
struct Range {
    Decimal from;
    Decimal to;
    std::int64_t band = 0;
    int from_places = 0;
    int to_places = 0;
};

int places(std::string_view text) {
    const auto point = text.find('.');
    return point == text.npos ? 0 : static_cast<int>(text.size() - point - 1);
}

std::int64_t unit_of(int places) {
    std::int64_t unit = 1'000'000;
    for (; places > 0; --places) unit /= 10;
    return unit;
}

std::string place_of(std::int64_t band) { return "/bands/" + std::to_string(band); }

bool is_for(ForCompletion whom, Completion completion) {
    if (whom == ForCompletion::any) return completion != Completion::incomplete;
    return static_cast<int>(whom) - 1 == static_cast<int>(completion);
}

class Compiler {
public:
    explicit Compiler(const GradeRule& rule) : rule_(rule) {}

    Compiled run() {
        for (std::size_t i = 0; i < rule_.bands.size() && !made_.wrong; ++i) check_band(static_cast<std::int64_t>(i));
        for (const ChoiceRow& row : Choices<ForCompletion>::rows) {
            if (!made_.wrong) add_ranges(static_cast<ForCompletion>(row.value));
        }
        if (made_.wrong) return std::move(made_);
        for (const ChoiceRow& row : Choices<Completion>::rows) add_rows(static_cast<Completion>(row.value));
        find_unused();
        return std::move(made_);
    }

private:
    void refuse(Code why, std::int64_t band, std::vector<Parameter> parameters = {}) {
        if (made_.wrong) return;
        made_.wrong = why;
        made_.parameters = std::move(parameters);
        made_.parameters.push_back({"place", place_of(band)});
    }

    // WIS-AG-02: a range says numbers and a value a text; both may hold without a grade instead.
    void check_band(std::int64_t position) {
        const GradeBand& band = rule_.bands[static_cast<std::size_t>(position)];
        const bool ranged = !band.from.empty() && !band.to.empty();
        const bool said = rule_.type == RuleType::range ? ranged && band.text.empty()
                                                        : !compared(rule_, band.text).empty() && band.from.empty();
        const bool nothing = band.from.empty() && band.to.empty() && band.text.empty() && band.without_grade;
        if (!said && !nothing) return refuse("grade-rule.band"_code, position);
        if (ranged && *parse_decimal(band.from) > *parse_decimal(band.to)) {
            return refuse("grade-rule.band"_code, position);
        }
        if (band.review && writes(band)) return refuse("grade-rule.band"_code, position);
        const bool named = band.end_on.has_value();
        if (named != (band.end == EndDate::fixed)) return refuse("grade-rule.band"_code, position);
        if (band.status == enrolment::UnitStatus::pending || band.status == enrolment::UnitStatus::withdrawn) {
            return refuse("grade-rule.band"_code, position);
        }
    }

    // WIS-AG-06: sorted by from; d = next from - to. d = 0: the upper band owns the point. d < 0: an overlap. At most
    // one unit of the last place that is written in the two bounds: the lower band runs up to the next. More: a gap.
    void add_ranges(ForCompletion whom) {
        std::vector<Range>& ranges = ranges_[static_cast<std::size_t>(whom)];
        for (std::size_t i = 0; i < rule_.bands.size(); ++i) {
            const GradeBand& band = rule_.bands[i];
            if (band.completion != whom) continue;
            add_text(whom, band, static_cast<std::int64_t>(i));
            if (band.from.empty()) continue;
            ranges.push_back({*parse_decimal(band.from), *parse_decimal(band.to), static_cast<std::int64_t>(i),
                              places(band.from), places(band.to)});
        }
        std::ranges::stable_sort(ranges, {}, [](const Range& range) { return std::pair(range.from, range.to); });
        for (std::size_t i = 0; i < ranges.size(); ++i) add_range(whom, ranges, i);
    }

    void add_range(ForCompletion whom, const std::vector<Range>& ranges, std::size_t i) {
        const Range& range = ranges[i];
        Decimal below{range.to.millionths + 1};  // the last band is closed
        if (i + 1 < ranges.size()) {
            const Range& next = ranges[i + 1];
            const auto distance = next.from.millionths - range.to.millionths;
            const bool same_point = next.from == range.from;  // of two bands from one point none owns it
            if (distance < 0 || same_point) {
                return refuse("grade-rule.overlap"_code, next.band,
                              {{"input", to_text(next.from)}, {"other", place_of(range.band)}});
            }
            const auto unit = unit_of(std::max(range.to_places, next.from_places));
            if (distance <= unit) below = next.from;
        }
        GradeRow row;
        row.from = range.from;
        row.below = below;
        row.band = range.band;
        own_[static_cast<std::size_t>(whom)].push_back(std::move(row));
    }

    // Two bands that compare as the same text hold for the same grade.
    void add_text(ForCompletion whom, const GradeBand& band, std::int64_t position) {
        auto& rows = own_[static_cast<std::size_t>(whom)];
        if (band.without_grade) {
            auto& blank = blanks_[static_cast<std::size_t>(whom)];
            if (blank >= 0) {
                return refuse("grade-rule.overlap"_code, position, {{"input", "no grade"}, {"other", place_of(blank)}});
            }
            blank = position;
        }
        if (band.text.empty()) return;
        std::string text = compared(rule_, band.text);
        const auto same = std::ranges::find(rows, text, &GradeRow::text);
        if (same != rows.end()) {
            return refuse("grade-rule.overlap"_code, position, {{"input", text}, {"other", place_of(same->band)}});
        }
        GradeRow row;
        row.text = std::move(text);
        row.band = position;
        rows.push_back(std::move(row));
    }

    // What is for this completion alone holds first; what is for any where that leaves room.
    void add_rows(Completion completion) {
        const auto& own = own_[static_cast<std::size_t>(completion) + 1];
        std::vector<GradeRow> rows = own;
        if (is_for(ForCompletion::any, completion)) {
            for (const GradeRow& row : own_[0])
                rule_.type == RuleType::range ? fill(row, own, rows) : spell(row, own, rows);
        }
        std::ranges::stable_sort(rows, [](const GradeRow& a, const GradeRow& b) {
            return std::tie(a.from, a.text) < std::tie(b.from, b.text);
        });
        if (rule_.type == RuleType::range && !rows.empty()) find_gaps(completion, rows);
        for (GradeRow& row : rows) {
            row.completion = completion;
            made_.rows.push_back(std::move(row));
        }
    }

    static void spell(const GradeRow& row, const std::vector<GradeRow>& own, std::vector<GradeRow>& rows) {
        if (std::ranges::find(own, row.text, &GradeRow::text) == own.end()) rows.push_back(row);
    }

    static void fill(const GradeRow& row, const std::vector<GradeRow>& own, std::vector<GradeRow>& rows) {
        Decimal from = *row.from;
        const auto add = [&](Decimal below) {
            if (from >= below) return;
            GradeRow part = row;
            part.from = from;
            part.below = below;
            rows.push_back(std::move(part));
        };
        for (const GradeRow& taken : own) {  // ascending
            if (*taken.below <= from) continue;
            if (*taken.from >= *row.below) break;
            add(*taken.from);
            from = std::max(from, *taken.below);
        }
        add(*row.below);
    }

    void find_gaps(Completion completion, const std::vector<GradeRow>& rows) {
        Decimal covered{};
        for (const GradeRow& row : rows) {
            if (*row.from > covered) made_.gaps.push_back({completion, covered, *row.from});
            covered = *row.below;
        }
        if (covered < above_all) made_.gaps.push_back({completion, covered, above_all});
    }

    // A band for any is never asked when bands of their own take all that it could.
    void find_unused() {
        for (std::size_t i = 0; i < rule_.bands.size(); ++i) {
            const auto position = static_cast<std::int64_t>(i);
            const bool holds = std::ranges::find(made_.rows, position, &GradeRow::band) != made_.rows.end();
            if (!holds && !rule_.bands[i].without_grade) made_.unused.push_back(position);
        }
    }

    const GradeRule& rule_;
    Compiled made_;
    std::array<std::vector<Range>, 5> ranges_;
    std::array<std::vector<GradeRow>, 5> own_;
    std::array<std::int64_t, 5> blanks_{-1, -1, -1, -1, -1};
};

}  // namespace

Compiled compile(const GradeRule& rule) { return Compiler(rule).run(); }

}  // namespace provost::results
