#include "crm_service/intake/inquiries/client.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "crm_service/clients/contacts/contact_points.h"
#include "crm_service/clients/contacts/contact_rules.h"
#include "crm_service/clients/contacts/contacts.h"
#include "crm_service/clients/identity/client_name.h"
#include "crm_service/clients/identity/emails_in.h"
#include "crm_service/clients/identity/messengers_in.h"
#include "crm_service/clients/identity/phones_in.h"
#include "foundation/storage/errors.h"

namespace voronka::crm {
namespace {

using Points = std::vector<ContactPoint>;
using v1::Contact;

// Points added by inquiries come after those that people wrote down.
constexpr int kAddedLater = 100;

// To find a client who is being merged into another.
constexpr int kMostAttempts = 5;

// The phone number that an account of WhatsApp is.
std::optional<ContactPoint> PhoneOf(const ContactPoint& messenger) {
  constexpr std::string_view kWhatsApp = "whatsapp:";
  if (!messenger.value.starts_with(kWhatsApp)) return std::nullopt;
  return PhonePoint(messenger.value.substr(kWhatsApp.size()));
}

// Those that a contact has room for, as if it had none of them yet. Phones come first, then emails: of several clients
// whom they belong to, the first is meant.
Points PointsOf(const v1::Inquiry& inquiry) {
  Points points;
  Contact contact;
  const auto add = [&](const ContactPoint& point) {
    if (!HasRoomFor(point, contact)) return;
    AddPoint(point, contact);
    points.push_back(point);
  };
  const auto messengers = MessengersIn(inquiry.messenger());
  for (const auto& phone : PhonesIn(inquiry.phone())) add(phone);
  for (const auto& messenger : messengers) {
    if (const auto phone = PhoneOf(messenger)) add(*phone);
  }
  // Some write their address where the phone belongs.
  for (const auto& text : {inquiry.email(), inquiry.phone()}) {
    for (const auto& email : EmailsIn(text)) {
      if (FitsContact(email)) add({ContactPoint::kEmail, email});
    }
  }
  for (const auto& messenger : messengers) add(messenger);
  return points;
}

// The owner of the first point that has one; 0: nobody has any of them.
int64_t OwnerOfAny(ContactPoints& table, const Points& points) {
  for (const auto& point : points) {
    if (const int64_t owner = table.OwnerOf(point); owner != 0) return owner;
  }
  return 0;
}

Contact MakeContact(Contacts& contacts, int64_t id, const std::string& name, const Points& points) {
  Contact contact;
  contact.set_id(id);
  contact.set_name(ClientName(name));
  for (const auto& point : points) AddPoint(point, contact);
  return contacts.Add(std::move(contact));
}

// Gives the contact, which is locked, the points that nobody has yet, as long as it has room, and the name if it has
// none.
Contact AddWhatIsNew(Contacts& contacts, ContactPoints& table, const Contact& before, const std::string& name,
                     const Points& points) {
  auto after = before;
  const auto given = ClientName(name);
  // Earlier releases kept dots and dashes as names.
  bool changed = ClientName(before.name()).empty() && !given.empty();
  if (changed) after.set_name(given);
  for (const auto& point : points) {
    if (!HasRoomFor(point, after) || table.OwnerOf(point) != 0 ||
        table.Claim(point, before.id(), kAddedLater) != before.id()) {
      continue;
    }
    AddPoint(point, after);
    changed = true;
  }
  return changed ? contacts.Save(before, std::move(after)) : before;
}

// Each other contact once, with the first of the points that it has.
std::vector<PointOwner> OthersWith(ContactPoints& table, const Points& points, int64_t contact_id) {
  std::vector<PointOwner> others;
  for (const auto& point : points) {
    const int64_t owner = table.OwnerOf(point);
    const bool is_other = owner != 0 && owner != contact_id;
    if (is_other && std::ranges::find(others, owner, &PointOwner::contact_id) == others.end()) {
      others.push_back({owner, point});
    }
  }
  return others;
}

}  // namespace

Client FindOrMakeClient(rpc::Session& session, const v1::Inquiry& inquiry) {
  Contacts contacts(session);
  ContactPoints table(session);
  const auto points = PointsOf(inquiry);
  for (int attempt = 0; attempt < kMostAttempts; ++attempt) {
    int64_t owner = OwnerOfAny(table, points);
    if (owner == 0) {
      const int64_t fresh = contacts.NewId();
      owner = table.ClaimAllOrNone(points, fresh);
      if (owner == fresh) return {MakeContact(contacts, fresh, inquiry.client_name(), points), false, {}};
    }
    const auto known = contacts.FindLocked(owner);
    // Merged into another meanwhile, who has the points now.
    if (!known) continue;
    auto contact = AddWhatIsNew(contacts, table, *known, inquiry.client_name(), points);
    auto others = points.size() > 1 ? OthersWith(table, points, owner) : std::vector<PointOwner>();
    return {std::move(contact), true, std::move(others)};
  }
  throw storage::Retryable(0, "the client of an inquiry is being merged");
}

}  // namespace voronka::crm
