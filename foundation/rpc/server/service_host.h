#pragma once

#include <grpcpp/impl/service_type.h>

#include <functional>
#include <span>
#include <vector>

#include "foundation/process/clock.h"
#include "foundation/process/log.h"
#include "foundation/process/metrics.h"
#include "foundation/process/random.h"
#include "foundation/process/signals.h"
#include "foundation/rpc/calls/revocations.h"
#include "foundation/rpc/calls/rpc.h"
#include "foundation/rpc/server/database_report.h"
#include "foundation/rpc/server/periodic.h"
#include "foundation/rpc/streams/feed.h"
#include "foundation/security/token_cache.h"
#include "foundation/storage/ids.h"
#include "foundation/storage/migrations.h"
#include "foundation/storage/workers.h"
#include "voronka/config/v1/process.pb.h"

namespace voronka::rpc {

// Brings the schema up to date before anything else of the service reads it.
struct MigratedSchema {
  MigratedSchema(const config::v1::Database& database, std::span<const storage::Migration> migrations,
                 process::Log& log) {
    storage::Migrate(database, migrations, &log);
  }
};

// What every service process consists of, in the order in which it is constructed.
class ServiceHost {
 public:
  // `events` is null for a service without an event log.
  ServiceHost(config::v1::Process process, std::span<const storage::Migration> migrations, EventSink* events);

  // Serves until a signal. `start` runs before the port opens, `stop` after the last call has ended.
  void Serve(const std::vector<grpc::Service*>& services, process::StopSignal& stop_signal,
             const std::function<void()>& start, const std::function<void()>& stop);

  const config::v1::Process configuration;
  process::Log log;
  process::Metrics metrics;
  tracing::Tracer tracer;
  MigratedSchema schema;
  process::SystemClock system_clock;
  process::OffsetClock clock;
  process::SystemRandom random;
  DatabaseReport database_report;
  storage::Ids ids;
  SessionContext session_context;
  storage::Workers workers;
  security::CachedVerifier tokens;
  Revocations revocations;
  Authentication authentication;
  StreamRegistry streams;
  Rpc rpc;
  FeedHost feeds;
  // Jobs that are short and must be on time: clock, revocations, streams. Add more before Serve.
  Periodic punctual;
  // Jobs that take as long as there is something to delete: answered requests. Add more before Serve.
  Periodic housekeeping;
};

}  // namespace voronka::rpc
