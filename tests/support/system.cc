#include "tests/support/system.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <iostream>

#include "client/service_identity.h"
#include "client/user_session.h"
#include "tests/support/configured_program.h"
#include "tests/support/free_port.h"
#include "tests/support/health.h"
#include "tests/support/http_client.h"
#include "tests/support/programs.h"

namespace voronka::testing {
namespace {

std::filesystem::path MakeSubfolder(const std::filesystem::path& folder, const std::string& name) {
  std::filesystem::create_directory(folder / name);
  return folder / name;
}

}  // namespace

System::System(const Options& options)
    : options_(options),
      keys_(MakeSubfolder(janitor_.folder(), "keys")),
      files_(MakeSubfolder(janitor_.folder(), "files")),
      database_(options.database, options.host) {
  for (int replica = 0; replica < options.replicas; ++replica) AddReplica(replica);
  for (int more = 0; more < options.more_distributions; ++more) AddDistribution(*crm_.front());
  for (Process* process : Everyone()) process->Start();
  for (Process* process : Everyone()) process->WaitServing();
  if (options.gateway) AddGateway(*options.gateway);
}

System::~System() {
  if (!::testing::UnitTest::GetInstance()->Failed()) return;
  for (const Process* process : Everyone()) {
    std::cerr << "---- " << process->log().filename() << '\n' << process->LogTail() << '\n';
  }
}

void System::AddReplica(int replica) {
  config::v1::Crm crm;
  *crm.mutable_files() = options_.files;
  crm.mutable_files()->set_store_folder(files_.string());
  crm_.push_back(Prepare("crm", VORONKA_CRM_SERVICE, replica, crm, *crm.mutable_process()));

  AddDistribution(*crm_.back());

  config::v1::Notifier notifier;
  PointAt(*crm_.back(), *notifier.mutable_crm());
  *notifier.mutable_push() = options_.push;
  if (!options_.push.has_web_push()) *notifier.mutable_push()->mutable_web_push() = UsualWebPush();
  notifier_.push_back(Prepare("notifier", VORONKA_NOTIFIER, replica, notifier, *notifier.mutable_process()));

  channels_.push_back(std::make_unique<client::Channels>(endpoints(replica)));
}

config::v1::WebPush System::UsualWebPush() const {
  config::v1::WebPush web_push;
  web_push.set_private_key_file(keys_.push_key());
  web_push.set_contact("mailto:admin@example.com");
  web_push.add_allowed_hosts(kDeafHost);
  return web_push;
}

void System::AddDistribution(const Process& crm) {
  config::v1::Distribution distribution;
  PointAt(crm, *distribution.mutable_crm());
  distribution_.push_back(Prepare("distribution", VORONKA_DISTRIBUTION_SERVICE, static_cast<int>(distribution_.size()),
                                  distribution, *distribution.mutable_process()));
}

void System::AddGateway(config::v1::Gateway configuration) {
  configuration.set_listen(FreeAddress());
  configuration.set_metrics_listen(MetricsAddress("gateway"));
  if (!options_.traces.endpoint().empty()) *configuration.mutable_traces() = options_.traces;
  PointAt(crm(), *configuration.mutable_crm());
  PointAt(distribution(), *configuration.mutable_distribution());
  PointAt(notifier(), *configuration.mutable_notifier());
  *configuration.mutable_signing_key() = keys_.SigningFolderOf("gateway");
  gateway_ = GatewayProgram(janitor_.folder(), configuration, options_.environment);
  gateway_->Start();
  gateway_->WaitServing();
}

std::unique_ptr<Process> System::Prepare(const std::string& service, const char* program, int replica,
                                         google::protobuf::Message& configuration, config::v1::Process& process) {
  const std::string name = fmt::format("{}-{}", service, replica);
  process.set_listen(FreeAddress());
  process.set_metrics_listen(MetricsAddress(name));
  if (!options_.traces.endpoint().empty()) *process.mutable_traces() = options_.traces;
  process.set_workers(options_.workers);
  for (const auto& proxy : options_.trusted_proxies) process.add_trusted_proxies(proxy);
  if (IsEncrypted()) *process.mutable_tls() = options_.tls;
  *process.mutable_database() = SchemaOf(service);
  *process.mutable_token_keys() = keys_.token_keys();
  *process.mutable_signing_key() = keys_.SigningFolderOf(service);
  return ConfiguredProgram({janitor_.folder(), name}, InEnvironment(options_.environment, {program}), configuration,
                           process.listen(),
                           [this](const std::string& address) { return IsServing(address, options_.tls); });
}

std::string System::MetricsAddress(const std::string& process) {
  if (!options_.metrics) return "";
  return metrics_[process] = FreeAddress();
}

std::string System::MetricsOf(const std::string& process) const {
  return HttpClient(metrics_.at(process)).Ask({.verb = "GET", .path = "/metrics"}).body;
}

void System::PointAt(const Process& service, config::v1::Peer& peer) const {
  peer.set_address(service.address());
  if (IsEncrypted()) *peer.mutable_tls() = options_.tls;
}

std::vector<Process*> System::Everyone() const {
  std::vector<Process*> everyone;
  for (const Replicas* replicas : {&crm_, &distribution_, &notifier_}) {
    for (const auto& process : *replicas) everyone.push_back(process.get());
  }
  if (gateway_) everyone.push_back(gateway_.get());
  return everyone;
}

config::v1::Database System::SchemaOf(const std::string& service) const {
  config::v1::Database database = database_.ServiceAccount();
  database.set_schema("voronka_" + service);
  return database;
}

client::Endpoints System::endpoints(int replica) const {
  client::Endpoints endpoints;
  endpoints.tls = options_.tls;
  endpoints.addresses = {{"crm", crm_.at(replica)->address()},
                         {"distribution", distribution_.at(replica)->address()},
                         {"notifier", notifier_.at(replica)->address()}};
  return endpoints;
}

void System::RenewChannels() {
  for (const auto& channels : channels_) channels->Renew();
}

void System::SetClock(std::chrono::microseconds ahead) {
  database_.host_faults().SetClock(ahead);
  clock_.SetOffset(ahead.count());
}

std::unique_ptr<client::Client> System::Operator(int replica) const { return Service("operator", 0, replica); }

std::unique_ptr<client::Client> System::Service(const std::string& name, int64_t account_id, int replica) const {
  return std::make_unique<client::Client>(
      channels(replica), std::make_unique<client::ServiceIdentity>(name, keys_.SigningKeyOf(name), account_id, clock_));
}

std::unique_ptr<client::Client> System::User(const std::string& login, const std::string& password, int replica) const {
  return std::make_unique<client::Client>(
      channels(replica), client::UserSession::LogIn(channels(replica), clock_, login, password, "test"));
}

}  // namespace voronka::testing
