#include "tests/system/faults/caller.h"

#include <fmt/format.h>

namespace voronka::testing {

std::unique_ptr<Caller> Caller::Person(Account& account, const std::string& person, int64_t user_id) {
  const auto log_in = [&](int replica) { return account.LogIn(person, replica); };
  return std::unique_ptr<Caller>(new Caller(account, fmt::format("user:{}", user_id), user_id, log_in));
}

std::unique_ptr<Caller> Caller::Program(Account& account, const std::string& name) {
  const auto make = [&](int replica) { return account.system().Service(name, account.id(), replica); };
  return std::unique_ptr<Caller>(new Caller(account, "service:" + name, 0, make));
}

}  // namespace voronka::testing
