#pragma once

#include <string>

#include "tests/crm_service/clients/companies/company_calls.h"
#include "tests/crm_service/office.h"
#include "tests/support/parsed.h"
#include "voronka/crm/v1/lead.pb.h"

namespace voronka::testing {

// An office with a pipeline `leads` (new, accepted, won, lost with the reason `price`), to which Анна's leads come.
struct LeadOffice : Office {
  LeadOffice() {
    auto leads = RepeatPipeline();
    leads.set_key("leads");
    leads.set_name("Лиды");
    leads.set_purpose(crm::v1::Pipeline::PURPOSE_LEADS);
    olga.Call<crm::v1::Pipeline>(Creating(leads));
  }

  // Of Пётр, or of nobody who is known yet.
  crm::v1::Deal Lead(bool has_contact = true) {
    crm::v1::CreateDealRequest request;
    auto& lead = *request.mutable_deal();
    lead.set_pipeline("leads");
    lead.set_stage("accepted");
    lead.set_name("Портмоне");
    *lead.mutable_amount() = Parsed<crm::v1::Money>("minor: 500 currency: 'RUB'");
    if (has_contact) lead.set_contact_id(anna.Call<crm::v1::Contact>(NewContact("Пётр", "+79161234567")).id());
    return anna.Call<crm::v1::Deal>(request);
  }
  static crm::v1::ConvertLeadRequest Converting(const crm::v1::Deal& lead) {
    crm::v1::ConvertLeadRequest request;
    request.set_deal_id(lead.id());
    return request;
  }
  crm::v1::Conversion Convert(const crm::v1::Deal& lead) { return anna.Call<crm::v1::Conversion>(Converting(lead)); }
  static crm::v1::UndoConversionRequest Undoing(const crm::v1::Deal& lead, const std::string& why = "") {
    crm::v1::UndoConversionRequest request;
    request.set_deal_id(lead.id());
    request.set_comment(why);
    return request;
  }
  static crm::v1::RefuseLeadRequest Refusing(const crm::v1::Deal& lead) {
    crm::v1::RefuseLeadRequest request;
    request.set_deal_id(lead.id());
    request.set_loss_reason("price");
    return request;
  }
  static crm::v1::CreateTaskRequest TaskOf(const crm::v1::Deal& deal) {
    auto request = NewTask(DatabaseNow() + kMinute * 60);
    request.mutable_task()->set_deal_id(deal.id());
    return request;
  }
  crm::v1::Contact ContactOf(const crm::v1::Deal& deal) {
    crm::v1::GetContactRequest request;
    request.set_contact_id(deal.contact_id());
    return anna.Call<crm::v1::Contact>(request);
  }
};

}  // namespace voronka::testing
