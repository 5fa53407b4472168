#include "crm_service/intake/submissions/submission_digest.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>

#include "crm_service/clients/contacts/contact_point.h"
#include "crm_service/intake/forms/form_fields.h"
#include "crm_service/intake/submissions/written_contact.h"
#include "foundation/security/secret.h"

namespace voronka::crm {
namespace {

// Pairs of what a field is and its normalised value.
using ComparedFields = std::set<std::pair<std::string, std::string>>;

// Parts of the names of fields that programs fill in anew for each page.
constexpr std::array<std::string_view, 9> kGeneratedMarks = {
    "captcha", "csrf", "xsrf", "nonce", "token", "turnstile", "timestamp", "sessid", "form_build_id"};

bool IsGenerated(const std::string& name) {
  const std::string folded = Folded(name);
  return folded == "ts" || std::ranges::any_of(kGeneratedMarks, [&](std::string_view mark) {
           return folded.find(mark) != std::string::npos;
         });
}

bool IsContact(const std::string& target) { return target == "phone" || target == "email"; }

std::string Compared(const std::string& target, const std::string& text) {
  if (target == "email") return Folded(WrittenEmail(text));
  const auto phone = target == "phone" ? PhonePoint(WrittenPhone(text)) : std::nullopt;
  return phone ? phone->value : Folded(text);
}

void Add(const std::string& kind, const std::string& text, ComparedFields& compared_fields) {
  if (!text.empty()) compared_fields.emplace(kind, text);
}

// Who asks, and for what.
ComparedFields FieldsToCompare(const v1::Form& form, const v1::SubmitFormRequest& request) {
  const FormFields fields(form);
  ComparedFields compared_fields;
  for (const auto& value : request.values()) {
    const std::string target = fields.TargetOf(value.name());
    if (IsContact(target) || target == "client_name" || target == "text") {
      Add(target, Compared(target, value.value()), compared_fields);
    } else if (target == kSentTarget && !IsGenerated(value.name())) {
      Add("sent " + Folded(value.name()), Folded(value.value()), compared_fields);
    }
  }
  return compared_fields;
}

}  // namespace

std::string DigestOf(const v1::Form& form, const v1::SubmitFormRequest& request) {
  v1::SubmitFormRequest compared;
  if (request.submission_id().empty()) {
    *compared.mutable_values() = request.values();
    return security::Sha256("values " + compared.SerializeAsString());
  }
  compared.set_submission_id(request.submission_id());
  for (const auto& [kind, text] : FieldsToCompare(form, request)) {
    auto& value = *compared.add_values();
    value.set_name(kind);
    value.set_value(text);
  }
  return security::Sha256("named " + compared.SerializeAsString());
}

}  // namespace voronka::crm
