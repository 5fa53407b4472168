#include "crm_service/intake/forms/form_intake.h"

#include "crm_service/intake/forms/filled_form.h"
#include "crm_service/intake/forms/form_rules.h"
#include "crm_service/intake/forms/forms.h"
#include "crm_service/intake/forms/submissions.h"
#include "crm_service/intake/held_forms/held_forms.h"
#include "crm_service/intake/inquiries/intake.h"
#include "foundation/rpc/error.h"

namespace voronka::crm {
namespace {

OwnedForm FormOf(rpc::Session& session, const std::string& key) {
  auto found = Forms::FindByKey(session.db, key);
  if (found) return *std::move(found);
  throw rpc::Error(rpc::Code::kNotFound, {"UNKNOWN_FORM", "key", {"There is no such form.", "Такой формы нет."}});
}

v1::Inquiry Checked(const v1::Form& form, const v1::SubmitFormRequest& request, int64_t now) {
  CheckTakes(form, request);
  const FilledForm filled(form, request, now);
  filled.CheckSaysSomething();
  filled.CheckConsent();
  return filled.inquiry();
}

// A name of its own: what is sent again without the trap is no repetition.
v1::SubmitFormRequest NamedAsTrapped(v1::SubmitFormRequest request) {
  if (request.trap().empty()) return request;
  if (!request.submission_id().empty()) request.set_submission_id("trapped " + request.submission_id());
  auto& trap = *request.add_values();
  trap.set_name("trap");
  trap.set_value(request.trap());
  return request;
}

int64_t TakeIn(rpc::Session& session, const v1::Form& form, const v1::SubmitFormRequest& request) {
  return Intake(session).Take(Checked(form, request, session.Now()), form.pipeline()).inquiry().id();
}

}  // namespace

v1::SubmitFormResponse SubmitForm(rpc::Session& session, const v1::SubmitFormRequest& request) {
  const auto [account_id, form] = FormOf(session, request.key());
  rpc::Caller caller = session.caller;
  caller.account_id = account_id;
  rpc::Session in_account(session, caller);
  v1::SubmitFormResponse response;
  response.set_redirect_url(form.redirect_url());
  if (request.validate_only()) {
    Checked(form, request, session.Now());
    return response;
  }
  Submissions submissions(in_account, form, NamedAsTrapped(request));
  if (const auto earlier = submissions.Begin()) {
    response.set_inquiry_id(*earlier);
    response.set_repeated(true);
    return response;
  }
  if (!request.trap().empty()) {
    HeldForms(in_account).Hold(form.id(), Checked(form, request, session.Now()), request.trap());
    return response;
  }
  response.set_inquiry_id(TakeIn(in_account, form, request));
  submissions.Became(response.inquiry_id());
  return response;
}

}  // namespace voronka::crm
