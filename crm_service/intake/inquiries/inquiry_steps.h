#pragma once

#include "crm_service/sales/deals/deal_handover.h"
#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/client_history.pb.h"
#include "voronka/crm/v1/inquiry.pb.h"

namespace voronka::crm {

v1::Inquiry SubmitInquiry(rpc::Session& session, const v1::SubmitInquiryRequest& request, const DealHandover& handover);
v1::Inquiry GetInquiry(rpc::Session& session, const v1::GetInquiryRequest& request);
v1::ListInquiriesResponse ListInquiries(rpc::Session& session, const v1::ListInquiriesRequest& request);
v1::ListClientInquiriesResponse ListClientInquiries(rpc::Session& session,
                                                    const v1::ListClientInquiriesRequest& request);

}  // namespace voronka::crm
