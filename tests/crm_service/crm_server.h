#pragma once

#include <google/protobuf/message.h>

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "client/client.h"
#include "voronka/crm/v1/event.pb.h"
#include "voronka/crm/v1/session.pb.h"

namespace voronka::config::v1 {
class Database;
}

namespace voronka::storage {
class Connection;
}

namespace voronka::testing {

constexpr const char* kPassword = "correct horse";

// The real Crm in the test's process, over a fresh schema, with a clock that tests move.
class CrmServer {
 public:
  CrmServer();
  ~CrmServer();

  client::Client Nobody();
  // One of the services `distribution`, `gateway`, `intake`, `operator`, in an account or, with 0, in none.
  client::Client Service(const std::string& name, int64_t account_id = 0);
  client::Client Operator(int64_t account_id = 0) { return Service("operator", account_id); }
  // With these tokens alone, which are never renewed.
  client::Client Holder(const crm::v1::LoginResponse& tokens);
  client::Client User(const std::string& login) { return Holder(LogIn(login)); }

  // Of a new account; `name@number` is a login that no other test has.
  crm::v1::CreateAccountResponse NewAccount();
  std::string Login(const std::string& name);
  crm::v1::LoginResponse LogIn(const std::string& login, const std::string& password = kPassword);

  // As the gateway passes it on, for a client at an address. Throws CallFailed.
  crm::v1::LoginResponse LogInFrom(const std::string& address, const crm::v1::LoginRequest& request);

  std::vector<crm::v1::Event> EventsOf(int64_t account_id);
  void Advance(std::chrono::microseconds time);
  // As each second.
  void TickStreams();
  int64_t Now() const;
  storage::Connection& db();
  const config::v1::Database& database() const;

 private:
  // Kept out of what every test includes.
  struct Running;
  const std::unique_ptr<Running> running_;
  int logins_ = 0;
};

// One for all tests of the process: each makes an account of its own.
CrmServer& Crm();

// How a call fails that must fail.
client::CallFailed FailureOf(client::Client& who, const google::protobuf::Message& request);
// `REASON at field` of each violation of a refused request.
std::vector<std::string> ViolationsOf(client::Client& who, const google::protobuf::Message& request);

}  // namespace voronka::testing
