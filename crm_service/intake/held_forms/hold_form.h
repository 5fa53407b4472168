#pragma once

#include <cstdint>
#include <string>

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/inquiry.pb.h"

namespace voronka::crm {

// Keeps a submission whose trap field was filled in until somebody reviews it. Content that is already waiting is not
// held twice. Throws RESOURCE_EXHAUSTED (TOO_MANY_SUBMISSIONS).
void HoldForm(rpc::Session& session, int64_t form_id, v1::Inquiry inquiry, const std::string& trap);

}  // namespace voronka::crm
