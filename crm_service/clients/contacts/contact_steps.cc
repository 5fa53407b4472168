#include "crm_service/clients/contacts/contact_steps.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

#include "crm_service/clients/contacts/contact_points.h"
#include "crm_service/clients/contacts/contact_rules.h"
#include "crm_service/clients/contacts/contacts.h"
#include "crm_service/clients/identity/messenger.h"
#include "crm_service/clients/sight/held_clients.h"
#include "crm_service/clients/sight/merged_clients.h"
#include "crm_service/clients/sight/seen_clients.h"
#include "crm_service/fields/index/index_filter.h"
#include "crm_service/fields/rights/system_field_rights.h"
#include "crm_service/fields/values/checked_fields.h"
#include "crm_service/people/accounts/time_zone_rule.h"
#include "crm_service/people/users/active_user.h"
#include "crm_service/people/users/users.h"
#include "foundation/rpc/requests/etag.h"
#include "foundation/rpc/requests/page.h"
#include "foundation/rpc/requests/visible_line.h"

namespace voronka::crm {

using rpc::Session;
using v1::Contact;

namespace {

constexpr const char* kManagerOfContact = "contact.responsible_user_id";

using MaybePoint = std::optional<ContactPoint>;

// The points that the request asks for; nothing in place of a value that no contact can have.
std::vector<MaybePoint> RequestedPoints(const v1::ListContactsRequest& request) {
  std::vector<MaybePoint> points;
  if (!request.phone().empty()) points.push_back(PhonePoint(request.phone()));
  if (!request.email().empty()) points.push_back(EmailPoint(request.email()));
  if (!request.messenger().empty()) points.push_back(MessengerPoint(request.messenger()));
  return points;
}

// Those who have all of them, in order of id.
std::vector<int64_t> HoldersOfAll(Session& session, const std::vector<MaybePoint>& points) {
  ContactPoints table(session);
  std::vector<int64_t> all;
  for (size_t i = 0; i < points.size(); ++i) {
    auto holders = points[i] ? table.HoldersOf(*points[i]) : std::vector<int64_t>();
    if (i > 0) std::erase_if(holders, [&](int64_t id) { return !std::ranges::binary_search(all, id); });
    all = std::move(holders);
  }
  return all;
}

std::vector<Contact> ContactsWithAll(Session& session, const std::vector<MaybePoint>& points) {
  std::vector<Contact> found;
  for (const int64_t id : HoldersOfAll(session, points)) {
    if (!SeesContact(session, id)) continue;
    if (auto contact = Contacts(session).Find(id)) found.push_back(*std::move(contact));
  }
  return found;
}

// One that was found by what belongs to it alone.
bool Suits(const Contact& contact, const ContactFilter& filter) {
  return (filter.company_id == 0 || contact.company_id() == filter.company_id) &&
         (filter.responsible_user_id == 0 || contact.responsible_user_id() == filter.responsible_user_id) &&
         filter.fields.Suits(contact.fields());
}

FoundContacts RequestedContacts(Session& session, const v1::ListContactsRequest& request, const rpc::Page& page) {
  const auto points = RequestedPoints(request);
  const ContactFilter filter{request.company_id(), IndexFilter(session, v1::ENTITY_CONTACT, request.field_filters()),
                             request.responsible_user_id(), rpc::VisibleLine(request.name()), request.newest_first()};
  if (points.empty()) return Contacts(session).After(page.key(), page.limit(), filter);
  auto contacts = ContactsWithAll(session, points);
  if (filter.newest_first) std::ranges::reverse(contacts);
  std::erase_if(contacts, [&](const Contact& contact) {
    const bool is_after = filter.newest_first ? contact.id() < page.key() : contact.id() > page.key();
    return !is_after || !Suits(contact, filter);
  });
  return {std::move(contacts)};
}

void RequireSeen(Session& session, const Contact& contact) {
  if (!SeesContact(session, contact.id())) throw rpc::NotFound("contact", contact.id());
}

void RequireSeenCompany(Session& session, int64_t company_id, rpc::Violations& violations) {
  const bool is_known = company_id == 0 || (HoldCompany(session, company_id) && SeesCompany(session, company_id));
  violations.AddUnless(is_known, "UNKNOWN_COMPANY", "contact.company_id",
                       {"There is no such company.", "Такой компании нет."});
}

}  // namespace

void CheckContact(Session& session, const Contact& before, Contact& contact, rpc::Violations& violations,
                  Uniqueness uniqueness) {
  Normalise(before, contact, violations);
  CheckDoNotDisturb(before, contact, session.Now(), violations);
  CheckFields(session, v1::ENTITY_CONTACT, before.id(), before.fields(), *contact.mutable_fields(), "contact.fields",
              violations, uniqueness);
  CheckMayEditSystemFields(session, v1::ENTITY_CONTACT, before, contact, violations);
  Users(session).RequireUser(contact.responsible_user_id(), kManagerOfContact, violations);
  if (contact.time_zone() != before.time_zone()) {
    RequireTimeZone(contact.time_zone(), "contact.time_zone", violations);
  }
  if (contact.company_id() != before.company_id()) RequireSeenCompany(session, contact.company_id(), violations);
}

Contact MatchedOrMade(Session& session, Contact typed) {
  Contacts contacts(session);
  const int64_t fresh = contacts.NewId();
  const int64_t owner = ContactPoints(session).ClaimAllOrNone(PointsOf(typed), fresh);
  if (owner != fresh) {
    auto known = contacts.Lock(owner);
    if (!SeesContact(session, owner)) throw ContactOfAnother(session, "contact", owner, known.responsible_user_id());
    return known;
  }
  CheckNewResponsible(session, 0, typed.responsible_user_id(), kManagerOfContact);
  typed.set_id(fresh);
  return contacts.Add(std::move(typed));
}

Contact CreateContact(Session& session, const v1::CreateContactRequest& request) {
  Contact contact = request.contact();
  rpc::Violations violations;
  CheckContact(session, {}, contact, violations);
  violations.ThrowIfAny();
  CheckNewResponsible(session, 0, contact.responsible_user_id(), kManagerOfContact);
  Contacts contacts(session);
  contact.set_id(contacts.NewId());
  ContactPoints(session).ClaimAllOf(contact);
  return contacts.Add(std::move(contact));
}

Contact GetContact(Session& session, const v1::GetContactRequest& request) {
  auto contact = Contacts(session).Find(request.contact_id());
  if (!contact || !SeesContact(session, contact->id())) {
    throw ClientAbsent(session, v1::CLIENT_KIND_CONTACT, request.contact_id());
  }
  return *std::move(contact);
}

ContactEdit EditContact(Session& session, const v1::UpdateContactRequest& request, rpc::Violations& violations) {
  ContactEdit edit{Contacts(session).Lock(request.contact_id()), std::nullopt};
  RequireSeen(session, edit.before);
  CheckMayChange(session.caller, edit.before);
  edit.after = rpc::Updated(edit.before, request.contact(), request, violations);
  if (edit.after) CheckContact(session, edit.before, *edit.after, violations);
  return edit;
}

void CheckMaySave(Session& session, const ContactEdit& edit, const ContactGuard& guard, rpc::Violations& violations) {
  const auto& [before, after] = edit;
  if (!after) return;
  CheckNewResponsible(session, before.responsible_user_id(), after->responsible_user_id(), kManagerOfContact,
                      violations);
  guard(session, before, *after, violations);
}

Contact Save(Session& session, const ContactEdit& edit) {
  if (!edit.after) return edit.before;
  ContactPoints(session).Replace(edit.before, *edit.after);
  return Contacts(session).Save(edit.before, *edit.after);
}

Contact UpdateContact(Session& session, const v1::UpdateContactRequest& request, const ContactGuard& guard) {
  rpc::Violations violations;
  const auto edit = EditContact(session, request, violations);
  violations.ThrowIfAny();
  CheckMaySave(session, edit, guard, violations);
  violations.ThrowIfAny(rpc::Code::kFailedPrecondition);
  return Save(session, edit);
}

v1::ListContactsResponse ListContacts(Session& session, const v1::ListContactsRequest& request) {
  const rpc::Page page(request, {request.newest_first() ? std::numeric_limits<int64_t>::max() : 0});
  auto found = RequestedContacts(session, request, page);
  v1::ListContactsResponse response;
  page.Fill(std::move(found.contacts), response.mutable_contacts(), response.mutable_next_page_token(),
            [](const Contact& contact) { return std::vector{contact.id()}; });
  if (found.next && response.next_page_token().empty()) response.set_next_page_token(page.Token({*found.next}));
  return response;
}

}  // namespace voronka::crm
