#include "foundation/rpc/server/service_host.h"

#include <google/protobuf/stubs/logging.h>

#include <utility>

#include "foundation/process/clock_offset.h"
#include "foundation/process/supervisor.h"
#include "foundation/rpc/calls/request_keys.h"
#include "foundation/rpc/server/server.h"
#include "foundation/rpc/server/zone_report.h"
#include "foundation/security/certificate_expiry.h"

namespace voronka::rpc {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr int kDeletionBatch = 10'000;

void Synchronise(process::OffsetClock& clock, const process::Clock& system, storage::Connection& db) {
  const auto offset = process::OffsetTo(system, [&db] { return db.Now(); });
  if (offset) clock.SetOffset(*offset);
}

class OnExit {
 public:
  explicit OnExit(std::function<void()> action) : action_(std::move(action)) {}
  ~OnExit() { action_(); }
  OnExit(const OnExit&) = delete;
  OnExit& operator=(const OnExit&) = delete;

 private:
  const std::function<void()> action_;
};

milliseconds Grace(const config::v1::Process& configuration) {
  return seconds(configuration.stop_grace().seconds()) + milliseconds(configuration.stop_grace().nanos() / 1'000'000);
}

process::TrustedProxies ProxiesOf(const config::v1::Process& configuration) {
  return process::TrustedProxies({configuration.trusted_proxies().begin(), configuration.trusted_proxies().end()});
}

}  // namespace

ServiceHost::ServiceHost(config::v1::Process process, std::span<const storage::Migration> migrations, EventSink* events)
    : configuration(std::move(process)),
      log(configuration.log()),
      metrics(configuration.metrics_listen()),
      tracer(configuration.traces(), log, metrics),
      schema(configuration.database(), migrations, log),
      clock(system_clock),
      database_report(configuration.database(), system_clock, metrics),
      ids(configuration.database()),
      session_context{clock, random, ids, events},
      workers(configuration.database(), configuration.workers(), configuration.queue_limit()),
      tokens(configuration.token_keys()),
      authentication(tokens, revocations, clock, ProxiesOf(configuration)),
      rpc(session_context, workers, authentication, tracer, log, metrics),
      feeds{rpc, workers, streams, authentication, random, log, metrics},
      punctual(configuration.database(), log),
      housekeeping(configuration.database(), log) {
  // It would print what callers send to standard error; callers are told anyway what cannot be parsed.
  google::protobuf::SetLogHandler(nullptr);
  punctual.Add("clock", seconds(10), [this](auto& db) { Synchronise(clock, system_clock, db); });
  punctual.Add("database", seconds(5), [this](auto& db) { database_report.Ask(db); });
  punctual.Add("revocations", seconds(1), [this](auto& db) { revocations.Reload(db, clock.NowMicros()); });
  punctual.Add("token keys", seconds(1), [this](auto&) {
    if (tokens.Reload()) log.Info("the token keys have changed");
  });
  punctual.Add("streams", seconds(1), [this](auto&) { streams.TickAll(); });
  housekeeping.Add("certificates", seconds(60),
                   [this](auto&) { security::ReportExpiry(configuration.tls(), metrics); });
  housekeeping.AddInPortions("answered requests", seconds(60), [this](auto& db) {
    return RequestKey::Forget(db, clock.NowMicros(), kDeletionBatch) == kDeletionBatch;
  });
}

void ServiceHost::Serve(const std::vector<grpc::Service*>& services, process::StopSignal& stop_signal,
                        const std::function<void()>& start, const std::function<void()>& stop) {
  // Nothing keeps working after this returns, however it ends, even if the port cannot be opened.
  const OnExit end([&] {
    stop();
    housekeeping.Stop();
    punctual.Stop();
    workers.Stop();
  });
  ReportZones(calendar::InstalledZones(), clock.NowMicros(), log, metrics);
  punctual.DoAll();
  punctual.Start();
  housekeeping.Start();
  start();
  Server server(configuration, services, log);
  server.SetServing(true);
  log.Info("serving", {{"address", configuration.listen()}, {"port", server.port()}});
  process::TellSupervisorServing();
  stop_signal.Wait([this] { log.Reopen(); });
  log.Info("stopping");
  process::TellSupervisorStopping();
  server.Stop(streams, Grace(configuration));
}

}  // namespace voronka::rpc
