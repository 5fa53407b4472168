#pragma once

#include "client/service_clients.h"
#include "gateway/calls/forwarded_address.h"
#include "gateway/calls/upstream.h"
#include "gateway/dialects/dialect.h"
#include "gateway/http/handler.h"

namespace voronka::gateway {

// Every method of every service, in every dialect: `POST /voronka.crm.v1.DealService/GetDeal`.
class CallHandler final : public Handler {
 public:
  explicit CallHandler(const client::ServiceClients& services)
      : channels_(services.channels()), forwarded_address_(services) {}

  Task<> Handle(Exchange& exchange) override;
  // Whoever has not logged in has little to say.
  size_t BodyLimit(const Request& head) const override;

 private:
  Task<> Unary(Exchange& exchange, const Method& method);
  void AddAddress(const Exchange& exchange, const Method& method, Call& call) const;
  Task<Answer> Forward(Exchange& exchange, Call call, const Method& method);
  Task<> Stream(Exchange& exchange, const Method& method);
  Task<Ending> Relay(Exchange& exchange, const StreamDialect& dialect, Call call, const Method& method);

  const client::Channels& channels_;
  const ForwardedAddress forwarded_address_;
};

}  // namespace voronka::gateway
