#pragma once

#include "crm_service/clients/merges/merged_as.h"
#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/merge.pb.h"

namespace voronka::crm {

v1::UndoMergeResponse UndoMerge(rpc::Session& session, const v1::UndoMergeRequest& request, const MergeHooks& hooks);

}  // namespace voronka::crm
