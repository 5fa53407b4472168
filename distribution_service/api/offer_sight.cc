#include "distribution_service/api/offer_sight.h"

#include "foundation/rpc/requests/error.h"
#include "voronka/options/v1/access.pb.h"

namespace voronka::distribution {

bool MayBeLimited(const rpc::Caller& caller) {
  return caller.role == options::v1::ROLE_MANAGER || caller.role == options::v1::ROLE_HEAD_OF_SALES;
}

SeenUsers UsersSeenBy(const rpc::Caller& caller, CrmDirectory& directory) {
  if (!MayBeLimited(caller)) return std::nullopt;
  SeenUsers users = std::vector{caller.user_id};
  try {
    const auto seen = directory.SeenOwners(caller.account_id, caller.user_id);
    if (!seen) return std::nullopt;
    users->insert(users->end(), seen->begin(), seen->end());
  } catch (const rpc::Error&) {
  }
  return users;
}

void AddSeenUsers(const SeenUsers& users, std::string& sql, std::vector<storage::Value>& values) {
  if (!users) return;
  std::string marks;
  for (const int64_t user : *users) {
    marks += marks.empty() ? "?" : ", ?";
    values.emplace_back(user);
  }
  sql += " AND user_id IN (" + marks + ")";
}

}  // namespace voronka::distribution
