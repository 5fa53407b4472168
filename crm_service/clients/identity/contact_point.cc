#include "crm_service/clients/identity/contact_point.h"

#include <algorithm>

#include "crm_service/clients/identity/emails_in.h"
#include "crm_service/clients/identity/phone_number.h"
#include "crm_service/clients/identity/phones_in.h"
#include "foundation/rpc/requests/field_rules.h"
#include "foundation/rpc/requests/text_checks.h"
#include "voronka/crm/v1/contact.pb.h"

namespace voronka::crm {

std::optional<ContactPoint> PhonePoint(const std::string& phone) {
  const auto phones = PhonesIn(phone);
  const auto first = std::ranges::find(phones, ContactPoint::kPhone, &ContactPoint::kind);
  return first == phones.end() ? std::nullopt : std::optional(*first);
}

std::optional<ContactPoint> EmailPoint(const std::string& email) {
  const auto emails = EmailsIn(email);
  if (emails.empty() || !FitsContact(emails[0])) return std::nullopt;
  return ContactPoint{ContactPoint::kEmail, emails[0]};
}

// In characters, as the column counts. RFC 5321 counts bytes before the @, and knows ASCII only.
bool FitsContact(const std::string& email) {
  constexpr size_t kLongestLocalPart = 64;
  const auto* emails = v1::Contact::descriptor()->FindFieldByNumber(v1::Contact::kEmailsFieldNumber);
  return rpc::CodePoints(email) <= rpc::FieldRules::Of(*emails).max_length &&
         rpc::CodePoints(email.substr(0, email.find('@'))) <= kLongestLocalPart;
}

ContactPoint StoredPhone(const std::string& phone) {
  return {IsReadPhone(phone) ? ContactPoint::kPhone : ContactPoint::kTypedPhone, phone};
}

}  // namespace voronka::crm
