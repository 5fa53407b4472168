#include "crm_service/clients/contacts/contact_rules.h"

#include <fmt/format.h>
#include <google/protobuf/util/time_util.h>

#include <algorithm>
#include <optional>
#include <string>

#include "crm_service/clients/identity/client_access.h"
#include "crm_service/clients/identity/client_name.h"
#include "crm_service/clients/identity/messenger.h"
#include "crm_service/clients/identity/written_points.h"

namespace voronka::crm {

using google::protobuf::util::TimeUtil;
using rpc::Violations;
using v1::Contact;

namespace {

bool HasMessenger(const Contact& contact, const std::string& messenger) {
  return std::ranges::find(contact.messengers(), messenger) != contact.messengers().end();
}

// What the contact had `before` stays as it is, however one would read it today.
std::optional<std::string> MessengerIn(const Contact& before, const std::string& item) {
  if (HasMessenger(before, item)) return item;
  const auto point = MessengerPoint(item);
  return point ? std::optional(point->value) : std::nullopt;
}

void NormaliseMessengers(const Contact& before, Contact& contact, Violations& violations) {
  const auto written = contact.messengers();
  contact.clear_messengers();
  for (int i = 0; i < written.size(); ++i) {
    const auto messenger = MessengerIn(before, written[i]);
    violations.AddUnless(messenger.has_value(), "MALFORMED", fmt::format("contact.messengers[{}]", i),
                         {"Write a link or the network and the account: t.me/ivanov, vk: ivanov.",
                          "Нужна ссылка или сеть и имя в ней: t.me/ivanov, вк: ivanov."});
    if (messenger && !HasMessenger(contact, *messenger)) contact.add_messengers(*messenger);
  }
  violations.AddUnless(contact.messengers_size() <= std::max(kMostPointsOfAKind, before.messengers_size()), "TOO_MANY",
                       "contact.messengers",
                       {fmt::format("At most {} are allowed.", kMostPointsOfAKind),
                        fmt::format("Допустимо не больше {}.", kMostPointsOfAKind)});
}

}  // namespace

void Normalise(const Contact& before, Contact& contact, Violations& violations) {
  if (contact.name() != before.name()) contact.set_name(ClientName(contact.name()));
  // What is typed and is no phone has its own violation.
  const bool says_who = !contact.name().empty() || contact.phones_size() > 0 || contact.emails_size() > 0 ||
                        contact.messengers_size() > 0;
  NormalisePoints(before, contact, "contact", violations);
  NormaliseMessengers(before, contact, violations);
  violations.AddUnless(
      says_who, "REQUIRED", "contact.name",
      {"A contact needs a name, a phone, an email or a messenger.", "Нужны имя, телефон, почта или мессенджер."});
}

void CheckDoNotDisturb(const Contact& before, const Contact& contact, int64_t now, Violations& violations) {
  if (!contact.has_do_not_disturb()) return;
  const int64_t until = TimeUtil::TimestampToMicroseconds(contact.do_not_disturb().until());
  const int64_t former = TimeUtil::TimestampToMicroseconds(before.do_not_disturb().until());
  violations.AddUnless(until > now || (before.has_do_not_disturb() && until == former), "PAST",
                       "contact.do_not_disturb.until",
                       {"This time has passed.", "Это время уже прошло: укажите будущее."});
}

void CheckMayChange(const rpc::Caller& caller, const Contact& contact) {
  if (MayChangeClient(caller, contact)) return;
  throw rpc::Error(
      rpc::Code::kPermissionDenied,
      {"NOT_RESPONSIBLE", "contact_id", {"The contact is another manager's.", "Это контакт другого менеджера."}});
}

bool HasRoomFor(const ContactPoint& point, const Contact& contact) {
  const bool is_email = point.kind == ContactPoint::kEmail;
  const bool is_messenger = point.kind == ContactPoint::kMessenger;
  const auto& values = is_messenger ? contact.messengers() : is_email ? contact.emails() : contact.phones();
  return values.size() < kMostPointsOfAKind && std::ranges::count(values, point.value) == 0;
}

}  // namespace voronka::crm
