#include "crm_service/inquiries/client.h"

#include <vector>

#include "crm_service/contacts/contact_points.h"
#include "crm_service/contacts/contacts.h"

namespace voronka::crm {
namespace {

std::vector<ContactPoint> PointsOf(const v1::Inquiry& inquiry) {
  std::vector<ContactPoint> points;
  if (const auto phone = PhonePoint(inquiry.phone())) points.push_back(*phone);
  if (!inquiry.email().empty()) points.push_back(EmailPoint(inquiry.email()));
  return points;
}

// Points added by inquiries stand after those that people wrote down.
constexpr int kAddedLater = 100;

// Whatever was claimed for the contact that is not to be made passes to `owner`.
int64_t Merge(ContactPoints& table, const std::vector<ContactPoint>& points, int64_t fresh, int64_t owner) {
  for (const auto& point : points) {
    if (table.OwnerOf(point) != fresh) continue;
    table.Release(point);
    table.Claim(point, owner, kAddedLater);
  }
  return owner;
}

v1::Contact MakeContact(rpc::Session& session, const v1::Inquiry& inquiry, int64_t id) {
  v1::Contact contact;
  contact.set_id(id);
  contact.set_name(inquiry.client_name());
  for (const auto& point : ContactPoints(session).Of(id)) {
    point.kind == ContactPoint::kPhone ? contact.add_phones(point.value) : contact.add_emails(point.value);
  }
  return Contacts(session).Insert(std::move(contact));
}

}  // namespace

Client FindOrMakeClient(rpc::Session& session, const v1::Inquiry& inquiry) {
  ContactPoints table(session);
  const auto points = PointsOf(inquiry);
  int64_t id = 0;
  std::vector<ContactPoint> unclaimed;
  for (const auto& point : points) {
    const int64_t owner = table.OwnerOf(point);
    if (owner == 0) unclaimed.push_back(point);
    if (id == 0) id = owner;
  }
  const int64_t fresh = id == 0 ? session.NextId("contact") : 0;
  if (id == 0) id = fresh;
  int position = kAddedLater;
  for (const auto& point : unclaimed) {
    const int64_t owner = table.Claim(point, id, position++);
    // Another session has just made this client: theirs it is. A point claimed before that goes along.
    if (id == fresh && owner != fresh) id = Merge(table, points, fresh, owner);
  }
  if (id == fresh) return {MakeContact(session, inquiry, id), false};
  return {Contacts(session).Lock(id), true};
}

}  // namespace voronka::crm
