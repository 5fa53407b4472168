#include "crm_service/clients/contacts/contact_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "foundation/rpc/requests/field_rules.h"

namespace voronka::crm {
namespace {

using rpc::Violations;
using v1::Contact;
using Points = std::vector<ContactPoint>;

void AddOnce(const std::optional<ContactPoint>& point, Points& points) {
  if (point && std::ranges::find(points, *point) == points.end()) points.push_back(*point);
}

Points DistinctPoints(const Contact& contact, Violations& violations) {
  Points points;
  for (int i = 0; i < contact.phones_size(); ++i) {
    const auto point = PhonePoint(contact.phones(i));
    violations.AddUnless(point.has_value(), "MALFORMED", fmt::format("contact.phones[{}]", i),
                         {"Check the number: it cannot exist.", "Проверьте номер: такого не бывает."});
    AddOnce(point, points);
  }
  for (int i = 0; i < contact.emails_size(); ++i) {
    const auto point = EmailPoint(contact.emails(i));
    violations.AddUnless(
        point.has_value(), "TOO_LONG", fmt::format("contact.emails[{}]", i),
        {"The address is too long when converted to lower case.", "В нижнем регистре адрес слишком длинный."});
    AddOnce(point, points);
  }
  return points;
}

int MaxItems(int field_number) {
  return static_cast<int>(rpc::FieldRules::Of(*Contact::descriptor()->FindFieldByNumber(field_number)).max_items);
}

bool MayChange(const rpc::Caller& caller, const Contact& contact) {
  return caller.LeadsSales() || contact.responsible_user_id() == 0 || contact.responsible_user_id() == caller.user_id;
}

}  // namespace

void Normalise(Contact& contact, Violations& violations) {
  const Points points = DistinctPoints(contact, violations);
  const bool says_who = !contact.name().empty() || contact.phones_size() > 0 || contact.emails_size() > 0;
  violations.AddUnless(says_who, "REQUIRED", "contact.name",
                       {"A contact needs a name, a phone or an email.", "Нужны имя, телефон или почта."});
  contact.clear_phones();
  contact.clear_emails();
  for (const auto& point : points) AddPoint(point, contact);
}

void CheckMayChange(const rpc::Caller& caller, const Contact& contact) {
  if (MayChange(caller, contact)) return;
  throw rpc::Error(
      rpc::Code::kPermissionDenied,
      {"NOT_RESPONSIBLE", "contact_id", {"The contact is another manager's.", "Это контакт другого менеджера."}});
}

bool HasRoomFor(const ContactPoint& point, const Contact& contact) {
  return point.kind == ContactPoint::kPhone ? contact.phones_size() < MaxItems(Contact::kPhonesFieldNumber)
                                            : contact.emails_size() < MaxItems(Contact::kEmailsFieldNumber);
}

}  // namespace voronka::crm
