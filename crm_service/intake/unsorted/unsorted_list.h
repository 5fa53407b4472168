#pragma once

#include <vector>

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/deal.pb.h"
#include "voronka/crm/v1/unsorted.pb.h"

namespace voronka::crm {

// The deals with what their clients sent, in the same order.
std::vector<v1::UnsortedInquiry> WithInquiries(rpc::Session& session, std::vector<v1::Deal> deals);

// Adds who declined each.
void SayWhoDeclined(rpc::Session& session, std::vector<v1::UnsortedInquiry>& declined);

}  // namespace voronka::crm
