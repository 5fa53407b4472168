#include "crm_service/sales/deals/typed_client.h"

#include "crm_service/clients/companies/company_steps.h"
#include "crm_service/clients/contacts/contact_steps.h"

namespace voronka::crm {
namespace {

void RequireOnce(bool is_named, const char* path, rpc::Violations& violations) {
  violations.AddUnless(!is_named, "GIVEN_TWICE", path,
                       {"Either an ID or what is typed, not both.", "Либо номер, либо введённые данные, но не оба."});
}

}  // namespace

TypedClient::TypedClient(rpc::Session& session, const v1::CreateDealRequest& request, rpc::Violations& violations)
    : session_(session) {
  if (request.has_company()) {
    RequireOnce(request.deal().company_id() != 0, "company", violations);
    CheckCompany(session, {}, company_.emplace(request.company()), violations, Uniqueness::kWhenWritten);
  }
  if (request.has_contact()) {
    RequireOnce(request.deal().contact_id() != 0, "contact", violations);
    CheckContact(session, {}, contact_.emplace(request.contact()), violations, Uniqueness::kWhenWritten);
  }
}

void TypedClient::GiveTo(v1::Deal& deal, std::optional<v1::Contact>& contact) const {
  if (company_) deal.set_company_id(MatchedOrMade(session_, *company_).id());
  if (!contact_) return;
  auto typed = *contact_;
  if (typed.company_id() == 0) typed.set_company_id(deal.company_id());
  contact = MatchedOrMade(session_, std::move(typed));
  deal.set_contact_id(contact->id());
}

}  // namespace voronka::crm
