#include "crm_service/clients/services.h"

#include "crm_service/clients/merges/merge_steps.h"
#include "crm_service/clients/merges/suspect_steps.h"
#include "crm_service/clients/merges/undo_steps.h"
#include "crm_service/clients/shared_points/shared_point_steps.h"

namespace voronka::crm {

rpc::Services ClientServices(rpc::FeedHost& host, const ClientGuards& guards, const PassDeal& pass_deal) {
  const auto update_contact = [guard = guards.contact](rpc::Session& session, const v1::UpdateContactRequest& request) {
    return UpdateContact(session, request, guard);
  };
  const auto update_company = [guard = guards.company](rpc::Session& session, const v1::UpdateCompanyRequest& request) {
    return UpdateCompany(session, request, guard);
  };
  const MergeHooks hooks{guards.contact, guards.company, pass_deal};
  const auto merge_contacts = [hooks](rpc::Session& session, const v1::MergeContactsRequest& request) {
    return MergeContacts(session, request, hooks);
  };
  const auto merge_companies = [hooks](rpc::Session& session, const v1::MergeCompaniesRequest& request) {
    return MergeCompanies(session, request, hooks);
  };
  const auto undo_merge = [hooks](rpc::Session& session, const v1::UndoMergeRequest& request) {
    return UndoMerge(session, request, hooks);
  };
  rpc::Services services;
  services.push_back(rpc::MakeService(host, "voronka.crm.v1.CompanyService",
                                      {CreateCompany, GetCompany, update_company, ListCompanies}));
  services.push_back(rpc::MakeService(host, "voronka.crm.v1.ContactService",
                                      {CreateContact, GetContact, update_contact, ListContacts}));
  services.push_back(
      rpc::MakeService(host, "voronka.crm.v1.MergeService",
                       {merge_contacts, merge_companies, undo_merge, ListMerges, ListSuspects, DismissSuspect}));
  services.push_back(rpc::MakeService(host, "voronka.crm.v1.SharedPointService",
                                      {MarkSharedPoint, UnmarkSharedPoint, ListSharedPoints, ListMarkedPoints}));
  return services;
}

}  // namespace voronka::crm
