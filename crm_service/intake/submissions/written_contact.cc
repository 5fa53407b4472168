#include "crm_service/intake/submissions/written_contact.h"

#include <vector>

#include "crm_service/clients/identity/contact_point.h"
#include "crm_service/clients/identity/email_domain.h"
#include "crm_service/clients/identity/emails_in.h"
#include "crm_service/clients/identity/messengers_in.h"
#include "crm_service/clients/identity/plain_text.h"
#include "crm_service/intake/forms/form_fields.h"
#include "crm_service/intake/submissions/inquiry_field.h"

namespace voronka::crm {
namespace {

// Somebody who means a number or an address does not write more.
constexpr size_t kMostBytes = 1000;

// Whether the text is one address, in whatever case.
bool IsNothingBut(const std::string& text, const std::vector<std::string>& emails) {
  std::string lower;
  LowerCase(icu::UnicodeString::fromUTF8(text)).toUTF8String(lower);
  return emails == std::vector{lower};
}

}  // namespace

std::string WrittenPhone(const std::string& text) {
  if (text.size() > kMostBytes) return text;
  const std::string plain = PlainText(text);
  const bool fits = InquiryField("phone").Allows(plain);
  if (const auto phone = PhonePoint(plain)) return fits ? plain : phone->value;
  return fits ? plain : text;
}

std::string WrittenEmail(const std::string& text) {
  if (text.size() > kMostBytes) return text;
  const auto plain = PlainText(text);
  if (IsNothingBut(plain, EmailsIn(plain))) return plain;
  std::string written;
  for (const auto& email : EmailsIn(text)) {
    const std::string longer = written.empty() ? email : written + ", " + email;
    if (!InquiryField("email").Allows(longer)) break;
    written = longer;
  }
  return written.empty() ? text : written;
}

std::string WrittenMessenger(const std::string& target, const std::string& text) {
  std::string written;
  for (const auto& point : MessengersIn(text, target == kMessengerTarget ? "" : target)) {
    const std::string longer = written.empty() ? point.value : written + ", " + point.value;
    if (!InquiryField(kMessengerTarget).Allows(longer)) break;
    written = longer;
  }
  return written.empty() ? text : written;
}

}  // namespace voronka::crm
