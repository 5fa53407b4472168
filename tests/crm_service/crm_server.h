#pragma once

#include <google/protobuf/message.h>

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "client/client.h"
#include "event_consumer/change.h"
#include "voronka/crm/v1/account.pb.h"
#include "voronka/crm/v1/event.pb.h"
#include "voronka/crm/v1/session.pb.h"

namespace voronka::config::v1 {
class Database;
}

namespace voronka::storage {
class Connection;
}

namespace voronka::testing {

class FakeClamd;

constexpr const char* kPassword = "correct horse";
// Bytes of a file, and of all files of an account.
constexpr int64_t kLargestFile = 2'000'000;
constexpr int64_t kMostFiles = 3'000'000;

// The real Crm in the test's process, on a fresh schema, with a clock that tests can move.
class CrmServer {
 public:
  CrmServer();
  ~CrmServer();

  client::Client Nobody();
  // One of the services `distribution`, `gateway`, `intake`, `operator`, in an account or, with 0, in none.
  client::Client Service(const std::string& name, int64_t account_id = 0);
  client::Client Operator(int64_t account_id = 0) { return Service("operator", account_id); }
  // Uses only these tokens and never renews them.
  client::Client Holder(const crm::v1::LoginResponse& tokens);
  client::Client User(const std::string& login) { return Holder(LogIn(login)); }

  // Creates an account. Login returns `name@number`, which no other test uses.
  crm::v1::CreateAccountResponse NewAccount();
  std::string Login(const std::string& name);
  crm::v1::LoginResponse LogIn(const std::string& login, const std::string& password = kPassword);

  // Nobody yet, who calls through the gateway from this address.
  client::Client Visitor(const std::string& address);
  // From an address from which nobody called before, so that no limit of an address is near.
  client::Client Visitor();

  std::vector<crm::v1::Event> EventsOf(int64_t account_id);
  // The head of the partition's log, once streams serve up to there.
  int64_t ServedHead(int partition);
  // The account's last event, which must be about such a resource.
  template <class Resource>
  events::ChangeTo<Resource> LastChange(int64_t account_id) {
    return events::ReadChange<Resource>(EventsOf(account_id).back());
  }
  void Advance(std::chrono::microseconds time);
  // What runs every second in production.
  void TickStreams();
  // What runs now and then in production, each once.
  void DoHousekeeping();
  // The search follows the log only for tests that ask for it. `FollowForSearch` does nothing if it does already.
  void FollowForSearch();
  void StopFollowingForSearch();
  int64_t Now() const;
  // Where files are kept.
  std::filesystem::path files() const;
  // What checks them.
  FakeClamd& scanner();
  storage::Connection& db();
  const config::v1::Database& database() const;

 private:
  // Hidden, so that tests need not include its headers.
  struct Running;
  const std::unique_ptr<Running> running_;
  int logins_ = 0;
  int visitors_ = 0;
  bool follows_for_search_ = false;
};

// Shared by all tests of the process; each creates its own account.
CrmServer& Crm();

// The failure of a call that must fail.
client::CallFailed FailureOf(client::Client& who, const google::protobuf::Message& request);
// `REASON at field` of each violation of a refused request.
std::vector<std::string> ViolationsOf(client::Client& who, const google::protobuf::Message& request);

}  // namespace voronka::testing
