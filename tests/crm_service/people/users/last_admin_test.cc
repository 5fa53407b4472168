#include <gtest/gtest.h>

#include <thread>

#include "foundation/storage/connection.h"
#include "tests/crm_service/people/users/colleagues.h"

namespace voronka::testing {
namespace {

using namespace crm::v1;

void TryToDisable(client::Client& who, int64_t user_id) {
  try {
    who.Call<User>(Disabling(user_id));
  } catch (const client::CallFailed&) {
  }
}

TEST(LastAdmin, RemainsWhenTwoAdminsDisableEachOther) {
  for (int round = 0; round < 5; ++round) {
    Colleagues they;
    const auto galina_user = they.olga.Call<User>(NewUser("galina", options::v1::ROLE_ADMIN));
    auto galina = Crm().User(galina_user.login());
    {
      const std::jthread first([&] { TryToDisable(they.olga, galina_user.id()); });
      const std::jthread second([&] { TryToDisable(galina, they.olga_id()); });
    }
    const auto active = Crm().db().Query("SELECT id FROM users WHERE account_id = ? AND role = ? AND state = ?",
                                         they.account_id(), options::v1::ROLE_ADMIN, User::STATE_ACTIVE);
    EXPECT_EQ(active.size(), 1U);
  }
}

}  // namespace
}  // namespace voronka::testing
