#pragma once

#include "client/channels.h"
#include "gateway/http/handler.h"

namespace voronka::gateway {

// `/healthz`: the process lives. `/readyz`: each of the services says that it serves.
class Readiness final : public Handler {
 public:
  explicit Readiness(const client::Channels& channels) : channels_(channels) {}

  Task<> Handle(Exchange& exchange) override;

 private:
  // The names of the services that do not serve; empty: all do.
  Task<std::string> NotServing(asio::any_io_executor executor);

  const client::Channels& channels_;
};

}  // namespace voronka::gateway
