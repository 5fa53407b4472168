#include "crm_service/intake/submissions/page_campaign.h"
#include "foundation/rpc/requests/error.h"
#include "foundation/rpc/requests/validation.h"
#include "tests/fuzz/target.h"

namespace voronka::fuzz {

void Check(const std::string& input) {
  crm::v1::Inquiry inquiry;
  crm::AddCampaignOfPage(input, inquiry);
  rpc::Violations violations;
  rpc::Validate(inquiry.utm(), violations);
  Require(violations.empty(), "a campaign that is read from an address is one that a caller could send");
  crm::v1::Inquiry again = inquiry;
  crm::AddCampaignOfPage(input, again);
  Require(again.SerializeAsString() == inquiry.SerializeAsString(), "what is told already is not told again");
}

}  // namespace voronka::fuzz
