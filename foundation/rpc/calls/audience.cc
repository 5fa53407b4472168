#include "foundation/rpc/calls/audience.h"

#include <algorithm>

namespace voronka::rpc {

bool Includes(options::v1::Audience audience, options::v1::Role role) {
  const auto& value = *options::v1::Audience_descriptor()->FindValueByNumber(audience);
  const auto& roles = value.options().GetExtension(options::v1::members).roles();
  return std::ranges::find(roles, role) != roles.end();
}

}  // namespace voronka::rpc
