#pragma once

#include <vector>

#include "crm_service/configuration/documents/account_configuration.h"
#include "crm_service/configuration/proposals/merged.h"
#include "foundation/rpc/requests/error.h"
#include "voronka/crm/v1/configuration.pb.h"

namespace voronka::crm {

// The account's queues after the document is applied. `pipelines`: those after it. A queue goes with its stage. One
// that the document does not staff keeps its people, or gets the usual ones if it is new, so that no inquiry waits.
// Pure.
std::vector<v1::Queue> MergedQueues(const AccountConfiguration& before, const std::vector<v1::Pipeline>& pipelines,
                                    const v1::Configuration& wanted, Others others);

// What is wrong with the document's queues: places that are not there, people whom nobody knows. Pure.
void CheckQueues(const v1::Configuration& wanted, const AccountConfiguration& after, rpc::Violations& violations);

}  // namespace voronka::crm
