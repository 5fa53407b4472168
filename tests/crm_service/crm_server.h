#pragma once

#include <google/protobuf/message.h>

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "client/channels.h"
#include "client/client.h"
#include "crm_service/people/accounts/account_service.h"
#include "crm_service/sales/board/board_service.h"
#include "crm_service/log/changes/change_service.h"
#include "crm_service/clients/contacts/contact_service.h"
#include "crm_service/sales/deals/deal_service.h"
#include "crm_service/log/events/event_service.h"
#include "crm_service/intake/forms/form_service.h"
#include "crm_service/intake/held_forms/held_form_service.h"
#include "crm_service/intake/inquiries/inquiry_service.h"
#include "crm_service/sales/pipelines/pipeline_service.h"
#include "crm_service/people/sessions/session_service.h"
#include "crm_service/work/tasks/task_service.h"
#include "crm_service/people/teams/team_service.h"
#include "crm_service/sales/timeline/timeline_service.h"
#include "crm_service/people/users/role_check.h"
#include "crm_service/people/users/user_service.h"
#include "foundation/events/log.h"
#include "foundation/events/tail.h"
#include "foundation/rpc/server.h"
#include "foundation/rpc/service_host.h"
#include "voronka/crm/v1/event.pb.h"

namespace voronka::testing {

constexpr const char* kPassword = "correct horse";

// crm_service in the test's process, over a fresh schema, with a clock that tests move.
class CrmServer {
 public:
  CrmServer();
  ~CrmServer();

  client::Client Nobody() { return client::Client(channels_); }
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
  void TickStreams() { host_.streams.TickAll(); }
  int64_t Now() const { return host_.clock.NowMicros(); }
  storage::Connection& db() { return db_; }
  const config::v1::Database& database() const { return process_.database(); }

 private:
  const std::filesystem::path folder_;
  const config::v1::Process process_;
  process::SystemClock system_clock_;
  events::Log log_;
  rpc::ServiceHost host_;
  crm::RoleCheck role_check_;
  events::Tail tail_;
  crm::RecentChanges recent_changes_;
  security::PasswordGate passwords_;
  const security::TokenSigner signer_;
  crm::AccountService accounts_;
  crm::BoardService board_;
  crm::ChangeService changes_;
  crm::ContactService contacts_;
  crm::DealService deals_;
  crm::EventService events_;
  crm::FormService forms_;
  crm::HeldFormService held_forms_;
  crm::InquiryService inquiries_;
  crm::PipelineService pipelines_;
  crm::SessionService sessions_;
  crm::TaskService tasks_;
  crm::TeamService teams_;
  crm::TimelineService timeline_;
  crm::UserService users_;
  rpc::Server server_;
  client::Channels channels_;
  storage::Connection db_;
  int logins_ = 0;
};

// One for all tests of the process: each makes an account of its own.
CrmServer& Crm();

// How a call fails that must fail.
client::CallFailed FailureOf(client::Client& who, const google::protobuf::Message& request);
// `REASON at field` of each violation of a refused request.
std::vector<std::string> ViolationsOf(client::Client& who, const google::protobuf::Message& request);

}  // namespace voronka::testing
