#pragma once

#include "client/channels.h"
#include "gateway/dialects/dialect.h"
#include "gateway/http/handler.h"

namespace voronka::gateway {

// Every method of every service, in every dialect: `POST /voronka.crm.v1.DealService/GetDeal`.
class CallHandler final : public Handler {
 public:
  explicit CallHandler(const client::Channels& channels) : channels_(channels) {}

  Task<> Handle(Exchange& exchange) override;

 private:
  Task<> Unary(Exchange& exchange, const Method& method);
  Task<Answer> Ask(Exchange& exchange, Call call, const Method& method);
  Task<> Stream(Exchange& exchange, const Method& method);
  Task<Ending> Relay(Exchange& exchange, const StreamDialect& dialect, Call call, const Method& method);

  const client::Channels& channels_;
};

}  // namespace voronka::gateway
