#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "client/channels.h"
#include "client/client.h"
#include "foundation/process/clock.h"
#include "tests/support/database.h"
#include "tests/support/janitor.h"
#include "tests/support/process.h"
#include "tests/support/service_keys.h"
#include "voronka/config/v1/services.pb.h"

namespace voronka::testing {

// Where pushes may go, and nobody listens.
inline constexpr char kDeafHost[] = "127.0.0.1:9";

// The real system: its own MariaDB, the processes of every service in the given number of replicas, and a gateway in
// front of the first of each, on loopback ports. If a test has failed, the ends of their logs are printed when the
// system goes.
class System {
 public:
  struct Options {
    // Of each service. Each replica calls the CRM with its own number.
    int replicas = 1;
    // Additional replicas of distribution_service. They call the first CRM.
    int more_distributions = 0;
    // For every service, at each start: NAME=value.
    std::vector<std::string> environment = {};
    // For mariadbd; adds to or replaces the tests' own options.
    std::vector<std::string> database = {};
    // Of each process; 0: the default.
    int workers = 0;
    // Instead of clear text, for all of them and their callers.
    config::v1::Tls tls = {};
    // For the database.
    PrivateMariaDb::Host host = PrivateMariaDb::Host::kSound;
    // Absent: no gateway. Addresses and keys are filled in.
    std::optional<config::v1::Gateway> gateway = {};
    // Of every service.
    std::vector<std::string> trusted_proxies = {};
    // Of every notifier. Without `web_push` it is one that pushes nowhere.
    config::v1::Push push = {};
    // Whether each process has a page of metrics.
    bool metrics = false;
    // Of every process; without an endpoint: none.
    config::v1::Traces traces = {};
    // Of every CRM. The folder is filled in.
    config::v1::Files files = {};
  };

  // Returns when all of it serves.
  explicit System(const Options& options);
  System() : System(Options{}) {}
  ~System();

  client::Endpoints endpoints(int replica = 0) const;
  const client::Channels& channels(int replica = 0) const { return *channels_.at(replica); }
  // Makes the clients load their new certificates.
  void RenewChannels();
  // The clock of the clients.
  const process::Clock& clock() const { return clock_; }
  // Moves the clocks of the clients and of the database, which must have a faulty host. The services follow
  // within 10 s.
  void SetClock(std::chrono::microseconds ahead);
  int replicas() const { return static_cast<int>(channels_.size()); }

  Process& crm(int replica = 0) { return *crm_.at(replica); }
  Process& distribution(int replica = 0) { return *distribution_.at(replica); }
  Process& notifier(int replica = 0) { return *notifier_.at(replica); }
  Process& gateway() { return *gateway_; }
  // The page of metrics of `crm-0`, `distribution-0`, …, `gateway`.
  std::string MetricsOf(const std::string& process) const;
  PrivateMariaDb& database() { return database_; }
  // With the schema of `crm`, `distribution` or `notifier`.
  config::v1::Database SchemaOf(const std::string& service) const;
  const ServiceKeys& keys() const { return keys_; }

  // The caller that creates accounts.
  std::unique_ptr<client::Client> Operator(int replica = 0) const;
  // A program that acts in the account; 0: in none.
  std::unique_ptr<client::Client> Service(const std::string& name, int64_t account_id, int replica = 0) const;
  // Logs in.
  std::unique_ptr<client::Client> User(const std::string& login, const std::string& password, int replica = 0) const;

 private:
  using Replicas = std::vector<std::unique_ptr<Process>>;

  void AddReplica(int replica);
  config::v1::WebPush UsualWebPush() const;
  void AddDistribution(const Process& crm);
  void AddGateway(config::v1::Gateway configuration);
  std::unique_ptr<Process> Prepare(const std::string& service, const char* program, int replica,
                                   google::protobuf::Message& configuration, config::v1::Process& process);
  std::vector<Process*> Everyone() const;
  bool IsEncrypted() const { return !options_.tls.ca_file().empty(); }
  // The address of the process's page, if there are pages.
  std::string MetricsAddress(const std::string& process);
  void PointAt(const Process& service, config::v1::Peer& peer) const;

  const Options options_;
  const Janitor janitor_;
  const ServiceKeys keys_;
  const std::filesystem::path files_;
  PrivateMariaDb database_;
  const process::SystemClock system_clock_;
  process::OffsetClock clock_{system_clock_};
  Replicas crm_;
  Replicas distribution_;
  Replicas notifier_;
  std::unique_ptr<Process> gateway_;
  // By process.
  std::map<std::string, std::string> metrics_;
  std::vector<std::unique_ptr<client::Channels>> channels_;
};

}  // namespace voronka::testing
