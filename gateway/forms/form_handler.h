#pragma once

#include <memory>

#include "client/service_clients.h"
#include "foundation/process/log.h"
#include "foundation/process/metrics.h"
#include "gateway/calls/typed_call.h"
#include "gateway/forms/form_limits.h"
#include "gateway/forms/known_senders.h"
#include "gateway/forms/refusal_report.h"
#include "gateway/http/handler.h"
#include "voronka/crm/v1/form.pb.h"

namespace voronka::gateway {

// The forms of sites: `POST /forms/<key>`. Docs: docs/forms.md.
class FormHandler final : public Handler {
 public:
  // `servers`: see FormLimits.
  FormHandler(client::ServiceClients& services, process::Networks servers, process::Metrics& metrics,
              process::Log& log);

  Task<> Handle(Exchange& exchange) override;
  // The form itself says which sites may post it.
  bool is_for_every_origin() const override { return true; }

 private:
  using Submitted = Outcome<crm::v1::SubmitFormResponse>;

  // Whether the limits have room for the form.
  Task<grpc::Status> Admit(Exchange& exchange);
  grpc::Status TakeFromAddress(const Exchange& exchange);
  grpc::Status TakeInAll(const Exchange& exchange);
  Task<bool> IsSentByServers(Exchange& exchange);
  // Returns whether it could be read.
  grpc::Status Read(const Exchange& exchange, crm::v1::SubmitFormRequest& submission);
  // Reads it into `submission`.
  Task<Submitted> Submit(Exchange& exchange, crm::v1::SubmitFormRequest& submission);
  void Count(Exchange& exchange, const crm::v1::SubmitFormRequest& submission, const Submitted& outcome);

  const client::Channels& channels_;
  const std::unique_ptr<client::Identity> identity_;
  process::Metrics& metrics_;
  FormLimits limits_;
  KnownSenders senders_;
  RefusalReport refusals_;
};

}  // namespace voronka::gateway
