#include "crm_service/intake/submissions/submission_digest.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <set>
#include <string_view>
#include <utility>

#include "crm_service/clients/identity/contact_point.h"
#include "crm_service/intake/forms/form_fields.h"
#include "crm_service/intake/submissions/written_contact.h"
#include "foundation/security/secret.h"

namespace voronka::crm {
namespace {

using std::chrono::microseconds;

constexpr int64_t kNamedLifetime = microseconds(std::chrono::hours(72)).count();
constexpr int64_t kUnnamedLifetime = microseconds(std::chrono::minutes(10)).count();
constexpr int64_t kDoubleClickLifetime = microseconds(std::chrono::seconds(10)).count();

// Pairs of what a field is and its normalised value.
using ComparedFields = std::set<std::pair<std::string, std::string>>;

// Parts of the names of fields that programs fill in again for each page.
constexpr std::array<std::string_view, 9> kGeneratedMarks = {
    "captcha", "csrf", "xsrf", "nonce", "token", "turnstile", "timestamp", "sessid", "form_build_id"};
// Whole names of such fields; Tilda numbers each sending with `tranid`.
constexpr std::array<std::string_view, 4> kGeneratedNames = {"ts", "rand", "random", "tranid"};

bool IsGenerated(const std::string& name) {
  const std::string folded = Folded(name);
  return std::ranges::find(kGeneratedNames, folded) != kGeneratedNames.end() ||
         std::ranges::any_of(kGeneratedMarks,
                             [&](std::string_view mark) { return folded.find(mark) != std::string::npos; });
}

bool IsContact(const std::string& target) { return target == "phone" || target == "email" || IsOfMessenger(target); }

bool SaysWhoAsksForWhat(const std::string& target) { return IsContact(target) || IsOfName(target) || target == "text"; }

std::string Compared(const std::string& target, const std::string& text) {
  if (target == "email") return Folded(WrittenEmail(text));
  if (IsOfMessenger(target)) return Folded(WrittenMessenger(target, text));
  const auto phone = target == "phone" ? PhonePoint(WrittenPhone(text)) : std::nullopt;
  return phone ? phone->value : Folded(text);
}

void Add(const std::string& kind, const std::string& text, ComparedFields& compared_fields) {
  if (!text.empty()) compared_fields.emplace(kind, text);
}

// Who asks, and for what.
ComparedFields FieldsToCompare(const FormFields& fields, const v1::SubmitFormRequest& request) {
  ComparedFields compared_fields;
  for (const auto& value : request.values()) {
    const std::string target = fields.TargetOf(value.name());
    if (SaysWhoAsksForWhat(target)) {
      Add(target, Compared(target, value.value()), compared_fields);
    } else if (target == kSentTarget && !IsGenerated(value.name())) {
      Add("sent " + Folded(value.name()), Folded(value.value()), compared_fields);
    }
  }
  return compared_fields;
}

SubmissionDigest NamedDigest(const FormFields& fields, const v1::SubmitFormRequest& request) {
  v1::SubmitFormRequest compared;
  compared.set_submission_id(request.submission_id());
  compared.set_trap(request.trap());
  for (const auto& [kind, text] : FieldsToCompare(fields, request)) {
    auto& value = *compared.add_values();
    value.set_name(kind);
    value.set_value(text);
  }
  return {security::Sha256("named " + compared.SerializeAsString()), kNamedLifetime};
}

// Of the values that `counts` says, as they came. `counts` gets the name.
template <class Condition>
std::string DigestOfValues(const char* kind, const v1::SubmitFormRequest& request, Condition counts) {
  v1::SubmitFormRequest compared;
  compared.set_trap(request.trap());
  for (const auto& value : request.values()) {
    if (counts(value.name())) *compared.add_values() = value;
  }
  return security::Sha256(kind + compared.SerializeAsString());
}

bool TellsHowToReach(const FormFields& fields, const v1::SubmitFormRequest& request) {
  return std::ranges::any_of(request.values(), [&](const v1::FormValue& value) {
    return !Folded(value.value()).empty() && IsContact(fields.TargetOf(value.name()));
  });
}

}  // namespace

std::vector<SubmissionDigest> DigestsOf(const v1::Form& form, const v1::SubmitFormRequest& request) {
  const FormFields fields(form);
  if (!request.submission_id().empty()) return {NamedDigest(fields, request)};
  std::vector<SubmissionDigest> digests;
  if (TellsHowToReach(fields, request)) {
    const auto counts = [&](const std::string& name) { return SaysWhoAsksForWhat(fields.TargetOf(name)); };
    digests.push_back({DigestOfValues("double click ", request, counts), kDoubleClickLifetime});
  }
  const auto is_filled_in = [](const std::string& name) { return !IsGenerated(name); };
  digests.push_back({DigestOfValues("values ", request, is_filled_in), kUnnamedLifetime});
  return digests;
}

}  // namespace voronka::crm
