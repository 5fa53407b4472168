#include "crm_service/intake/submissions/submission_steps.h"

#include <utility>

#include "crm_service/intake/forms/forms.h"
#include "crm_service/intake/forms/site_origin.h"
#include "crm_service/intake/held_forms/hold_form.h"
#include "crm_service/intake/inquiries/intake.h"
#include "crm_service/intake/submissions/filled_form.h"
#include "crm_service/intake/submissions/submission_rules.h"
#include "crm_service/intake/submissions/submissions.h"

namespace voronka::crm {

using rpc::Session;

namespace {

v1::Inquiry CheckedInquiry(const v1::Form& form, const v1::SubmitFormRequest& request, int64_t now) {
  CheckTakes(form, request);
  const FilledForm filled(form, request, now);
  filled.CheckSaysSomething();
  filled.CheckConsent();
  return filled.inquiry();
}

// `session` is in the form's account.
void Submit(Session& session, const v1::Form& form, const v1::SubmitFormRequest& request, const DealHandover& handover,
            v1::SubmitFormResponse& response) {
  Submissions submissions(session, form, request);
  if (const auto earlier = submissions.Begin()) {
    response.set_inquiry_id(*earlier);
    response.set_repeated(true);
    return;
  }
  auto inquiry = CheckedInquiry(form, request, session.Now());
  if (!request.trap().empty()) return HoldForm(session, form.id(), std::move(inquiry), request.trap());
  response.set_inquiry_id(TakeIn(session, std::move(inquiry), form.pipeline(), handover).id());
  submissions.Became(response.inquiry_id());
}

}  // namespace

v1::SubmitFormResponse SubmitForm(Session& session, const v1::SubmitFormRequest& request,
                                  const DealHandover& handover) {
  const auto [account_id, form] = Forms::GetByKey(session.db, request.key());
  v1::SubmitFormResponse response;
  response.set_redirect_url(WithAsciiHost(form.redirect_url()));
  if (IsProbe(request)) {
    CheckTakes(form, request);
    return response;
  }
  if (request.validate_only()) {
    CheckedInquiry(form, request, session.Now());
    return response;
  }
  rpc::Caller caller = session.caller;
  caller.account_id = account_id;
  Session in_account(session, caller);
  Submit(in_account, form, request, handover, response);
  return response;
}

}  // namespace voronka::crm
