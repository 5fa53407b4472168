#pragma once

#include "foundation/rpc/rpc.h"
#include "voronka/crm/v1/form.grpc.pb.h"

namespace voronka::crm {

class FormService : public v1::FormService::CallbackService {
 public:
  explicit FormService(rpc::Rpc& rpc) : rpc_(rpc) {}

  using Context = grpc::CallbackServerContext;
  using Reactor = grpc::ServerUnaryReactor;

  Reactor* CreateForm(Context* context, const v1::CreateFormRequest* request, v1::Form* response) override;
  Reactor* GetForm(Context* context, const v1::GetFormRequest* request, v1::Form* response) override;
  Reactor* UpdateForm(Context* context, const v1::UpdateFormRequest* request, v1::Form* response) override;
  Reactor* ListForms(Context* context, const v1::ListFormsRequest* request, v1::ListFormsResponse* response) override;
  Reactor* ArchiveForm(Context* context, const v1::ArchiveFormRequest* request, v1::Form* response) override;
  Reactor* UnarchiveForm(Context* context, const v1::UnarchiveFormRequest* request, v1::Form* response) override;
  Reactor* SubmitForm(Context* context, const v1::SubmitFormRequest* request,
                      v1::SubmitFormResponse* response) override;

 private:
  rpc::Rpc& rpc_;
};

}  // namespace voronka::crm
