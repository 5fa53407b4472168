#include "crm_service/intake/forms/form_steps.h"

#include <google/protobuf/util/time_util.h>

#include <string>
#include <utility>
#include <vector>

#include "crm_service/intake/forms/form_refusals.h"
#include "crm_service/intake/forms/form_rules.h"
#include "crm_service/intake/forms/forms.h"
#include "crm_service/sales/pipelines/pipelines.h"
#include "foundation/rpc/requests/created.h"
#include "foundation/rpc/requests/error.h"
#include "foundation/rpc/requests/etag.h"
#include "foundation/rpc/requests/page.h"

namespace voronka::crm {

using rpc::Session;
using v1::Form;

namespace {

// Throws INVALID_ARGUMENT with all violations. Replaces the pipeline's id, if that was given, with its key.
void CheckWithPipeline(Session& session, Form& form, const std::string& pipeline_before) {
  rpc::Violations violations;
  CheckForm(form, violations);
  if (!form.pipeline().empty()) {
    const auto pipeline = Pipelines(session).Find(form.pipeline());
    CheckPipelineOfForm(pipeline, pipeline_before, violations);
    if (pipeline) form.set_pipeline(pipeline->key());
  }
  violations.ThrowIfAny();
}

// Changes nothing when the form already is in that state.
template <class Request>
Form SetArchived(Session& session, const Request& request, bool archived) {
  Forms forms(session);
  const Form before = forms.Lock(request.form_id());
  rpc::CheckEtag(request.etag(), before.etag());
  if (IsArchived(before) == archived) return before;
  Form after = before;
  after.clear_archive_time();
  if (archived) {
    *after.mutable_archive_time() = google::protobuf::util::TimeUtil::MicrosecondsToTimestamp(session.Now());
  }
  return forms.Save(before, std::move(after));
}

}  // namespace

Form CreateForm(Session& session, const v1::CreateFormRequest& request) {
  auto form = rpc::Created(request.form());
  CheckWithPipeline(session, form, "");
  if (form.state() == Form::STATE_UNSPECIFIED) form.set_state(Form::STATE_ACTIVE);
  return Forms(session).Add(std::move(form));
}

Form GetForm(Session& session, const v1::GetFormRequest& request) { return Forms(session).Get(request.form_id()); }

Form UpdateForm(Session& session, const v1::UpdateFormRequest& request) {
  Forms forms(session);
  const Form before = forms.Lock(request.form_id());
  auto after = rpc::Updated(before, request.form(), request);
  if (!after) return before;
  CheckWithPipeline(session, *after, before.pipeline());
  return forms.Save(before, *std::move(after));
}

Form ArchiveForm(Session& session, const v1::ArchiveFormRequest& request) {
  return SetArchived(session, request, true);
}

Form UnarchiveForm(Session& session, const v1::UnarchiveFormRequest& request) {
  return SetArchived(session, request, false);
}

v1::ListFormsResponse ListForms(Session& session, const v1::ListFormsRequest& request) {
  const rpc::Page page(request, {0}, rpc::kMostLargeRows);
  auto forms = Forms(session).After(page.key());
  if (!request.show_archived()) std::erase_if(forms, [](const Form& form) { return IsArchived(form); });
  v1::ListFormsResponse response;
  page.Fill(std::move(forms), response.mutable_forms(), response.mutable_next_page_token(),
            [](const Form& form) { return std::vector{form.id()}; });
  return response;
}

v1::LookUpFormResponse LookUpForm(Session& session, const v1::LookUpFormRequest& request) {
  v1::LookUpFormResponse response;
  response.set_sent_by_servers(Forms::GetByKey(session.db, request.key()).form.sent_by_servers());
  return response;
}

v1::ReportFormRefusalsResponse ReportFormRefusals(Session& session, const v1::ReportFormRefusalsRequest& request) {
  FormRefusals refusals(session.db);
  for (const auto& refused : request.refused()) {
    const auto form = Forms::FindByKey(session.db, refused.key());
    if (form) refusals.Add(*form, refused, session.Now());
  }
  return {};
}

v1::ListFormRefusalsResponse ListFormRefusals(Session& session, const v1::ListFormRefusalsRequest& request) {
  const auto form = Forms(session).Get(request.form_id());
  v1::ListFormRefusalsResponse response;
  for (auto& refusals : FormRefusals(session.db).Of(session.account_id(), form.id())) {
    *response.add_refusals() = std::move(refusals);
  }
  return response;
}

}  // namespace voronka::crm
