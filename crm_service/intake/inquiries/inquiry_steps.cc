#include "crm_service/intake/inquiries/inquiry_service.h"

#include "crm_service/intake/inquiries/inquiries.h"
#include "crm_service/intake/inquiries/intake.h"

namespace voronka::crm {

using rpc::Session;
using Reactor = InquiryService::Reactor;

Reactor* InquiryService::SubmitInquiry(Context* context, const v1::SubmitInquiryRequest* request,
                                       v1::SubmitInquiryResponse* response) {
  return rpc_.Run(context, request, response, [=](Session& s) { *response = Intake(s).Submit(*request); });
}

Reactor* InquiryService::GetInquiry(Context* context, const v1::GetInquiryRequest* request, v1::Inquiry* response) {
  return rpc_.Run(context, request, response, [=](Session& s) { *response = Inquiries(s).Get(request->inquiry_id()); });
}

Reactor* InquiryService::ListInquiries(Context* context, const v1::ListInquiriesRequest* request,
                                       v1::ListInquiriesResponse* response) {
  return rpc_.Run(context, request, response, [=](Session& s) { *response = Inquiries(s).List(*request); });
}

}  // namespace voronka::crm
