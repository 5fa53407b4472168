#include "crm_service/intake/services.h"

#include "crm_service/intake/forms/form_steps.h"
#include "crm_service/intake/held_forms/held_form_steps.h"
#include "crm_service/intake/inquiries/inquiry_steps.h"
#include "crm_service/intake/submissions/submission_steps.h"

namespace voronka::crm {

rpc::Services IntakeServices(rpc::FeedHost& host) {
  rpc::Services services;
  services.push_back(
      rpc::MakeService(host, "voronka.crm.v1.InquiryService", {SubmitInquiry, GetInquiry, ListInquiries}));
  services.push_back(rpc::MakeService(host, "voronka.crm.v1.FormService",
                                      {CreateForm, GetForm, UpdateForm, ArchiveForm, UnarchiveForm, ListForms,
                                       SubmitForm, LookUpForm, ReportFormRefusals, ListFormRefusals}));
  services.push_back(rpc::MakeService(host, "voronka.crm.v1.HeldFormService",
                                      {ListHeldForms, GetHeldForm, CountHeldForms, ReleaseHeldForm, DiscardHeldForm}));
  return services;
}

}  // namespace voronka::crm
