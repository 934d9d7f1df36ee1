// catalogue.define_meta_tag, catalogue.define_classification: what settings name, with more rules than a plain record.
#pragma once

#include "plan/define_verb.hpp"

#include <provost/catalogue/meta_tag.hpp>
#include <provost/catalogue/references.hpp>

namespace provost::catalogue {

void define_meta_tag(const Define<MetaTag>& request, const DefineFacts<MetaTag>& facts, Context& context,
                     Decision& decision);

struct DefineClassificationFacts {
    One<ClassificationNode> existing;
    One<ClassificationNode> parent;
};

template <class Facts = DefineClassificationFacts>
inline constexpr auto define_classification_fetch = [] {
    return fetch_plan<DefineClassification>(std::to_array<FetchRow>({
        PROVOST_SLOT(existing, "key(request.classification)"),
        PROVOST_SLOT(parent, "key(request.parent)", "classification.unknown"_code),
    }));
}();

void define_classification(const DefineClassification& request, const DefineClassificationFacts& facts,
                           Context& context, Decision& decision);

}  // namespace provost::catalogue
