#pragma once

#include <optional>
#include <string>
#include <vector>

#include "crm_service/log/resources/resource_table.h"
#include "voronka/crm/v1/user.pb.h"

namespace voronka::crm {

// The table `users`.
class Users : public ResourceTable<v1::User> {
 public:
  using ResourceTable::ResourceTable;

  // In order of id.
  std::vector<v1::User> All();
  bool IsActive(int64_t id);
  bool HasActiveAdmin();

  // Adds UNKNOWN_USER unless `id` is a user of the account, active or not; 0: nobody is named. Returns the user.
  std::optional<v1::User> RequireUser(int64_t id, const std::string& field, rpc::Violations& violations);

  // Takes the user's login as well. Throws ALREADY_EXISTS (LOGIN_TAKEN) at `login_field`.
  v1::User Add(int64_t id, v1::User user, const std::string& login_field);
  // Moves the user to another login as well, if it changes. `before` must be locked. Throws as Add does.
  v1::User Save(const v1::User& before, v1::User after, const std::string& login_field = "user.login");

 private:
  using ResourceTable::AddAs;
};

}  // namespace voronka::crm
