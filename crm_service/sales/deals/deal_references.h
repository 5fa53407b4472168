#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "foundation/rpc/calls/session.h"
#include "foundation/rpc/requests/error.h"
#include "voronka/crm/v1/contact.pb.h"
#include "voronka/crm/v1/deal.pb.h"
#include "voronka/crm/v1/pipeline.pb.h"

namespace voronka::crm {

// Look up what a request about a deal refers to. A reference that does not exist, or cannot be used, adds a violation.

// Nothing when the id is 0. Unless it is `former`, the contact cannot be merged into another until the session commits.
std::optional<v1::Contact> FindContact(rpc::Session& session, int64_t contact_id, int64_t former,
                                       rpc::Violations& violations);
// The same of a company.
void RequireCompany(rpc::Session& session, int64_t company_id, int64_t former, rpc::Violations& violations);

// The stage with this key or id; the first one when `stage` is empty. Null with a violation. `pipeline` is null when
// the request names one that does not exist. `prefix` leads to the fields `pipeline` and `stage` in the request, like
// `deal.`.
const v1::Stage* RequireStage(const std::string& stage, const v1::Pipeline* pipeline, const std::string& prefix,
                              rpc::Violations& violations);

// The stage on which a new deal begins. Null with a violation, or when the draft names no pipeline.
const v1::Stage* StageForNewDeal(const v1::Deal& draft, const v1::Pipeline* pipeline, rpc::Violations& violations);

}  // namespace voronka::crm
