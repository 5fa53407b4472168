#pragma once

#include <cstdint>

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/approval.pb.h"
#include "voronka/crm/v1/deal.pb.h"
#include "voronka/options/v1/access.pb.h"

namespace voronka::crm {

// Who is asked for an approval of this role to a move of the deal: of the heads of sales, the one whose team the
// responsible user is in, or their stand-in; else the first active user of the role. Never the caller. 0: nobody.
int64_t ApproverOf(rpc::Session& session, const v1::Deal& deal, options::v1::Role role);

// Whether the user answers in place of somebody of the role: they were asked, or stand in for whoever was (their
// deputy, or that of the team that they head), and whoever was asked is still of the role, or still stands in for
// somebody who is. Who has lost the role, or the one whom they stood in for has, is asked no more.
bool IsAskedInPlace(rpc::Session& session, const v1::Approval& approval, int64_t user_id);

}  // namespace voronka::crm
