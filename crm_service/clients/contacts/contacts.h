#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "crm_service/clients/contacts/contact_points.h"
#include "crm_service/clients/identity/client_table.h"
#include "crm_service/clients/sight/seen_clients.h"
#include "crm_service/fields/index/index_filter.h"
#include "voronka/crm/v1/contact.pb.h"

namespace voronka::crm {

// Which contacts are looked for.
struct ContactFilter {
  // 0: of any company, or none.
  int64_t company_id = 0;
  IndexFilter fields = {};
  // 0: of anybody.
  int64_t responsible_user_id = 0;
  // The beginning of a name. Empty: any.
  std::string name = {};
  // In order of id from the largest, instead of from the smallest.
  bool newest_first = false;

  bool suits_all() const { return company_id == 0 && fields.empty() && responsible_user_id == 0 && name.empty(); }
};

struct FoundContacts {
  std::vector<v1::Contact> contacts;
  // The id to go on after, if there may be more. Absent: unknown.
  std::optional<int64_t> next = {};
};

// The table `contacts`. A caller that writes a contact claims its points first, in `contact_points`.
class Contacts : public ClientTable<v1::Contact, ContactPoints> {
 public:
  using ClientTable::ClientTable;

  // At most `limit` contacts that the caller sees and that come after `id` in the order of the filter.
  // Whoever sees few may get fewer, and go on.
  FoundContacts After(int64_t id, int limit, const ContactFilter& filter);

 private:
  std::vector<v1::Contact> Walk(const SeenClients& seen, int64_t id, int limit, const ContactFilter& filter);
};

}  // namespace voronka::crm
