#include "crm_service/intake/inquiries/client.h"

#include <string>
#include <utility>
#include <vector>

#include "crm_service/clients/contacts/contact_points.h"
#include "crm_service/clients/contacts/contact_rules.h"
#include "crm_service/clients/contacts/contacts.h"

namespace voronka::crm {
namespace {

using Points = std::vector<ContactPoint>;
using v1::Contact;

// Points added by inquiries come after those that people wrote down.
constexpr int kAddedLater = 100;

Points PointsOf(const v1::Inquiry& inquiry) {
  Points points;
  if (const auto phone = PhonePoint(inquiry.phone())) points.push_back(*phone);
  if (const auto email = EmailPoint(inquiry.email())) points.push_back(*email);
  return points;
}

// The owner of the first point that has one; 0: nobody has any of them.
int64_t OwnerOfAny(ContactPoints& table, const Points& points) {
  for (const auto& point : points) {
    if (const int64_t owner = table.OwnerOf(point); owner != 0) return owner;
  }
  return 0;
}

// Claims either all of the points, for a contact that does not exist yet, or none. Returns `contact_id`, or the contact
// that already has one of them.
int64_t ClaimAllOrNone(ContactPoints& table, const Points& points, int64_t contact_id) {
  for (size_t i = 0; i < points.size(); ++i) {
    const int64_t owner = table.Claim(points[i], contact_id, static_cast<int>(i));
    if (owner == contact_id) continue;
    for (size_t claimed = 0; claimed < i; ++claimed) table.Release(points[claimed]);
    return owner;
  }
  return contact_id;
}

Contact MakeContact(Contacts& contacts, int64_t id, const std::string& name, const Points& points) {
  Contact contact;
  contact.set_id(id);
  contact.set_name(name);
  for (const auto& point : points) AddPoint(point, contact);
  return contacts.Add(std::move(contact));
}

// Locks the contact and gives it the points that nobody has yet, as long as it has room, and the name if it has none.
Contact AddWhatIsNew(Contacts& contacts, ContactPoints& table, int64_t id, const std::string& name,
                     const Points& points) {
  const auto before = contacts.Lock(id);
  auto after = before;
  bool changed = before.name().empty() && !name.empty();
  if (changed) after.set_name(name);
  for (const auto& point : points) {
    if (!HasRoomFor(point, after) || table.OwnerOf(point) != 0 || table.Claim(point, id, kAddedLater) != id) continue;
    AddPoint(point, after);
    changed = true;
  }
  return changed ? contacts.Save(before, std::move(after)) : before;
}

}  // namespace

Client FindOrMakeClient(rpc::Session& session, const v1::Inquiry& inquiry) {
  Contacts contacts(session);
  ContactPoints table(session);
  const auto points = PointsOf(inquiry);
  int64_t owner = OwnerOfAny(table, points);
  if (owner == 0) {
    const int64_t fresh = contacts.NewId();
    owner = ClaimAllOrNone(table, points, fresh);
    if (owner == fresh) return {MakeContact(contacts, fresh, inquiry.client_name(), points), false};
  }
  return {AddWhatIsNew(contacts, table, owner, inquiry.client_name(), points), true};
}

}  // namespace voronka::crm
