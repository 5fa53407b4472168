#include "crm_service/intake/held_forms/held_form_service.h"

#include "crm_service/intake/held_forms/held_forms.h"

namespace voronka::crm {

using rpc::Session;
using Reactor = HeldFormService::Reactor;

Reactor* HeldFormService::ListHeldForms(Context* context, const v1::ListHeldFormsRequest* request,
                                        v1::ListHeldFormsResponse* response) {
  return rpc_.Run(context, request, response, [=](Session& s) { *response = HeldForms(s).List(*request); });
}

Reactor* HeldFormService::GetHeldForm(Context* context, const v1::GetHeldFormRequest* request, v1::HeldForm* response) {
  return rpc_.Run(context, request, response,
                  [=](Session& s) { *response = HeldForms(s).Get(request->held_form_id()); });
}

Reactor* HeldFormService::CountHeldForms(Context* context, const v1::CountHeldFormsRequest* request,
                                         v1::CountHeldFormsResponse* response) {
  return rpc_.Run(context, request, response, [=](Session& s) { response->set_waiting(HeldForms(s).CountWaiting()); });
}

Reactor* HeldFormService::ReleaseHeldForm(Context* context, const v1::ReleaseHeldFormRequest* request,
                                          v1::HeldForm* response) {
  return rpc_.Run(context, request, response,
                  [=](Session& s) { *response = HeldForms(s).Release(request->held_form_id()); });
}

Reactor* HeldFormService::DiscardHeldForm(Context* context, const v1::DiscardHeldFormRequest* request,
                                          v1::HeldForm* response) {
  return rpc_.Run(context, request, response,
                  [=](Session& s) { *response = HeldForms(s).Discard(request->held_form_id()); });
}

}  // namespace voronka::crm
