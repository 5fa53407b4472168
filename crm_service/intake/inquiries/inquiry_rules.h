#pragma once

#include "voronka/crm/v1/inquiry.pb.h"

namespace voronka::crm {

// Throws INVALID_ARGUMENT (CLIENT_REQUIRED) where nothing tells who the client is.
void CheckNamesClient(const v1::Inquiry& inquiry);

}  // namespace voronka::crm
