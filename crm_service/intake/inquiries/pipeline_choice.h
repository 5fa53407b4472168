#pragma once

#include <string>
#include <vector>

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/pipeline.pb.h"

namespace voronka::crm {

// Keys of the pipelines whose deals an inquiry may join: where it could make a deal itself, and those linked with that
// one by `repeat_pipeline`, as long as they are for the same: a purchase does not join a claim, nor a claim a purchase.
// Leads become sales, so an inquiry joins either. Locks nothing: a deal is locked before its pipeline. Throws NOT_FOUND
// when the named pipeline does not exist.
std::vector<std::string> LinkedPipelines(rpc::Session& session, const std::string& named);
// Those among them in which what is won was bought. A lead that is won is a sale that has only begun.
std::vector<std::string> PipelinesOfPurchases(rpc::Session& session, const std::string& named);

// Chooses the pipeline for an inquiry's new deal: the named one (a key or an id) unless it is archived or for errands
// or warming, else the account's default. A client who has bought before goes to the repeat pipeline of that one
// instead. The pipeline cannot change until the session commits. Throws NOT_FOUND when the named one does not exist;
// FAILED_PRECONDITION (NO_PIPELINE) in an account without pipelines.
v1::Pipeline PipelineForInquiry(rpc::Session& session, const std::string& named, bool has_bought);

}  // namespace voronka::crm
