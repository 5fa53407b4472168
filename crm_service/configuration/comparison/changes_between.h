#pragma once

#include <vector>

#include "crm_service/configuration/documents/account_configuration.h"
#include "voronka/crm/v1/configuration.pb.h"

namespace voronka::crm {

// How to get from one state of an account's configuration to another. A name of a pipeline that only one of them has in
// use is no difference. Pure.
std::vector<v1::ConfigurationDifference> ChangesBetween(const AccountConfiguration& before,
                                                        const AccountConfiguration& after);

}  // namespace voronka::crm
