#pragma once

#include <string>
#include <vector>

#include "tests/crm_service/office.h"
#include "voronka/crm/v1/queue.pb.h"
#include "voronka/crm/v1/unsorted.pb.h"

namespace voronka::testing {

constexpr const char* kPhoneOfPetr = "+78435551234";

// The first stage of `sales` is «Неразобранное»: an hour to sort what comes there.
struct UnsortedOffice : Office {
  UnsortedOffice() {
    auto pipeline = olga.Call<crm::v1::Pipeline>(GettingPipeline("sales"));
    pipeline.mutable_stages(0)->set_kind(crm::v1::Stage::KIND_INCOMING);
    pipeline.mutable_stages(0)->set_sort_minutes(60);
    olga.Call<crm::v1::Pipeline>(Updating(pipeline));
  }

  // Of somebody whom nobody knows, unless the phone is known.
  crm::v1::Deal Inquire(const std::string& phone = kPhoneOfPetr) {
    return Find(intake.Call<crm::v1::Inquiry>(Asking(phone)).deal_id());
  }
  crm::v1::Contact ContactOf(const crm::v1::Deal& deal) {
    crm::v1::GetContactRequest request;
    request.set_contact_id(deal.contact_id());
    return olga.Call<crm::v1::Contact>(request);
  }
};

inline crm::v1::AcceptUnsortedRequest Accepting(const crm::v1::Deal& deal) {
  crm::v1::AcceptUnsortedRequest request;
  request.set_deal_id(deal.id());
  return request;
}

inline crm::v1::AttachUnsortedRequest Attaching(const crm::v1::Deal& deal, const crm::v1::Deal& target) {
  crm::v1::AttachUnsortedRequest request;
  request.set_deal_id(deal.id());
  request.set_target_deal_id(target.id());
  return request;
}

inline crm::v1::DeclineUnsortedRequest DecliningUnsorted(const crm::v1::Deal& deal) {
  crm::v1::DeclineUnsortedRequest request;
  request.set_deal_id(deal.id());
  request.set_loss_reason("spam");
  return request;
}

inline crm::v1::ReturnUnsortedRequest Returning(const crm::v1::Deal& deal) {
  crm::v1::ReturnUnsortedRequest request;
  request.set_deal_id(deal.id());
  return request;
}

inline crm::v1::HideUnsortedRequest Hiding(const crm::v1::Deal& deal) {
  crm::v1::HideUnsortedRequest request;
  request.set_deal_id(deal.id());
  return request;
}

template <class Response>
std::vector<int64_t> IdsIn(const Response& response) {
  std::vector<int64_t> ids;
  for (const auto& each : response.inquiries()) ids.push_back(each.deal().id());
  return ids;
}

// As the user's list shows them.
inline std::vector<int64_t> WaitingFor(client::Client& who) {
  return IdsIn(who.Call<crm::v1::ListUnsortedResponse>(crm::v1::ListUnsortedRequest()));
}

inline std::vector<int64_t> HiddenBy(client::Client& who) {
  crm::v1::ListUnsortedRequest request;
  request.set_hidden(true);
  return IdsIn(who.Call<crm::v1::ListUnsortedResponse>(request));
}

}  // namespace voronka::testing
