#pragma once

#include "foundation/rpc/rpc.h"
#include "voronka/crm/v1/inquiry.grpc.pb.h"

namespace voronka::crm {

class InquiryService : public v1::InquiryService::CallbackService {
 public:
  explicit InquiryService(rpc::Rpc& rpc) : rpc_(rpc) {}

  using Context = grpc::CallbackServerContext;
  using Reactor = grpc::ServerUnaryReactor;

  Reactor* SubmitInquiry(Context* context, const v1::SubmitInquiryRequest* request,
                         v1::SubmitInquiryResponse* response) override;
  Reactor* GetInquiry(Context* context, const v1::GetInquiryRequest* request, v1::Inquiry* response) override;
  Reactor* ListInquiries(Context* context, const v1::ListInquiriesRequest* request,
                         v1::ListInquiriesResponse* response) override;

 private:
  rpc::Rpc& rpc_;
};

}  // namespace voronka::crm
