#include "crm_service/clients/filters/client_filter_steps.h"

#include <string>

#include "crm_service/clients/filters/client_source.h"
#include "crm_service/clients/filters/client_tables.h"
#include "crm_service/fields/filters/sift.h"
#include "foundation/rpc/requests/page.h"

namespace voronka::crm {

using rpc::Session;

namespace {

template <class Source, class Request, class Items>
void FillClients(Session& session, const FilterTable& table, v1::Entity kind, const Request& request, Items* items,
                 std::string* next_page_token) {
  const rpc::Page page(request, {0, 0});
  FilterPlan plan(session, table, FilterIn(request), request.order_by());
  Source source(session, kind, plan);
  FillFiltered(session, plan, source, page, items, next_page_token);
}

template <class Source, class Response, class Request>
Response CountClients(Session& session, const FilterTable& table, v1::Entity kind, const Request& request) {
  FilterPlan plan(session, table, FilterIn(request), "");
  Source source(session, kind, plan);
  Response response;
  response.set_is_partial(
      CountFiltered(session, plan, source, [&](const auto&) { response.set_count(response.count() + 1); }));
  return response;
}

}  // namespace

v1::FilterContactsResponse FilterContacts(Session& session, const v1::FilterContactsRequest& request) {
  v1::FilterContactsResponse response;
  FillClients<ContactSource>(session, ContactTable(), v1::ENTITY_CONTACT, request, response.mutable_contacts(),
                             response.mutable_next_page_token());
  return response;
}

v1::CountContactsResponse CountContacts(Session& session, const v1::CountContactsRequest& request) {
  return CountClients<ContactSource, v1::CountContactsResponse>(session, ContactTable(), v1::ENTITY_CONTACT, request);
}

v1::FilterCompaniesResponse FilterCompanies(Session& session, const v1::FilterCompaniesRequest& request) {
  v1::FilterCompaniesResponse response;
  FillClients<CompanySource>(session, CompanyTable(), v1::ENTITY_COMPANY, request, response.mutable_companies(),
                             response.mutable_next_page_token());
  return response;
}

v1::CountCompaniesResponse CountCompanies(Session& session, const v1::CountCompaniesRequest& request) {
  return CountClients<CompanySource, v1::CountCompaniesResponse>(session, CompanyTable(), v1::ENTITY_COMPANY, request);
}

}  // namespace voronka::crm
