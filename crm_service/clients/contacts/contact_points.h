#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "crm_service/clients/identity/contact_point.h"
#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/contact.pb.h"

namespace voronka::crm {

// The tables `contact_points` and `contact_messengers`, where each point belongs to one contact of the account, and
// those of which several contacts may have the same: `typed_phones`, and `shared_points`, which people have marked
// (SharedPointService).
class ContactPoints {
 public:
  explicit ContactPoints(rpc::Session& session) : session_(session) {}

  // 0: nobody has it, or it says nothing about who has it.
  int64_t OwnerOf(const ContactPoint& point);
  // Everybody who has it, in order of id: one, unless it is marked as shared. Of those, the first hundred.
  std::vector<int64_t> HoldersOf(const ContactPoint& point);
  // Whether people have marked it.
  bool IsShared(const ContactPoint& point);
  // Gives the point to the contact unless another one has it; returns the owner. Waits for a session that is claiming
  // the same point. `position` orders the contact's phones, its emails and its messengers.
  int64_t Claim(const ContactPoint& point, int64_t contact_id, int position);
  void Release(const ContactPoint& point, int64_t contact_id);
  // Claims either all of the points, for a contact that does not exist yet, or none. Returns `contact_id`, or the
  // contact that already has one of them.
  int64_t ClaimAllOrNone(const std::vector<ContactPoint>& points, int64_t contact_id);

  // Claims all points of the contact. Throws ALREADY_EXISTS (CONTACT_EXISTS) when another contact has one of them.
  void ClaimAllOf(const v1::Contact& contact);
  void ReleaseAllOf(const v1::Contact& contact);
  // Releases the points of the former version first, then does the same.
  void Replace(const v1::Contact& before, const v1::Contact& after);

  // Fills in phones, emails and messengers.
  void ReadInto(std::span<v1::Contact> contacts);

 private:
  void AddTyped(const ContactPoint& point, int64_t contact_id, int position);
  void AddShared(const ContactPoint& point, int64_t contact_id, int position);

  rpc::Session& session_;
};

}  // namespace voronka::crm
