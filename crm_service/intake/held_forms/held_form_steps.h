#pragma once

#include "foundation/rpc/rpc.h"
#include "voronka/crm/v1/held_form.grpc.pb.h"

namespace voronka::crm {

class HeldFormService : public v1::HeldFormService::CallbackService {
 public:
  explicit HeldFormService(rpc::Rpc& rpc) : rpc_(rpc) {}

  using Context = grpc::CallbackServerContext;
  using Reactor = grpc::ServerUnaryReactor;

  Reactor* ListHeldForms(Context* context, const v1::ListHeldFormsRequest* request,
                         v1::ListHeldFormsResponse* response) override;
  Reactor* GetHeldForm(Context* context, const v1::GetHeldFormRequest* request, v1::HeldForm* response) override;
  Reactor* CountHeldForms(Context* context, const v1::CountHeldFormsRequest* request,
                          v1::CountHeldFormsResponse* response) override;
  Reactor* ReleaseHeldForm(Context* context, const v1::ReleaseHeldFormRequest* request,
                           v1::HeldForm* response) override;
  Reactor* DiscardHeldForm(Context* context, const v1::DiscardHeldFormRequest* request,
                           v1::HeldForm* response) override;

 private:
  rpc::Rpc& rpc_;
};

}  // namespace voronka::crm
