#pragma once

#include "voronka/crm/v1/inquiry.pb.h"

namespace voronka::crm {

// Throws INVALID_ARGUMENT (CLIENT_REQUIRED) when the inquiry does not say who the client is.
void CheckNamesClient(const v1::Inquiry& inquiry);

}  // namespace voronka::crm
