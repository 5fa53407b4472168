#pragma once

#include "foundation/rpc/calls/caller.h"
#include "foundation/rpc/requests/error.h"
#include "voronka/crm/v1/company.pb.h"

namespace voronka::crm {

// Normalises name, tax number, phones and emails. Adds violations for a name that names nobody (REQUIRED), a tax number
// that is none (MALFORMED), and those of phones and emails (written_points.h).
void Normalise(const v1::Company& before, v1::Company& company, rpc::Violations& violations);

// Throws PERMISSION_DENIED (NOT_RESPONSIBLE) for another manager's company, unless the caller leads sales.
void CheckMayChange(const rpc::Caller& caller, const v1::Company& company);

}  // namespace voronka::crm
