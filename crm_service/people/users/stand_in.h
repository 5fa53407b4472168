#pragma once

#include <cstdint>
#include <map>

#include "foundation/rpc/calls/session.h"
#include "voronka/options/v1/access.pb.h"

namespace voronka::crm {

// Who does the user's work, as foundation/staff decides: the user, or whoever stands in while the user is not active.
// 0: nobody in the account is active.
int64_t WhoActsFor(rpc::Session& session, int64_t user_id);

// The user, or the deputy who stands in for them. 0: none of them is active.
int64_t UserOrDeputy(rpc::Session& session, int64_t user_id);

// Whether the user answers in place of whoever is asked, and whoever is asked acts as somebody of this role or above
// it: they have it, or stand in for somebody who does.
bool AnswersFor(rpc::Session& session, int64_t user_id, int64_t asked, options::v1::Role role);

// Those in whose place the caller answers, each with the highest role that they act in (staff::StoodInForBy). Little is
// read for whoever is nobody's deputy.
using StoodInFor = std::map<int64_t, options::v1::Role>;
StoodInFor StoodInForBy(storage::Connection& db, const rpc::Caller& caller);

}  // namespace voronka::crm
