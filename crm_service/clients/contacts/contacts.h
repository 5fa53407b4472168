#pragma once

#include <optional>
#include <vector>

#include "crm_service/clients/contacts/contact_points.h"
#include "foundation/rpc/error.h"
#include "foundation/rpc/session.h"
#include "voronka/crm/v1/contact.pb.h"

namespace voronka::crm {

// The table `contacts`.
class Contacts {
 public:
  explicit Contacts(rpc::Session& session) : session_(session), points_(session) {}

  std::optional<v1::Contact> Find(int64_t id);
  // Throw NOT_FOUND.
  v1::Contact Get(int64_t id);
  v1::Contact Lock(int64_t id);
  v1::ListContactsResponse List(const v1::ListContactsRequest& request);

  v1::Contact Create(const v1::CreateContactRequest& request);
  v1::Contact Update(const v1::UpdateContactRequest& request);
  // A contact whose points have been claimed already.
  v1::Contact Insert(v1::Contact contact);
  // Locks the contact and gives it those of the points that are nobody's yet, as long as it has room.
  v1::Contact Learn(int64_t id, const std::vector<ContactPoint>& points);

 private:
  // Brings phones and mails into the form in which they are compared. Throws INVALID_ARGUMENT with all that is wrong.
  std::vector<ContactPoint> Check(v1::Contact& contact);
  v1::Contact Save(const v1::Contact& before, v1::Contact after);
  std::vector<v1::Contact> FindByPoint(const v1::ListContactsRequest& request);
  void ClaimAll(const std::vector<ContactPoint>& points, int64_t contact_id);
  v1::Contact WithPoints(v1::Contact contact);
  void Announce(const v1::Contact* before, const v1::Contact& after);

  rpc::Session& session_;
  ContactPoints points_;
};

}  // namespace voronka::crm
