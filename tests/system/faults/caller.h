#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "tests/support/account.h"
#include "tests/system/alternating_client.h"

namespace voronka::testing {

// A caller whose calls are recorded and go to the replicas in turn. Thread-safe.
class Caller {
 public:
  // A user of the account, such as `head` or `manager-0`, who logs in at each replica.
  static std::unique_ptr<Caller> Person(Account& account, const std::string& person, int64_t user_id);
  // A program that acts in the account.
  static std::unique_ptr<Caller> Program(Account& account, const std::string& name);

  int64_t account_id() const { return account_id_; }
  // 0: a program.
  int64_t user_id() const { return user_id_; }
  // In the format of request keys.
  const std::string& name() const { return name_; }
  AlternatingClient& client() { return client_; }

 private:
  template <class MakeClient>
  Caller(Account& account, std::string name, int64_t user_id, const MakeClient& make_client)
      : account_id_(account.id()),
        user_id_(user_id),
        name_(std::move(name)),
        client_(account.system().replicas(), make_client) {}

  const int64_t account_id_;
  const int64_t user_id_;
  const std::string name_;
  AlternatingClient client_;
};

}  // namespace voronka::testing
