// catalogue.define_packaging: what a program is made of.
#pragma once

#include "plan/decision.hpp"
#include "plan/fetch.hpp"

#include <provost/catalogue/packaging.hpp>

namespace provost::catalogue {

struct DefinePackagingFacts {
    One<Program> program;
    One<Packaging> existing;
};

template <class Facts = DefinePackagingFacts>
inline constexpr auto define_packaging_fetch = [] {
    return fetch_plan<DefinePackaging>(std::to_array<FetchRow>({
        PROVOST_SLOT(program, "code(request.program)", "program.unknown"_code),
        PROVOST_SLOT(existing, "program(program.id)"),
    }));
}();

void define_packaging(const DefinePackaging& request, const DefinePackagingFacts& facts, Context& context,
                      Decision& decision);

}  // namespace provost::catalogue
