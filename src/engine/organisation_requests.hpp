// What a document that sets up an organisation asks for: requests of the ordinary define verbs, which tell records as a
// whole. What the document has no words for stays as it is in the records that are there already.
#pragma once

#include "data/organisation_document.hpp"
#include "engine/core.hpp"

namespace provost::engine {

struct OrganisationRequest {
    const RecordType* type = nullptr;
    std::shared_ptr<void> data{};
    std::string place{};  ///< of its entry in the document, as a JSON Pointer
};

/// In the order of the document's members. Reads what is there; the engine must be locked.
[[nodiscard]] Result<std::vector<OrganisationRequest>> requests_of(const data::OrganisationDocument& document,
                                                                   Core& core);

/// The error of a request, at the place in the document that made it so. Of no request: of the document itself.
[[nodiscard]] Error placed(Error error, const OrganisationRequest& request, const std::string& file);

}  // namespace provost::engine
