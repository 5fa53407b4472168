#pragma once

#include "voronka/options/v1/access.pb.h"

namespace voronka::rpc {

// Whether users with this role belong to the audience.
bool Includes(options::v1::Audience audience, options::v1::Role role);

}  // namespace voronka::rpc
