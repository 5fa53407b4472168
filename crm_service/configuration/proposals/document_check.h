#pragma once

#include "crm_service/configuration/documents/account_configuration.h"
#include "crm_service/configuration/proposals/merged.h"
#include "foundation/rpc/requests/error.h"
#include "voronka/crm/v1/configuration.pb.h"

namespace voronka::crm {

// What is wrong with a document by itself: bounds, what is required, keys that are used twice. Whatever else looks at
// it may rely on its being without fault. Pure.
void CheckDocument(const v1::Configuration& wanted, rpc::Violations& violations);

// What is wrong with it together with what the account has: `after`, which Merged made of it. Pure.
void CheckTogether(const v1::Configuration& wanted, const AccountConfiguration& before,
                   const AccountConfiguration& after, Others others, rpc::Violations& violations);

// What the values of fields, and the rules of pipelines that the document does not name, do not allow. Pure.
void CheckKeepsFields(const v1::Configuration& wanted, const AccountConfiguration& before,
                      const AccountConfiguration& after, Others others, rpc::Violations& violations);

}  // namespace voronka::crm
