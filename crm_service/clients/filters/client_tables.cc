#include "crm_service/clients/filters/client_tables.h"

#include <utility>

#include "voronka/crm/v1/company.pb.h"
#include "voronka/crm/v1/contact.pb.h"

namespace voronka::crm {
namespace {

FilterTable ClientsIn(const std::string& name, v1::FilterSubject subject, const google::protobuf::Descriptor* resource,
                      FilterIndex further) {
  return {subject,
          resource,
          name,
          {{"PRIMARY", {"id"}},
           {name + "_by_responsible", {"responsible_user_id"}},
           {name + "_by_create_time", {"create_time"}},
           {name + "_by_update_time", {"update_time"}},
           {name + "_by_name_in_order", {"name"}},
           std::move(further)},
          {{"name", FilterOrder::Blank::kEmptyText},
           {"create_time"},
           {"update_time"},
           {"responsible_user_id", FilterOrder::Blank::kZero}}};
}

}  // namespace

const FilterTable& ContactTable() {
  static const FilterTable table = ClientsIn("contacts", v1::FILTER_SUBJECT_CONTACTS, v1::Contact::descriptor(),
                                             {"contacts_by_company", {"company_id"}});
  return table;
}

const FilterTable& CompanyTable() {
  static const FilterTable table = ClientsIn("companies", v1::FILTER_SUBJECT_COMPANIES, v1::Company::descriptor(),
                                             {"companies_by_tax_number", {"tax_number"}});
  return table;
}

}  // namespace voronka::crm
