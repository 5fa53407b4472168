#pragma once

#include "crm_service/configuration/documents/account_configuration.h"
#include "voronka/crm/v1/configuration.pb.h"

namespace voronka::crm {

// What another account may be given: without what the system sets, what is archived, and whatever names that.
v1::Configuration DocumentOf(const AccountConfiguration& configuration);

}  // namespace voronka::crm
