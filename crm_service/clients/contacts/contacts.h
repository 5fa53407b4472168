#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "crm_service/clients/contacts/contact_points.h"
#include "crm_service/log/resources/resource_table.h"
#include "voronka/crm/v1/contact.pb.h"

namespace voronka::crm {

// The table `contacts`. Phones and emails are rows of `contact_points`: reads fill them in, and a caller that writes a
// contact claims its points first.
class Contacts : private ResourceTable<v1::Contact> {
 public:
  explicit Contacts(rpc::Session& session) : ResourceTable(session), points_(session) {}

  using ResourceTable::Has;
  using ResourceTable::Require;

  std::optional<v1::Contact> Find(int64_t id) { return WithPoints(ResourceTable::Find(id)); }
  // For a write that relies on the contact: it cannot change until the session commits.
  std::optional<v1::Contact> FindForWrite(int64_t id);
  // Throw NOT_FOUND.
  v1::Contact Get(int64_t id) { return *WithPoints(ResourceTable::Get(id)); }
  v1::Contact Lock(int64_t id) { return *WithPoints(ResourceTable::Lock(id)); }
  // At most `limit` contacts with a larger id, in order of id.
  std::vector<v1::Contact> After(int64_t id, int limit);

  int64_t NewId();
  // The contact's id must come from NewId.
  v1::Contact Add(v1::Contact contact);
  // `before` must be locked.
  v1::Contact Save(const v1::Contact& before, v1::Contact after);

 private:
  std::optional<v1::Contact> WithPoints(std::optional<v1::Contact> contact);

  ContactPoints points_;
};

}  // namespace voronka::crm
