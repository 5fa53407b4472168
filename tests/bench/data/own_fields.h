#pragma once

#include <cstdint>
#include <string>

#include "foundation/storage/connection.h"
#include "voronka/crm/v1/deal.pb.h"
#include "voronka/crm/v1/field_set.pb.h"

namespace voronka::bench {

// Adds fields of text until there are that many of the account's own.
void AddOwnFields(crm::v1::FieldSet& field_set, int own);

// A deal that has a value in each of the account's own fields, and nothing else.
crm::v1::Deal FilledIn(const crm::v1::FieldSet& field_set, int64_t user_id);

// All deals of the account come to this stage of this pipeline, and have these fields.
void PlaceDeals(storage::Connection& crm, int64_t account, const std::string& pipeline, const std::string& stage,
                const crm::v1::Deal& fields);

}  // namespace voronka::bench
