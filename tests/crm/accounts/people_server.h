#pragma once

#include <google/protobuf/message.h>

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "client/channels.h"
#include "client/client.h"
#include "crm_service/accounts/account_service.h"
#include "crm_service/sessions/session_service.h"
#include "crm_service/teams/team_service.h"
#include "crm_service/users/user_service.h"
#include "foundation/events/log.h"
#include "foundation/rpc/server.h"
#include "foundation/rpc/service_host.h"
#include "voronka/crm/v1/event.pb.h"

namespace voronka::testing {

constexpr const char* kPassword = "correct horse";

// The accounts, users, teams and sessions of crm_service, served over a fresh schema, with a clock that tests move.
class PeopleServer {
 public:
  PeopleServer();
  ~PeopleServer();

  client::Client Nobody() { return client::Client(channels_); }
  // Acts in no account; 0, or in one.
  client::Client Operator(int64_t account_id = 0);
  // With these tokens alone, which are never renewed.
  client::Client Holder(const crm::v1::LoginResponse& tokens);
  client::Client User(const std::string& login) { return Holder(LogIn(login)); }

  // Of a new account; `name@number` is a login that no other test has.
  crm::v1::CreateAccountResponse NewAccount();
  std::string Login(const std::string& name);
  crm::v1::LoginResponse LogIn(const std::string& login, const std::string& password = kPassword);

  std::vector<crm::v1::Event> EventsOf(int64_t account_id);
  void Advance(std::chrono::microseconds time);
  int64_t Now() const { return host_.clock.NowMicros(); }
  storage::Connection& db() { return db_; }
  const config::v1::Database& database() const { return process_.database(); }

 private:
  const std::filesystem::path folder_;
  const config::v1::Process process_;
  process::SystemClock system_clock_;
  events::Log events_;
  rpc::ServiceHost host_;
  security::PasswordGate passwords_;
  const security::TokenSigner signer_;
  crm::AccountService accounts_;
  crm::UserService users_;
  crm::TeamService teams_;
  crm::SessionService sessions_;
  rpc::Server server_;
  client::Channels channels_;
  storage::Connection db_;
  int logins_ = 0;
};

// One for all tests of the process: each makes an account of its own.
PeopleServer& People();

// How a call fails that must fail.
client::CallFailed FailureOf(client::Client& who, const google::protobuf::Message& request);
// `REASON at field` of each violation of a refused request.
std::vector<std::string> ViolationsOf(client::Client& who, const google::protobuf::Message& request);

}  // namespace voronka::testing
