#pragma once

#include <cstdint>
#include <vector>

#include "crm_service/clients/contacts/contact_points.h"
#include "crm_service/clients/identity/client_table.h"
#include "crm_service/fields/index/index_filter.h"
#include "voronka/crm/v1/contact.pb.h"

namespace voronka::crm {

// Which contacts are looked for.
struct ContactFilter {
  // 0: of any company, or none.
  int64_t company_id = 0;
  IndexFilter fields = {};
};

// The table `contacts`. A caller that writes a contact claims its points first, in `contact_points`.
class Contacts : public ClientTable<v1::Contact, ContactPoints> {
 public:
  using ClientTable::ClientTable;

  // At most `limit` contacts with a larger id that the caller sees, in order of id.
  std::vector<v1::Contact> After(int64_t id, int limit, const ContactFilter& filter);
};

}  // namespace voronka::crm
