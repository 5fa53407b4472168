#include "gateway/gateway.h"

#include <google/protobuf/util/time_util.h>

#include <thread>

#include "foundation/process/supervisor.h"
#include "foundation/program/file_limit.h"
#include "gateway/calls/upstream.h"
#include "gateway/public_demo.h"

namespace voronka::gateway {
namespace {

// As the services know this program.
constexpr char kName[] = "gateway";
constexpr int kConnections = 10'000;
// Of bodies above 64 KiB, which are rare: 64 of the largest at a time.
constexpr size_t kLargeBodies = 64 * kLargestBody;
constexpr std::chrono::seconds kGrace(30);
constexpr std::chrono::seconds kLettingGo(1);

template <class T>
std::vector<T> All(const google::protobuf::RepeatedPtrField<T>& values) {
  return {values.begin(), values.end()};
}

client::Endpoints EndpointsOf(const config::v1::Gateway& configuration) {
  return {.addresses = {{"crm", configuration.crm().address()},
                        {"distribution", configuration.distribution().address()},
                        {"notifier", configuration.notifier().address()}},
          .tls = configuration.crm().tls()};
}

Server::Options OptionsOf(const config::v1::Gateway& configuration) {
  const int processors = static_cast<int>(std::thread::hardware_concurrency());
  return {.listen = configuration.listen(),
          .threads = configuration.threads() != 0 ? configuration.threads() : processors,
          .connection_limit = configuration.connection_limit() != 0 ? configuration.connection_limit() : kConnections};
}

std::chrono::milliseconds GraceOf(const config::v1::Gateway& configuration) {
  if (!configuration.has_stop_grace()) return kGrace;
  return std::chrono::milliseconds(
      google::protobuf::util::TimeUtil::DurationToMilliseconds(configuration.stop_grace()));
}

}  // namespace

Gateway::Gateway(config::v1::Gateway configuration)
    : configuration_(std::move(configuration)),
      log_(configuration_.log()),
      metrics_(configuration_.metrics_listen()),
      tracer_(configuration_.traces(), log_, metrics_),
      services_(EndpointsOf(configuration_), kName, configuration_.signing_key(), clock_),
      proxies_(All(configuration_.trusted_proxies())),
      origins_(All(configuration_.allowed_origins())),
      bodies_(kLargeBodies, metrics_),
      traffic_(log_, metrics_),
      calls_(services_),
      sessions_(services_, origins_),
      forms_(services_, process::Networks(All(configuration_.form_senders()), "form_senders"), metrics_, log_),
      downloads_(services_),
      uploads_(services_),
      health_(services_.channels(), log_, metrics_),
      readiness_(health_),
      router_(origins_),
      connection_context_{router_, drain_, proxies_, bodies_, traffic_, tracer_, log_},
      server_(OptionsOf(configuration_), connection_context_),
      renewal_(services_, configuration_.crm().tls(), log_, metrics_) {
  for (const auto& folder : configuration_.folders()) {
    folders_.push_back(std::make_unique<FileHandler>(folder));
    router_.AddFolder(folder.path(), *folders_.back());
  }
  router_.Add("/voronka.", calls_);
  router_.Add("/session/", sessions_);
  // Larger forms are told what is wrong with them, by the handler itself.
  router_.Add("/forms/", forms_, kLargestBody);
  router_.Add("/files/", downloads_);
  router_.Add("/files", uploads_);
  router_.Add("/healthz", readiness_);
  router_.Add("/readyz", readiness_);
}

void Gateway::Serve(process::StopSignal& stop_signal) {
  process::RaiseFileLimit();
  RefusePublicDemo(configuration_, services_, log_);
  server_.Start();
  log_.Info("serving", {{"listen", configuration_.listen()}, {"port", server_.port()}});
  process::TellSupervisorServing();
  stop_signal.Wait([this] { log_.Reopen(); });
  log_.Info("stopping");
  process::TellSupervisorStopping();
  server_.Stop(GraceOf(configuration_));
  AllCallsLetGoWithin(kLettingGo);
  log_.Info("stopped");
}

}  // namespace voronka::gateway
