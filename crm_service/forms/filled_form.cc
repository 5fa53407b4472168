#include "crm_service/forms/filled_form.h"

#include <google/protobuf/util/time_util.h>

#include <algorithm>
#include <array>

#include "crm_service/forms/inquiry_field.h"
#include "crm_service/forms/page_campaign.h"
#include "foundation/rpc/error.h"

namespace voronka::crm {
namespace {

using google::protobuf::util::TimeUtil;
using v1::Inquiry;

std::string Trimmed(const std::string& text) {
  constexpr const char* kBlank = " \t\r\n";
  const size_t begin = text.find_first_not_of(kBlank);
  if (begin == std::string::npos) return "";
  return text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

// Of a box that is not ticked; most forms leave it out.
bool MeansNo(const std::string& text) {
  constexpr std::array kNo = {"0", "false", "off", "no", "нет"};
  return std::ranges::find(kNo, Folded(text)) != kNo.end();
}

}  // namespace

FilledForm::FilledForm(const v1::Form& form, const v1::SubmitFormRequest& request, int64_t now)
    : form_(form), fields_(form) {
  inquiry_.set_source(Inquiry::SOURCE_SITE);
  inquiry_.set_source_name(form.name());
  inquiry_.set_page_url(request.page_url());
  for (const auto& value : request.values()) Put(value);
  AddCampaignOfPage(request.page_url(), inquiry_);
  Keep("referrer", request.referrer());
  Keep("user_agent", request.user_agent());
  Keep("client_address", request.client_address());
  if (agrees_) Agree(now);
}

void FilledForm::Put(const v1::FormValue& value) {
  const std::string text = Trimmed(value.value());
  if (text.empty()) return;
  const std::string target = fields_.TargetOf(value.name());
  if (target == kConsentTarget && !MeansNo(text)) {
    agrees_ = true;
    return;
  }
  const bool about_campaign = target.starts_with("utm.");
  says_something_ |= target != kConsentTarget && !about_campaign;
  if (target == kSentTarget || target == kConsentTarget || !InquiryField(target).Take(text, inquiry_)) {
    Keep(value.name(), text);
  }
}

void FilledForm::Keep(const std::string& name, const std::string& text) {
  if (text.empty()) return;
  auto& kept = (*inquiry_.mutable_sent()->mutable_values())[name];
  kept += (kept.empty() ? "" : "\n") + text;
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
  if (agrees_ || !form_.consent_required()) return;
  throw rpc::Error(rpc::Code::kFailedPrecondition, {"CONSENT_REQUIRED",
                                                    "values",
                                                    {"Consent to the processing of personal data is needed.",
                                                     "Нужно согласие на обработку персональных данных."}});
}

}  // namespace voronka::crm
