#include "crm_service/people/users/own_settings.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "crm_service/log/events/resource_change.h"
#include "foundation/rpc/requests/error.h"

namespace voronka::crm {
namespace {

using v1::User;

constexpr std::array<std::string_view, 3> kOwnSettings = {"display_name", "locale", "time_zone"};

std::vector<std::string> ChangesBesidesOwnSettings(const User& before, const User& after) {
  std::vector<std::string> names;
  for (const auto& path : FieldsThatDiffer(before, after)) {
    if (std::ranges::count(kOwnSettings, path.Text()) == 0) names.push_back(path.Text());
  }
  return names;
}

}  // namespace

void CheckMayUpdate(const rpc::Caller& caller, const User& before, const User& after) {
  if (caller.role == options::v1::ROLE_ADMIN) return;
  rpc::Violations violations;
  violations.AddUnless(caller.user_id == before.id(), "ROLE_NOT_ALLOWED", "user_id",
                       {"Only an admin may change another user.", "Других пользователей меняет только администратор."});
  const auto forbidden = ChangesBesidesOwnSettings(before, after);
  for (const auto& field : forbidden) {
    violations.Add("ROLE_NOT_ALLOWED", "user." + field,
                   {"Only an admin may change " + field + ".", "Поле " + field + " меняет только администратор."});
  }
  violations.ThrowIfAny(rpc::Code::kPermissionDenied, {{"fields", fmt::format("{}", fmt::join(forbidden, ", "))}});
}

}  // namespace voronka::crm
