// results.define_grade_rule, results.check_grade_rule: rules are compiled when they are saved, and looked at then.
#pragma once

#include "plan/define_verb.hpp"

#include <provost/results/grade_rule.hpp>

namespace provost::results {

void define_grade_rule(const Define<GradeRule>& request, const DefineFacts<GradeRule>& facts, Context& context,
                       Decision& decision);

struct CheckGradeRuleFacts {
    One<GradeRule> rule;
};

template <class Facts = CheckGradeRuleFacts>
inline constexpr auto check_grade_rule_fetch = [] {
    return fetch_plan<CheckGradeRule>(std::to_array<FetchRow>({
        PROVOST_SLOT(rule, "key(request.rule)", "grade-rule.unknown"_code),
    }));
}();

void check_grade_rule(const CheckGradeRule& request, const CheckGradeRuleFacts& facts, Context& context,
                      Decision& decision);

}  // namespace provost::results
