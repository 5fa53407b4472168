#include "crm_service/intake/inquiries/inquiry_steps.h"

#include <cstdint>
#include <limits>
#include <vector>

#include "crm_service/clients/sight/told_clients.h"
#include "crm_service/intake/inquiries/inquiries.h"
#include "crm_service/intake/inquiries/inquiry_rules.h"
#include "crm_service/intake/inquiries/intake.h"
#include "crm_service/sales/deals/client_deals.h"
#include "crm_service/sales/sight/seen_deals.h"
#include "foundation/rpc/requests/error.h"
#include "foundation/rpc/requests/page.h"

namespace voronka::crm {

using rpc::Session;
using v1::Inquiry;

Inquiry SubmitInquiry(Session& session, const v1::SubmitInquiryRequest& request, const DealHandover& handover) {
  CheckNamesClient(request.inquiry());
  auto inquiry = TakeIn(session, request.inquiry(), request.pipeline(), handover);
  HideUnseenClients(session, {&inquiry});
  return inquiry;
}

Inquiry GetInquiry(Session& session, const v1::GetInquiryRequest& request) {
  auto inquiry = Inquiries(session).Get(request.inquiry_id());
  if (!UnseenAmong(session, {inquiry.deal_id()}).empty()) throw rpc::NotFound("inquiry", inquiry.id());
  HideUnseenClients(session, {&inquiry});
  return inquiry;
}

v1::ListInquiriesResponse ListInquiries(Session& session, const v1::ListInquiriesRequest& request) {
  const rpc::Page page(request, {0}, rpc::kMostLargeRows);
  GetSeenDeal(session, request.deal_id());
  v1::ListInquiriesResponse response;
  page.Fill(Inquiries(session).OfDeal(request.deal_id(), page.key(), page.limit()), response.mutable_inquiries(),
            response.mutable_next_page_token(), [](const Inquiry& inquiry) { return std::vector{inquiry.id()}; });
  HideUnseenClients(session,
                    {response.mutable_inquiries()->pointer_begin(), response.mutable_inquiries()->pointer_end()});
  return response;
}

v1::ListClientInquiriesResponse ListClientInquiries(Session& session, const v1::ListClientInquiriesRequest& request) {
  const rpc::Page page(request, {std::numeric_limits<int64_t>::max()}, rpc::kMostLargeRows);
  RequireClient(request.contact_id(), request.company_id());
  const auto deals = DealsOfClient(session, request.contact_id(), request.company_id());
  v1::ListClientInquiriesResponse response;
  page.Fill(Inquiries(session).OfDeals(deals.Ids(), page.key(), page.limit()), response.mutable_inquiries(),
            response.mutable_next_page_token(), [](const Inquiry& inquiry) { return std::vector{inquiry.id()}; });
  HideUnseenClients(session,
                    {response.mutable_inquiries()->pointer_begin(), response.mutable_inquiries()->pointer_end()});
  return response;
}

}  // namespace voronka::crm
