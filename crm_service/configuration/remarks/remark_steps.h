#pragma once

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/remark.pb.h"

namespace voronka::crm {

v1::Remark CreateRemark(rpc::Session& session, const v1::CreateRemarkRequest& request);
v1::Remark AnswerRemark(rpc::Session& session, const v1::AnswerRemarkRequest& request);
v1::ListRemarksResponse ListRemarks(rpc::Session& session, const v1::ListRemarksRequest& request);

}  // namespace voronka::crm
