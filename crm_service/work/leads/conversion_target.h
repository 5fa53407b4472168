#pragma once

#include <string>

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/deal.pb.h"
#include "voronka/crm/v1/pipeline.pb.h"

namespace voronka::crm {

// The pipeline that leads become deals in: the named one, by key or id, else the one for inquiries if that is for
// sales, else the first for sales. It cannot change until the session commits. Throws INVALID_ARGUMENT
// (UNKNOWN_PIPELINE, UNKNOWN_STAGE, PIPELINE_ARCHIVED, NOT_OPEN) and FAILED_PRECONDITION (NOT_FOR_SALES, NO_PIPELINE).
// `stage`: of the deal; empty: the first where deals are worked on.
v1::Pipeline ConversionTarget(rpc::Session& session, const std::string& named, const std::string& stage);

// The new deal of a lead, with all that it has of it: own fields as far as the pipeline has them and they are not
// unique.
v1::Deal DealOfLead(rpc::Session& session, const v1::Deal& lead, const v1::Pipeline& target, const std::string& stage);

}  // namespace voronka::crm
