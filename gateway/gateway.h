#pragma once

#include <memory>
#include <vector>

#include "client/service_clients.h"
#include "foundation/process/clock.h"
#include "foundation/process/log.h"
#include "foundation/process/metrics.h"
#include "foundation/process/signals.h"
#include "foundation/tracing/tracer.h"
#include "gateway/calls/call_handler.h"
#include "gateway/downloads/download_handler.h"
#include "gateway/files/file_handler.h"
#include "gateway/forms/form_handler.h"
#include "gateway/http/body_budget.h"
#include "gateway/http/server.h"
#include "gateway/readiness.h"
#include "gateway/renewal.h"
#include "gateway/router.h"
#include "gateway/services/service_health.h"
#include "gateway/sessions/session_handler.h"
#include "gateway/uploads/upload_handler.h"
#include "voronka/config/v1/services.pb.h"

namespace voronka::gateway {

// The program's parts, in the order in which they need one another.
class Gateway {
 public:
  explicit Gateway(config::v1::Gateway configuration);

  // Until a signal.
  void Serve(process::StopSignal& stop_signal);

 private:
  const config::v1::Gateway configuration_;
  process::Log log_;
  process::Metrics metrics_;
  tracing::Tracer tracer_;
  const process::SystemClock clock_;
  client::ServiceClients services_;
  const TrustedProxies proxies_;
  const Origins origins_;
  Drain drain_;
  BodyBudget bodies_;
  Traffic traffic_;
  CallHandler calls_;
  SessionHandler sessions_;
  FormHandler forms_;
  DownloadHandler downloads_;
  UploadHandler uploads_;
  ServiceHealth health_;
  Readiness readiness_;
  std::vector<std::unique_ptr<FileHandler>> folders_;
  Router router_;
  ConnectionContext connection_context_;
  Server server_;
  Renewal renewal_;
};

}  // namespace voronka::gateway
