#pragma once

#include <optional>

#include "foundation/rpc/calls/session.h"
#include "foundation/rpc/requests/error.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka::crm {

// The client that is typed in with a new deal.
class TypedClient {
 public:
  // Adds what is wrong with it.
  TypedClient(rpc::Session& session, const v1::CreateDealRequest& request, rpc::Violations& violations);

  // Makes who is not known yet. `contact`: that of the deal, from now on.
  void GiveTo(v1::Deal& deal, std::optional<v1::Contact>& contact) const;

 private:
  rpc::Session& session_;
  std::optional<v1::Contact> contact_;
  std::optional<v1::Company> company_;
};

}  // namespace voronka::crm
