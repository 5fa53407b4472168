#include <gtest/gtest.h>

#include <future>

#include "foundation/storage/connection.h"
#include "foundation/storage/transaction.h"
#include "tests/crm_service/people/users/colleagues.h"
#include "voronka/config/v1/process.pb.h"

namespace voronka::testing {
namespace {

using namespace std::chrono_literals;

std::string ReasonOfRefusal(const std::string& login) {
  try {
    Crm().LogIn(login);
    return "none";
  } catch (const client::CallFailed& failure) {
    return failure.reason();
  }
}

// Waits until the login waits for a lock, or has ended without it. InnoDB shows lock waits from a cache that it
// refreshes at most every tenth of a second.
void AwaitLockWait(const std::future<std::string>& login) {
  storage::Connection observer(Crm().database());
  while (login.wait_for(120ms) != std::future_status::ready) {
    if (!observer.Query("SELECT 1 FROM information_schema.innodb_lock_waits LIMIT 1").empty()) return;
  }
}

// The answer to a login that has already checked the password when this happens to the user.
std::string RefusalWhen(const Colleagues& they, const std::string& change) {
  std::future<std::string> login;
  storage::RunTransaction(Crm().db(), [&](storage::Transaction& transaction) {
    transaction.db.Query("SELECT id FROM users WHERE account_id = ? AND id = ? FOR UPDATE", they.account_id(),
                         they.anna_id());
    login = std::async(std::launch::async, ReasonOfRefusal, they.anna_user.login());
    AwaitLockWait(login);
    transaction.db.Execute(change, they.account_id(), they.anna_id());
  });
  return login.get();
}

TEST(Login, IsRefusedIfThePasswordChangesMeanwhile) {
  EXPECT_EQ(RefusalWhen(Colleagues(), "UPDATE user_passwords SET hash = 'x' WHERE account_id = ? AND user_id = ?"),
            "WRONG_LOGIN");
}

TEST(Login, IsRefusedIfTheUserIsDisabledMeanwhile) {
  EXPECT_EQ(RefusalWhen(Colleagues(), "UPDATE users SET state = 2 WHERE account_id = ? AND id = ?"), "USER_DISABLED");
}

}  // namespace
}  // namespace voronka::testing
