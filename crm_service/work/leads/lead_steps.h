#pragma once

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/lead.pb.h"

namespace voronka::crm {

v1::Conversion ConvertLead(rpc::Session& session, const v1::ConvertLeadRequest& request);
v1::Conversion UndoConversion(rpc::Session& session, const v1::UndoConversionRequest& request);
v1::RefuseLeadResponse RefuseLead(rpc::Session& session, const v1::RefuseLeadRequest& request);

}  // namespace voronka::crm
