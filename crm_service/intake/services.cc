#include "crm_service/intake/services.h"

#include "crm_service/intake/forms/form_steps.h"
#include "crm_service/intake/held_forms/held_form_steps.h"
#include "crm_service/intake/inquiries/inquiry_steps.h"
#include "crm_service/intake/submissions/submission_steps.h"
#include "crm_service/intake/unsorted/unsorted_steps.h"
#include "crm_service/sales/client_timeline/client_timeline_steps.h"

namespace voronka::crm {

rpc::Services IntakeServices(rpc::FeedHost& host, const DealHandover& handover) {
  const auto submit_inquiry = [handover](rpc::Session& session, const v1::SubmitInquiryRequest& request) {
    return SubmitInquiry(session, request, handover);
  };
  const auto submit_form = [handover](rpc::Session& session, const v1::SubmitFormRequest& request) {
    return SubmitForm(session, request, handover);
  };
  const auto release_form = [handover](rpc::Session& session, const v1::ReleaseHeldFormRequest& request) {
    return ReleaseHeldForm(session, request, handover);
  };
  rpc::Services services;
  services.push_back(
      rpc::MakeService(host, "voronka.crm.v1.InquiryService", {submit_inquiry, GetInquiry, ListInquiries}));
  services.push_back(
      rpc::MakeService(host, "voronka.crm.v1.ClientHistoryService", {ListClientTimeline, ListClientInquiries}));
  services.push_back(rpc::MakeService(host, "voronka.crm.v1.FormService",
                                      {CreateForm, GetForm, UpdateForm, ArchiveForm, UnarchiveForm, ListForms,
                                       submit_form, LookUpForm, ReportFormRefusals, ListFormRefusals}));
  services.push_back(rpc::MakeService(host, "voronka.crm.v1.HeldFormService",
                                      {ListHeldForms, GetHeldForm, CountHeldForms, release_form, DiscardHeldForm}));
  services.push_back(rpc::MakeService(host, "voronka.crm.v1.UnsortedService",
                                      {ListUnsorted, CountUnsorted, ListDeclinedUnsorted, AcceptUnsorted,
                                       AttachUnsorted, DeclineUnsorted, ReturnUnsorted, HideUnsorted, UnhideUnsorted}));
  return services;
}

}  // namespace voronka::crm
