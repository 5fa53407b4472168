#pragma once

#include <cstdint>
#include <string>

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/inquiry.pb.h"

namespace voronka::crm {

// Keeps what was sent with the trap filled in until somebody looks at it. What waits already is held once. Throws
// RESOURCE_EXHAUSTED (TOO_MANY_SUBMISSIONS).
void HoldForm(rpc::Session& session, int64_t form_id, v1::Inquiry inquiry, const std::string& trap);

}  // namespace voronka::crm
