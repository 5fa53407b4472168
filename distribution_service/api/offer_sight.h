#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "distribution_service/crm/directory.h"
#include "foundation/rpc/calls/caller.h"
#include "foundation/storage/rows/value.h"

namespace voronka::distribution {

// Accounts may limit what managers and heads of sales see. All others see everything, and nobody is asked about them.
bool MayBeLimited(const rpc::Caller& caller);

// Users whose offers a caller sees: those whose deals they see. Never nobody. Absent: everybody's.
using SeenUsers = std::optional<std::vector<int64_t>>;

// Of a caller who may be limited, only their own offers while crm_service, which knows, does not answer.
SeenUsers UsersSeenBy(const rpc::Caller& caller, CrmDirectory& directory);

// Adds ` AND user_id IN (…)` and its values to a statement; nothing for everybody's.
void AddSeenUsers(const SeenUsers& users, std::string& sql, std::vector<storage::Value>& values);

}  // namespace voronka::distribution
