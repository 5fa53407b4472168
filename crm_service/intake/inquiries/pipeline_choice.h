#pragma once

#include <string>

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/pipeline.pb.h"

namespace voronka::crm {

// Where the new deal of an inquiry is made: the pipeline that it names, by key or id, unless that is archived; else the
// account's; and in its repeat pipeline instead where the client has bought before. It cannot change until the session
// commits. Throws NOT_FOUND for a name of none; FAILED_PRECONDITION (NO_PIPELINE) in an account without pipelines.
v1::Pipeline PipelineForInquiry(rpc::Session& session, const std::string& named, bool has_bought);

}  // namespace voronka::crm
