#include "crm_service/clients/services.h"

namespace voronka::crm {

rpc::Services ClientServices(rpc::FeedHost& host, const ClientGuards& guards) {
  const auto update_contact = [guard = guards.contact](rpc::Session& session, const v1::UpdateContactRequest& request) {
    return UpdateContact(session, request, guard);
  };
  const auto update_company = [guard = guards.company](rpc::Session& session, const v1::UpdateCompanyRequest& request) {
    return UpdateCompany(session, request, guard);
  };
  rpc::Services services;
  services.push_back(rpc::MakeService(host, "voronka.crm.v1.CompanyService",
                                      {CreateCompany, GetCompany, update_company, ListCompanies}));
  services.push_back(rpc::MakeService(host, "voronka.crm.v1.ContactService",
                                      {CreateContact, GetContact, update_contact, ListContacts}));
  return services;
}

}  // namespace voronka::crm
