#include "crm_service/sales/deals/move_edits.h"

#include "crm_service/clients/companies/companies.h"
#include "crm_service/clients/contacts/contacts.h"
#include "crm_service/sales/deals/client_guards.h"
#include "crm_service/sales/deals/deal_steps.h"
#include "crm_service/sales/rules/stage_gate.h"

namespace voronka::crm {

using rpc::Session;
using rpc::Violations;
using v1::Deal;
using v1::MoveDealRequest;

namespace {

ContactEdit EditContactOf(Session& session, const Deal& deal, const MoveDealRequest& request, Violations& violations) {
  v1::UpdateContactRequest edit;
  edit.set_contact_id(deal.contact_id());
  *edit.mutable_contact() = request.contact();
  *edit.mutable_update_mask() = request.contact_update_mask();
  return EditContact(session, edit, violations);
}

CompanyEdit EditCompanyOf(Session& session, const Deal& deal, const MoveDealRequest& request, Violations& violations) {
  v1::UpdateCompanyRequest edit;
  edit.set_company_id(deal.company_id());
  *edit.mutable_company() = request.company();
  *edit.mutable_update_mask() = request.company_update_mask();
  return EditCompany(session, edit, violations);
}

}  // namespace

MoveEdits::MoveEdits(Session& session, const LockedDeal& locked, const MoveDealRequest& request)
    : session_(session), locked_(locked) {
  Violations violations;
  if (request.has_deal()) deal_ = EditDeal(session, locked.deal, request.deal(), request.update_mask(), violations);
  const Deal& deal = deal_ ? *deal_ : locked.deal;
  violations.AddUnless(!request.has_contact() || deal.contact_id() != 0, "NO_CONTACT", "contact",
                       {"The deal has no contact.", "У сделки нет контакта."});
  violations.AddUnless(!request.has_company() || deal.company_id() != 0, "NO_COMPANY", "company",
                       {"The deal has no company.", "У сделки нет компании."});
  // The request may give the deal a client that does not exist, which is told already.
  const bool has_contact = request.has_contact() && Contacts(session).Has(deal.contact_id());
  const bool has_company = request.has_company() && Companies(session).Has(deal.company_id());
  if (has_contact) contact_ = EditContactOf(session, deal, request, violations);
  if (has_company) company_ = EditCompanyOf(session, deal, request, violations);
  violations.ThrowIfAny();
}

Deal MoveEdits::Save() {
  if (contact_) voronka::crm::Save(session_, *contact_);
  if (company_) voronka::crm::Save(session_, *company_);
  return deal_ ? SaveEdit(session_, locked_.deal, *deal_) : locked_.deal;
}

void MoveEdits::CheckMaySave(Violations& violations) const {
  if (deal_) CheckRulesKeptByDeal(session_, locked_.pipeline, locked_.deal, *deal_, violations);
  if (contact_) voronka::crm::CheckMaySave(session_, *contact_, CheckRulesKeptByContact, violations);
  if (company_) voronka::crm::CheckMaySave(session_, *company_, CheckRulesKeptByCompany, violations);
}

}  // namespace voronka::crm
