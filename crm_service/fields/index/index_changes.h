#pragma once

#include "foundation/rpc/calls/session.h"
#include "foundation/rpc/requests/error.h"
#include "voronka/crm/v1/field_set.pb.h"

namespace voronka::crm {

// Adds what the values that exist do not allow: VALUES_REPEAT, or INDEX_NOT_READY where nobody can say yet. `wanted`:
// the fields as a request has them, at `field_set.fields`. Others may write values meanwhile.
void CheckMayBeUnique(rpc::Session& session, const v1::FieldSet& before, const v1::FieldSet& wanted,
                      rpc::Violations& violations);

// Saves a field set with the indexes that its fields need. Of few resources, their values are put into new ones now, of
// many in portions (IndexFills). Throws FAILED_PRECONDITION with what CheckMayBeUnique finds. Whoever writes values
// waits only from then on: what was written while a large index was looked through is looked at once more. `before`: as
// it is, and stays so, since the caller has locked the account.
v1::FieldSet SaveFieldSet(rpc::Session& session, const v1::FieldSet& before, const v1::FieldSet& wanted,
                          v1::FieldSet after);

}  // namespace voronka::crm
