#pragma once

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/field_set.pb.h"

namespace voronka::crm {

// The methods of FieldSetService.
v1::FieldSet GetFieldSet(rpc::Session& session, const v1::GetFieldSetRequest& request);
v1::ListFieldSetsResponse ListFieldSets(rpc::Session& session, const v1::ListFieldSetsRequest& request);
v1::FieldSet UpdateFieldSet(rpc::Session& session, const v1::UpdateFieldSetRequest& request);

}  // namespace voronka::crm
