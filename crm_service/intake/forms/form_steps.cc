#include "crm_service/intake/forms/form_service.h"

#include "crm_service/intake/forms/form_intake.h"
#include "crm_service/intake/forms/forms.h"

namespace voronka::crm {

using rpc::Session;
using Reactor = FormService::Reactor;

Reactor* FormService::CreateForm(Context* context, const v1::CreateFormRequest* request, v1::Form* response) {
  return rpc_.Run(context, request, response, [=](Session& s) { *response = Forms(s).Create(*request); });
}

Reactor* FormService::GetForm(Context* context, const v1::GetFormRequest* request, v1::Form* response) {
  return rpc_.Run(context, request, response, [=](Session& s) { *response = Forms(s).Get(request->form_id()); });
}

Reactor* FormService::UpdateForm(Context* context, const v1::UpdateFormRequest* request, v1::Form* response) {
  return rpc_.Run(context, request, response, [=](Session& s) { *response = Forms(s).Update(*request); });
}

Reactor* FormService::ListForms(Context* context, const v1::ListFormsRequest* request,
                                v1::ListFormsResponse* response) {
  return rpc_.Run(context, request, response, [=](Session& s) { *response = Forms(s).List(*request); });
}

Reactor* FormService::ArchiveForm(Context* context, const v1::ArchiveFormRequest* request, v1::Form* response) {
  return rpc_.Run(context, request, response, [=](Session& s) { *response = Forms(s).Archive(*request); });
}

Reactor* FormService::UnarchiveForm(Context* context, const v1::UnarchiveFormRequest* request, v1::Form* response) {
  return rpc_.Run(context, request, response, [=](Session& s) { *response = Forms(s).Unarchive(*request); });
}

Reactor* FormService::SubmitForm(Context* context, const v1::SubmitFormRequest* request,
                                 v1::SubmitFormResponse* response) {
  return rpc_.Run(context, request, response, [=](Session& s) { *response = crm::SubmitForm(s, *request); });
}

}  // namespace voronka::crm
