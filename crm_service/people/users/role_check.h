#pragma once

#include "foundation/rpc/session.h"

namespace voronka::crm {

// Compares a token's role with the user's row. A replica hears of another's changes a second later: until then only
// this keeps an admin who has been demoted from making themselves one again.
class RoleCheck final : public rpc::CurrentRights {
 public:
  bool AreAsTold(rpc::Session& session) override;
};

}  // namespace voronka::crm
