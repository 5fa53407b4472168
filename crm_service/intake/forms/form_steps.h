#pragma once

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/form.pb.h"

namespace voronka::crm {

// SubmitForm is in submissions/submission_steps.h.
v1::Form CreateForm(rpc::Session& session, const v1::CreateFormRequest& request);
v1::Form GetForm(rpc::Session& session, const v1::GetFormRequest& request);
v1::Form UpdateForm(rpc::Session& session, const v1::UpdateFormRequest& request);
v1::Form ArchiveForm(rpc::Session& session, const v1::ArchiveFormRequest& request);
v1::Form UnarchiveForm(rpc::Session& session, const v1::UnarchiveFormRequest& request);
v1::ListFormsResponse ListForms(rpc::Session& session, const v1::ListFormsRequest& request);
v1::LookUpFormResponse LookUpForm(rpc::Session& session, const v1::LookUpFormRequest& request);
v1::ReportFormRefusalsResponse ReportFormRefusals(rpc::Session& session, const v1::ReportFormRefusalsRequest& request);
v1::ListFormRefusalsResponse ListFormRefusals(rpc::Session& session, const v1::ListFormRefusalsRequest& request);

}  // namespace voronka::crm
