#pragma once

#include <cstdint>
#include <vector>

#include "crm_service/clients/contacts/contact_points.h"
#include "crm_service/clients/identity/client_table.h"
#include "voronka/crm/v1/contact.pb.h"

namespace voronka::crm {

// The table `contacts`. A caller that writes a contact claims its points first, in `contact_points`.
class Contacts : public ClientTable<v1::Contact, ContactPoints> {
 public:
  using ClientTable::ClientTable;

  // At most `limit` contacts with a larger id that the caller sees, in order of id: all, or those of a company.
  std::vector<v1::Contact> After(int64_t id, int limit);
  std::vector<v1::Contact> OfCompany(int64_t company_id, int64_t after, int limit);
};

}  // namespace voronka::crm
