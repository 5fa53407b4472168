#pragma once

#include <string>

#include "foundation/rpc/session.h"
#include "voronka/crm/v1/contact.pb.h"
#include "voronka/crm/v1/deal.pb.h"
#include "voronka/crm/v1/inquiry.pb.h"
#include "voronka/crm/v1/pipeline.pb.h"

namespace voronka::crm {

// Takes an inquiry in: into its client's open deal, or a new one. All of it is in the transaction that answers.
class Intake {
 public:
  explicit Intake(rpc::Session& session) : session_(session) {}

  // Throws INVALID_ARGUMENT (CLIENT_REQUIRED) where nothing tells who the client is.
  v1::SubmitInquiryResponse Submit(const v1::SubmitInquiryRequest& request);
  // The same for whatever a form holds. `pipeline` where a new deal is made; empty: the account's.
  v1::SubmitInquiryResponse Take(v1::Inquiry inquiry, const std::string& pipeline);

 private:
  v1::SubmitInquiryResponse Join(v1::Inquiry inquiry, const v1::Deal& deal);
  v1::SubmitInquiryResponse Begin(v1::Inquiry inquiry, const v1::Contact& contact, bool known,
                                  const std::string& pipeline);
  v1::Pipeline PipelineFor(const std::string& named, bool has_bought);
  v1::SubmitInquiryResponse Keep(v1::Inquiry inquiry, const v1::Deal& deal, v1::SubmitInquiryResponse::Outcome outcome);

  rpc::Session& session_;
};

}  // namespace voronka::crm
