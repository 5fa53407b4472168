#pragma once

#include <cstdint>
#include <string_view>

#include "voronka/crm/v1/file.pb.h"

namespace voronka::gateway {

// What the query of a request asks for, as `entity=deal&id=7&name=contract.pdf`. What is missing or makes no sense is
// left out, for the service to say so.
crm::v1::Upload UploadAskedFor(std::string_view query, uint64_t size);

}  // namespace voronka::gateway
