#pragma once

#include <string>

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/inquiry.pb.h"

namespace voronka::crm {

// Takes an inquiry in: into its client's open deal, or a new one. All of it is in the transaction that answers.
// `pipeline`, by key or id, is where a new deal is made; empty: the account's.
v1::SubmitInquiryResponse TakeIn(rpc::Session& session, v1::Inquiry inquiry, const std::string& pipeline);

}  // namespace voronka::crm
