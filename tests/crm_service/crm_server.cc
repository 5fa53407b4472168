#include "tests/crm_service/crm_server.h"

#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>
#include <stdexcept>
#include <utility>

#include "client/channels.h"
#include "client/service_identity.h"
#include "crm_service/crm.h"
#include "foundation/events/log.h"
#include "foundation/rpc/server/server.h"
#include "foundation/security/key_files.h"
#include "tests/crm_service/fake_clamd.h"
#include "tests/support/bearer.h"
#include "tests/support/database.h"
#include "tests/support/eventually.h"

namespace voronka::testing {
namespace {

using google::protobuf::Message;
using std::filesystem::path;

constexpr int kAllEvents = 1'000'000;

path NewFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "voronka-crm-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make " + name);
  return name;
}

void AddKey(config::v1::Process& process, const path& folder, const std::string& kid, const std::string& service) {
  security::GenerateKeyPair(folder / (kid + ".pem"), folder / (kid + ".pub"));
  auto& key = *process.add_token_keys();
  key.set_kid(kid);
  key.set_public_key_file(folder / (kid + ".pub"));
  key.set_service(service);
}

config::v1::SigningKey SigningKey(const path& folder, const std::string& kid) {
  config::v1::SigningKey key;
  key.set_kid(kid);
  key.set_private_key_file(folder / (kid + ".pem"));
  return key;
}

config::v1::Crm Configuration(const path& folder) {
  config::v1::Crm configuration;
  auto& process = *configuration.mutable_process();
  process.set_listen("127.0.0.1:0");
  *process.mutable_database() = FreshSchema();
  process.set_workers(8);
  process.set_queue_limit(100);
  process.mutable_log()->set_level(config::v1::Log::LEVEL_WARNING);
  AddKey(process, folder, "users", "");
  for (const char* service : {"distribution", "gateway", "intake", "operator"})
    AddKey(process, folder, service, service);
  *process.mutable_signing_key() = SigningKey(folder, "users");
  std::filesystem::create_directory(folder / "files");
  configuration.mutable_files()->set_store_folder((folder / "files").string());
  configuration.mutable_files()->set_largest_size(kLargestFile);
  configuration.mutable_files()->set_account_size(kMostFiles);
  configuration.mutable_files()->set_scanner_socket((folder / "clamd.ctl").string());
  return configuration;
}

class ThroughGateway final : public client::Identity {
 public:
  ThroughGateway(std::unique_ptr<client::Identity> gateway, std::string address)
      : gateway_(std::move(gateway)), address_(std::move(address)) {}

  client::Metadata Credentials() override { return PublicMetadata(); }
  client::Metadata PublicMetadata() override {
    return {{rpc::kGatewayAuthorization, gateway_->Credentials().at(0).second}, {rpc::kClientAddress, address_}};
  }

 private:
  const std::unique_ptr<client::Identity> gateway_;
  const std::string address_;
};

client::Endpoints At(int port) {
  client::Endpoints endpoints;
  for (auto& [service, address] : endpoints.addresses) address = fmt::format("127.0.0.1:{}", port);
  return endpoints;
}

}  // namespace

struct CrmServer::Running {
  Running() { crm.tail().Start(); }

  ~Running() {
    server.Stop(crm.host().streams, std::chrono::seconds(5));
    crm.search_follower().Stop();
    crm.tail().Stop();
    crm.host().workers.Stop();
    std::filesystem::remove_all(folder);
  }

  const path folder = NewFolder();
  FakeClamd scanner{folder / "clamd.ctl"};
  const config::v1::Crm configuration = Configuration(folder);
  crm::Crm crm{configuration};
  rpc::Server server{configuration.process(), crm.services(), crm.host().log};
  client::Channels channels{At(server.port())};
  storage::Connection db{configuration.process().database()};
};

CrmServer::CrmServer() : running_(std::make_unique<Running>()) {}

CrmServer::~CrmServer() = default;

client::Client CrmServer::Nobody() { return client::Client(running_->channels); }

void CrmServer::TickStreams() { running_->crm.host().streams.TickAll(); }

void CrmServer::DoHousekeeping() { running_->crm.host().housekeeping.DoAll(); }

std::filesystem::path CrmServer::files() const { return running_->folder / "files"; }

FakeClamd& CrmServer::scanner() { return running_->scanner; }

void CrmServer::FollowForSearch() {
  if (!std::exchange(follows_for_search_, true)) running_->crm.search_follower().Start();
}

void CrmServer::StopFollowingForSearch() {
  running_->crm.search_follower().Stop();
  follows_for_search_ = false;
}

int64_t CrmServer::Now() const { return running_->crm.host().clock.NowMicros(); }

storage::Connection& CrmServer::db() { return running_->db; }

const config::v1::Database& CrmServer::database() const { return running_->configuration.process().database(); }

client::Client CrmServer::Service(const std::string& name, int64_t account_id) {
  return client::Client(running_->channels,
                        std::make_unique<client::ServiceIdentity>(name, SigningKey(running_->folder, name), account_id,
                                                                  running_->crm.host().clock));
}

client::Client CrmServer::Holder(const crm::v1::LoginResponse& tokens) {
  return client::Client(running_->channels, std::make_unique<Bearer>(tokens.access_token()));
}

crm::v1::CreateAccountResponse CrmServer::NewAccount() {
  crm::v1::CreateAccountRequest request;
  request.mutable_account()->set_name("Лютик");
  request.mutable_admin()->set_login(Login("admin"));
  request.mutable_admin()->set_display_name("Ольга");
  request.mutable_admin()->set_role(options::v1::ROLE_ADMIN);
  request.set_password(kPassword);
  return Operator().Call<crm::v1::CreateAccountResponse>(request);
}

std::string CrmServer::Login(const std::string& name) { return fmt::format("{}@{}", name, ++logins_); }

crm::v1::LoginResponse CrmServer::LogIn(const std::string& login, const std::string& password) {
  crm::v1::LoginRequest request;
  request.set_login(login);
  request.set_password(password);
  request.set_client("test");
  return Nobody().Call<crm::v1::LoginResponse>(request);
}

client::Client CrmServer::Visitor(const std::string& address) {
  auto gateway = std::make_unique<client::ServiceIdentity>("gateway", SigningKey(running_->folder, "gateway"), 0,
                                                           running_->crm.host().clock);
  return client::Client(running_->channels, std::make_unique<ThroughGateway>(std::move(gateway), address));
}

client::Client CrmServer::Visitor() {
  ++visitors_;
  return Visitor(fmt::format("198.18.{}.{}", visitors_ / 256, visitors_ % 256));
}

int64_t CrmServer::ServedHead(int partition) {
  const int64_t head = events::Log::Extents(db()).at(partition).head;
  const auto& tail = running_->crm.tail();
  if (!Eventually([&] { return tail.DurableHead(partition) >= head; }))
    throw std::runtime_error("the tail stands still");
  return head;
}

std::vector<crm::v1::Event> CrmServer::EventsOf(int64_t account_id) {
  std::vector<crm::v1::Event> events;
  for (const auto& entry : events::Log::Read(db(), rpc::PartitionOf(account_id), 0, kAllEvents, kAllEvents).entries) {
    if (entry.account_id != account_id) continue;
    if (!events.emplace_back().ParseFromString(entry.payload)) throw std::runtime_error("an event is damaged");
  }
  return events;
}

void CrmServer::Advance(std::chrono::microseconds time) {
  auto& clock = running_->crm.host().clock;
  clock.SetOffset(clock.Offset() + time.count());
}

CrmServer& Crm() {
  static CrmServer server;
  return server;
}

client::CallFailed FailureOf(client::Client& who, const Message& request) {
  const auto& method = client::MethodTaking(*request.GetDescriptor());
  const auto* prototype = google::protobuf::MessageFactory::generated_factory()->GetPrototype(method.output_type());
  const std::unique_ptr<Message> response(prototype->New());
  try {
    who.Call(method, request, *response);
  } catch (const client::CallFailed& failure) {
    return failure;
  }
  throw std::logic_error(method.full_name() + " succeeded: " + response->ShortDebugString());
}

std::vector<std::string> ViolationsOf(client::Client& who, const Message& request) {
  const client::CallFailed failure = FailureOf(who, request);
  std::vector<std::string> violations;
  for (const auto& violation : failure.field_violations()) {
    violations.push_back(violation.reason() + " at " + violation.field());
  }
  for (const auto& violation : failure.precondition_violations()) {
    violations.push_back(violation.type() + " at " + violation.subject());
  }
  return violations;
}

}  // namespace voronka::testing
