#include "crm_service/intake/submissions/filled_form.h"

#include <google/protobuf/util/time_util.h>

#include <algorithm>
#include <array>

#include "crm_service/clients/identity/contact_point.h"
#include "crm_service/clients/identity/messengers_in.h"
#include "crm_service/intake/submissions/further_contact.h"
#include "crm_service/intake/submissions/inquiry_field.h"
#include "crm_service/intake/submissions/page_campaign.h"
#include "crm_service/intake/submissions/written_contact.h"
#include "foundation/rpc/requests/error.h"
#include "foundation/rpc/requests/field_rules.h"
#include "foundation/rpc/requests/html_entities.h"
#include "foundation/rpc/requests/text_checks.h"
#include "foundation/wire/trimmed.h"

namespace voronka::crm {
namespace {

using google::protobuf::util::TimeUtil;
using v1::Inquiry;

// Holds the values that are over the limit, together.
constexpr char kOverflowName[] = "_more";
constexpr char kReferrer[] = "referrer";
constexpr char kUserAgent[] = "user_agent";
constexpr char kClientAddress[] = "client_address";
// Before the name of a form's field that has a name of these.
constexpr char kOfForm[] = "form.";
constexpr char kClientName[] = "client_name";

// What programs put where they have no value. It is nobody's answer.
bool IsLeftover(const std::string& text) {
  constexpr std::array kLeftovers = {"null", "undefined", "NaN", "[object Object]"};
  return std::ranges::find(kLeftovers, text) != kLeftovers.end();
}

bool IsAboutCampaign(const std::string& target) { return target.starts_with("utm."); }

// The text in the form in which the inquiry's field holds it.
std::string FieldText(const std::string& target, const std::string& text) {
  if (IsOfName(target)) return InquiryField(kClientName).Fitting(rpc::WithoutEntities(text));
  if (target == "text") return rpc::WithoutEntities(text);
  if (IsAboutCampaign(target)) return InquiryField(target).Fitting(text);
  if (target == "phone") return WrittenPhone(text);
  if (IsOfMessenger(target)) return WrittenMessenger(target, text);
  return target == "email" ? WrittenEmail(text) : text;
}

// How many values get a name of their own. One more entry is reserved for the rest.
size_t MaxNamedValues() {
  const auto* values = v1::SentFields::descriptor()->FindFieldByNumber(v1::SentFields::kValuesFieldNumber);
  return rpc::FieldRules::Of(*values).max_items - 1;
}

}  // namespace

FilledForm::FilledForm(const v1::Form& form, const v1::SubmitFormRequest& request, int64_t now)
    : form_(form), fields_(form), consent_(form) {
  inquiry_.set_source(Inquiry::SOURCE_SITE);
  inquiry_.set_source_name(form.name());
  inquiry_.set_page_url(InquiryField("page_url").Fitting(request.page_url()));
  Keep(kReferrer, request.referrer());
  Keep(kUserAgent, request.user_agent());
  Keep(kClientAddress, request.client_address());
  for (const auto& value : request.values()) Put(value);
  SetName();
  AddCampaignOfPage(request.page_url(), inquiry_);
  for (const auto& value : request.values()) AddCampaignOfCookies(value, inquiry_);
  if (consent_.agrees()) Agree(now);
}

void FilledForm::Put(const v1::FormValue& value) {
  const std::string text(wire::Trimmed(value.value()));
  if (rpc::IsBlank(text)) return;
  if (IsLeftover(text)) return KeepSent(value.name(), text);
  const std::string target = fields_.TargetOf(value.name());
  if (target == kConsentTarget) return PutConsent(value.name(), text);
  says_something_ |= !IsAboutCampaign(target);
  const std::string held = target == kSentTarget ? text : FieldText(target, text);
  const bool taken = target != kSentTarget && Take(target, held);
  if (!taken || held != text) KeepSent(value.name(), text);
}

void FilledForm::PutConsent(const std::string& name, const std::string& text) {
  const auto answer = consent_.Add(name, text);
  says_something_ |= answer == GivenConsent::Answer::kUnknown;
  if (answer != GivenConsent::Answer::kPlainYes) KeepSent(name, text);
}

bool FilledForm::Take(const std::string& target, const std::string& text) {
  if (IsOfName(target)) return name_.Add(target, text);
  if (IsOfMessenger(target)) return TakeMessenger(text);
  if (InquiryField(target).Take(text, inquiry_)) return true;
  AddFurtherContact(target, text, inquiry_);
  // It is kept under its own name too, which says whose it is.
  return false;
}

bool FilledForm::TakeMessenger(const std::string& text) {
  if (!MessengersIn(text).empty()) {
    if (InquiryField(kMessengerTarget).Take(text, inquiry_)) return true;
    AddFurtherContact(kMessengerTarget, text, inquiry_);
  } else if (PhonePoint(text)) {
    // The number that they have there.
    Take("phone", WrittenPhone(text));
  }
  return false;
}

void FilledForm::SetName() {
  const InquiryField field(kClientName);
  const std::string whole = name_.Whole();
  const std::string fitting = field.Fitting(whole);
  field.Take(fitting, inquiry_);
  if (fitting != whole) Keep(kClientName, whole);
}

void FilledForm::Keep(const std::string& name, const std::string& text) {
  if (text.empty()) return;
  auto& values = *inquiry_.mutable_sent()->mutable_values();
  const bool has_place = values.contains(name) || values.size() < MaxNamedValues();
  auto& kept = values[has_place ? name : kOverflowName];
  if (!kept.empty()) kept += '\n';
  if (!has_place) kept.append(name).append(": ");
  kept.append(text);
}

void FilledForm::KeepSent(const std::string& name, const std::string& text) {
  const bool is_reserved = name == kReferrer || name == kUserAgent || name == kClientAddress;
  Keep(is_reserved ? kOfForm + name : name, text);
}

void FilledForm::Agree(int64_t now) {
  auto& consent = *inquiry_.mutable_consent();
  *consent.mutable_time() = TimeUtil::MicrosecondsToTimestamp(now);
  consent.set_text(form_.consent_text());
  consent.set_text_version(form_.consent_text_version());
}

void FilledForm::CheckSaysSomething() const {
  if (says_something_) return;
  throw rpc::Error(rpc::Code::kInvalidArgument,
                   {"EMPTY_FORM", "values", {"Nothing is filled in.", "Форма не заполнена."}});
}

void FilledForm::CheckConsent() const {
  if (consent_.agrees() || !form_.consent_required()) return;
  throw rpc::Error(rpc::Code::kFailedPrecondition, {"CONSENT_REQUIRED",
                                                    "values",
                                                    {"Consent to the processing of personal data is required.",
                                                     "Нужно согласие на обработку персональных данных."}});
}

}  // namespace voronka::crm
