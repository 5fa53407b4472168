#pragma once

#include "foundation/rpc/calls/session.h"

namespace voronka::crm {

// Compares a token's role with the user's row. A replica learns of another's changes a second later. Until then only
// this check keeps a demoted admin from becoming an admin again.
class RoleCheck final : public rpc::CurrentRights {
 public:
  bool AreStillValid(rpc::Session& session) override;
};

}  // namespace voronka::crm
