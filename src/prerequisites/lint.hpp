// The check of the whole catalogue: courses that nobody can ever book, prerequisites that ask for what is over, bundles
// that another makes useless, chains that can not be had in time, and what retiring courses would do. [IMC-PRE-25]
#pragma once

#include <provost/catalogue/course.hpp>
#include <provost/catalogue/course_set.hpp>
#include <provost/prerequisites/lint.hpp>

namespace provost::prerequisites {

/// What is looked at; all lists in ascending order of id.
struct Catalogue {
    struct Course {
        std::int64_t id = 0;
        std::string name;
        std::int64_t course_template = 0;
        catalogue::CourseLife life = catalogue::CourseLife::active;
        catalogue::PlanningStatus status = catalogue::PlanningStatus::released;
        std::optional<Instant> starts_at{};
        std::optional<Instant> ends_at{};
        const catalogue::Prerequisites* rule = nullptr;
        catalogue::Minimum usual = catalogue::Minimum::completed;  // how far, where the rule does not say it
        std::string subject{};  // that it trains: of the version of its template that it goes by
    };
    struct Template {
        std::int64_t id = 0;
        std::string name;
        std::string subject;
        bool removed = false;
        const catalogue::Prerequisites* rule = nullptr;
        catalogue::Minimum usual = catalogue::Minimum::completed;
    };
    struct List {
        std::int64_t id = 0;
        std::string name;
        std::vector<std::int64_t> courses;
    };
    std::vector<Course> courses;
    std::vector<Template> course_templates;
    std::vector<List> course_groups;
    std::vector<List> paths;
};

struct Lint {
    std::vector<Finding> findings;  // by kind of finding; of one kind templates before courses, each by id
    std::int64_t not_compared = 0;  // bundles
};

/// Looks at everything. `retired` are ids of courses and templates; what their end would do is found besides.
[[nodiscard]] Lint lint(const Catalogue& catalogue, const std::vector<std::int64_t>& retired);

/// A bundle that another one of the same prerequisites makes useless; both by their position.
struct UselessBundle {
    std::size_t useless = 0;
    std::size_t by = 0;
};

/// Bundles that hold only when another one holds, too, whatever somebody has; of equal ones all but the first. Exact,
/// but for those bundles that are left out because more than `exact_items` of their different items may be missing
/// while they hold. [IMC-PRE-06]
inline constexpr std::size_t exact_items = 16;
[[nodiscard]] std::vector<UselessBundle> useless_bundles(const catalogue::Prerequisites& rule, std::int64_t& left_out);

}  // namespace provost::prerequisites
