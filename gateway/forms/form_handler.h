#pragma once

#include <memory>

#include "client/service_clients.h"
#include "foundation/process/metrics.h"
#include "gateway/calls/typed_call.h"
#include "gateway/forms/form_limits.h"
#include "gateway/http/handler.h"
#include "voronka/crm/v1/form.pb.h"

namespace voronka::gateway {

// The forms of sites: `POST /forms/<key>`. Docs: docs/forms.md.
class FormHandler final : public Handler {
 public:
  FormHandler(const client::ServiceClients& services, process::Metrics& metrics);

  Task<> Handle(Exchange& exchange) override;
  // The form itself says which sites may post it.
  bool is_for_every_origin() const override { return true; }

 private:
  using Submitted = Outcome<crm::v1::SubmitFormResponse>;

  // Returns whether it could be read.
  grpc::Status Read(const Exchange& exchange, crm::v1::SubmitFormRequest& submission);
  // Reads it into `submission`.
  Task<Submitted> Submit(Exchange& exchange, crm::v1::SubmitFormRequest& submission);
  void Count(Exchange& exchange, const crm::v1::SubmitFormRequest& submission, const Submitted& outcome);

  const client::Channels& channels_;
  const std::unique_ptr<client::Identity> identity_;
  process::Metrics& metrics_;
  FormLimits limits_;
};

}  // namespace voronka::gateway
