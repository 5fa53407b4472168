#include "crm_service/intake/inquiries/client.h"

#include <vector>

#include "crm_service/clients/contacts/contact_points.h"
#include "crm_service/clients/contacts/contacts.h"

namespace voronka::crm {
namespace {

using Points = std::vector<ContactPoint>;

Points PointsOf(const v1::Inquiry& inquiry) {
  Points points;
  if (const auto phone = PhonePoint(inquiry.phone())) points.push_back(*phone);
  if (const auto email = EmailPoint(inquiry.email())) points.push_back(*email);
  return points;
}

// Of the first point that somebody has; 0: none is anybody's.
int64_t OwnerOfAny(ContactPoints& table, const Points& points) {
  for (const auto& point : points) {
    if (const int64_t owner = table.OwnerOf(point); owner != 0) return owner;
  }
  return 0;
}

// Claims all of the points for a contact that is not made yet, or none: then it returns whose one of them is.
int64_t ClaimAllOrNone(ContactPoints& table, const Points& points, int64_t contact_id) {
  for (size_t i = 0; i < points.size(); ++i) {
    const int64_t owner = table.Claim(points[i], contact_id, static_cast<int>(i));
    if (owner == contact_id) continue;
    for (size_t claimed = 0; claimed < i; ++claimed) table.Release(points[claimed]);
    return owner;
  }
  return contact_id;
}

v1::Contact MakeContact(rpc::Session& session, const v1::Inquiry& inquiry, const Points& points, int64_t id) {
  v1::Contact contact;
  contact.set_id(id);
  contact.set_name(inquiry.client_name());
  for (const auto& point : points) Add(point, contact);
  return Contacts(session).Insert(std::move(contact));
}

}  // namespace

Client FindOrMakeClient(rpc::Session& session, const v1::Inquiry& inquiry) {
  ContactPoints table(session);
  const auto points = PointsOf(inquiry);
  int64_t owner = OwnerOfAny(table, points);
  if (owner == 0) {
    const int64_t fresh = session.NextId("contact", storage::Numbering::kInternal);
    owner = ClaimAllOrNone(table, points, fresh);
    if (owner == fresh) return {MakeContact(session, inquiry, points, fresh), false};
  }
  return {Contacts(session).Learn(owner, points), true};
}

}  // namespace voronka::crm
