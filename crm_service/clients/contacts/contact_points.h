#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "crm_service/clients/contacts/contact_point.h"
#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/contact.pb.h"

namespace voronka::crm {

// The table `contact_points`: each belongs to one contact of the account.
class ContactPoints {
 public:
  explicit ContactPoints(rpc::Session& session) : session_(session) {}

  // 0: nobody's.
  int64_t OwnerOf(const ContactPoint& point);
  // Gives it to the contact unless somebody has it; returns whose it is then. Waits for a session that is just
  // claiming the same one. A contact's phones, and its mails, stand in the order of their positions.
  int64_t Claim(const ContactPoint& point, int64_t contact_id, int position);
  void Release(const ContactPoint& point);

  // All that the contact has. Throws ALREADY_EXISTS (CONTACT_EXISTS) where one of them is another's.
  void ClaimAllOf(const v1::Contact& contact);
  // The same, after those of its former version are released.
  void Replace(const v1::Contact& before, const v1::Contact& after);

  // Fills phones and emails of contacts, which stand in the order of their ids.
  void ReadInto(std::span<v1::Contact> contacts);

 private:
  rpc::Session& session_;
};

}  // namespace voronka::crm
