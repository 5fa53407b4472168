#include "crm_service/clients/contacts/contacts.h"

#include <google/protobuf/util/time_util.h>

#include <algorithm>

#include "crm_service/log/events/record.h"
#include "crm_service/people/users/users.h"
#include "foundation/rpc/field_rules.h"
#include "foundation/rpc/page.h"
#include "foundation/rpc/update_mask.h"

namespace voronka::crm {
namespace {

using google::protobuf::util::TimeUtil;
using rpc::Code;
using rpc::Violations;
using v1::Contact;

rpc::Error ContactExists(int64_t contact_id) {
  return rpc::Error(Code::kAlreadyExists,
                    {"CONTACT_EXISTS",
                     "contact",
                     {"The phone or mail belongs to contact " + std::to_string(contact_id) + ".",
                      "Этот телефон или почта у контакта №" + std::to_string(contact_id) + "."}},
                    {{"contact_id", std::to_string(contact_id)}});
}

// Points added by inquiries stand after those that people wrote down.
constexpr int kAddedLater = 100;

void AddOnce(const ContactPoint& point, std::vector<ContactPoint>& points) {
  if (std::find(points.begin(), points.end(), point) == points.end()) points.push_back(point);
}

// The contact's points as they are compared, each once; phones and emails are rewritten so.
std::vector<ContactPoint> Normalise(Contact& contact, Violations& violations) {
  std::vector<ContactPoint> points;
  for (int i = 0; i < contact.phones_size(); ++i) {
    const auto point = PhonePoint(contact.phones(i));
    violations.AddUnless(point.has_value(), "MALFORMED", "contact.phones[" + std::to_string(i) + "]",
                         {"There can be no such number.", "Такого номера не может быть."});
    if (point) AddOnce(*point, points);
  }
  for (int i = 0; i < contact.emails_size(); ++i) {
    const auto point = EmailPoint(contact.emails(i));
    violations.AddUnless(point.has_value(), "TOO_LONG", "contact.emails[" + std::to_string(i) + "]",
                         {"The address is too long in lower case.", "В нижнем регистре адрес слишком длинный."});
    if (point) AddOnce(*point, points);
  }
  contact.clear_phones();
  contact.clear_emails();
  for (const auto& point : points) Add(point, contact);
  return points;
}

int MostOf(const char* field) {
  return static_cast<int>(rpc::FieldRules::Of(*Contact::descriptor()->FindFieldByName(field)).max_items);
}

// As many as people may write down: who writes from ever new addresses must not make a contact that grows without end.
bool HasRoomFor(const ContactPoint& point, const Contact& contact) {
  return point.kind == ContactPoint::kPhone ? contact.phones_size() < MostOf("phones")
                                            : contact.emails_size() < MostOf("emails");
}

bool MayChange(const rpc::Caller& caller, const Contact& contact) {
  return caller.LeadsSales() || contact.responsible_user_id() == 0 || contact.responsible_user_id() == caller.user_id;
}

void CheckMayChange(const rpc::Caller& caller, const Contact& contact) {
  if (MayChange(caller, contact)) return;
  throw rpc::Error(
      Code::kPermissionDenied,
      {"NOT_RESPONSIBLE", "contact_id", {"The contact is another manager's.", "Это контакт другого менеджера."}});
}

}  // namespace

std::optional<Contact> Contacts::Find(int64_t id) {
  auto contact = session_.db.SelectOne<Contact>("SELECT {columns} FROM contacts WHERE account_id = ? AND id = ?",
                                                session_.account_id(), id);
  if (!contact) return std::nullopt;
  return WithPoints(*std::move(contact));
}

Contact Contacts::Get(int64_t id) {
  auto contact = Find(id);
  if (!contact) throw rpc::NotFound("contact", id);
  return *std::move(contact);
}

Contact Contacts::Lock(int64_t id) {
  auto contact = session_.db.SelectOne<Contact>(
      "SELECT {columns} FROM contacts WHERE account_id = ? AND id = ? FOR UPDATE", session_.account_id(), id);
  if (!contact) throw rpc::NotFound("contact", id);
  return WithPoints(*std::move(contact));
}

v1::ListContactsResponse Contacts::List(const v1::ListContactsRequest& request) {
  const rpc::Page page(request, {0});
  v1::ListContactsResponse response;
  auto contacts = request.phone().empty() && request.email().empty()
                      ? session_.db.Select<Contact>(
                            "SELECT {columns} FROM contacts WHERE account_id = ? AND id > ? ORDER BY id LIMIT ?",
                            session_.account_id(), page.key(), page.limit())
                      : FindByPoint(request);
  points_.ReadInto(contacts);
  page.Fill(std::move(contacts), response.mutable_contacts(), response.mutable_next_page_token(),
            [](const Contact& contact) { return std::vector{contact.id()}; });
  return response;
}

std::vector<Contact> Contacts::FindByPoint(const v1::ListContactsRequest& request) {
  std::vector<int64_t> owners;
  if (!request.phone().empty()) {
    const auto point = PhonePoint(request.phone());
    if (!point) return {};
    owners.push_back(points_.OwnerOf(*point));
  }
  if (!request.email().empty()) {
    const auto point = EmailPoint(request.email());
    if (!point) return {};
    owners.push_back(points_.OwnerOf(*point));
  }
  // Both given: they must be one contact's.
  if (std::any_of(owners.begin(), owners.end(), [&](int64_t owner) { return owner != owners.front(); })) return {};
  return session_.db.Select<Contact>("SELECT {columns} FROM contacts WHERE account_id = ? AND id = ?",
                                     session_.account_id(), owners.front());
}

Contact Contacts::Create(const v1::CreateContactRequest& request) {
  auto contact = request.contact();
  const auto points = Check(contact);
  contact.set_id(session_.NextId("contact", storage::Numbering::kInternal));
  ClaimAll(points, contact.id());
  return Insert(std::move(contact));
}

Contact Contacts::Insert(Contact contact) {
  contact.set_etag(1);
  *contact.mutable_create_time() = TimeUtil::MicrosecondsToTimestamp(session_.Now());
  *contact.mutable_update_time() = contact.create_time();
  session_.db.Insert("contacts", {{"account_id", session_.account_id()}}, contact);
  Announce(nullptr, contact);
  return contact;
}

Contact Contacts::Update(const v1::UpdateContactRequest& request) {
  auto before = Lock(request.contact_id());
  CheckMayChange(session_.caller, before);
  if (request.etag() != 0 && request.etag() != before.etag()) {
    throw rpc::Error(Code::kAborted,
                     {"STALE_ETAG", "etag", {"The contact has been changed since.", "Контакт с тех пор изменили."}});
  }
  auto after = before;
  if (rpc::ApplyUpdate(request.contact(), request.update_mask(), after).empty()) return before;
  const auto points = Check(after);
  for (const auto& point : points_.Of(before.id())) points_.Release(point);
  ClaimAll(points, before.id());
  return Save(before, std::move(after));
}

Contact Contacts::Learn(int64_t id, const std::vector<ContactPoint>& points) {
  const auto before = Lock(id);
  auto after = before;
  for (const auto& point : points) {
    if (!HasRoomFor(point, after) || points_.OwnerOf(point) != 0 || points_.Claim(point, id, kAddedLater) != id)
      continue;
    Add(point, after);
  }
  const bool learnt = after.phones_size() + after.emails_size() > before.phones_size() + before.emails_size();
  return learnt ? Save(before, std::move(after)) : before;
}

std::vector<ContactPoint> Contacts::Check(Contact& contact) {
  Violations violations;
  auto points = Normalise(contact, violations);
  violations.AddUnless(!contact.name().empty() || !points.empty() || !violations.empty(), "REQUIRED", "contact.name",
                       {"A contact needs a name, a phone or a mail.", "Нужны имя, телефон или почта."});
  Users(session_).RequireUser(contact.responsible_user_id(), "contact.responsible_user_id", violations);
  violations.ThrowIfAny();
  return points;
}

Contact Contacts::Save(const Contact& before, Contact after) {
  after.set_etag(before.etag() + 1);
  *after.mutable_update_time() = TimeUtil::MicrosecondsToTimestamp(session_.Now());
  session_.db.Update("contacts", after, "WHERE account_id = ? AND id = ?", session_.account_id(), before.id());
  Announce(&before, after);
  return after;
}

// In order of value: two sessions that claim the same points wait for each other, and never in a circle.
void Contacts::ClaimAll(const std::vector<ContactPoint>& points, int64_t contact_id) {
  std::vector<std::pair<ContactPoint, int>> ordered;
  ordered.reserve(points.size());
  for (const auto& point : points) ordered.emplace_back(point, static_cast<int>(ordered.size()));
  std::sort(ordered.begin(), ordered.end());
  for (const auto& [point, position] : ordered) {
    const int64_t owner = points_.Claim(point, contact_id, position);
    if (owner != contact_id) throw ContactExists(owner);
  }
}

Contact Contacts::WithPoints(Contact contact) {
  std::vector<Contact> one{std::move(contact)};
  points_.ReadInto(one);
  return std::move(one.front());
}

void Contacts::Announce(const Contact* before, const Contact& after) {
  v1::Event event;
  if (before != nullptr) *event.mutable_contact()->mutable_before() = *before;
  *event.mutable_contact()->mutable_after() = after;
  Record(session_, std::move(event));
}

}  // namespace voronka::crm
