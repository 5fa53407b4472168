#pragma once

#include <string>

#include "crm_service/intake/forms/form_fields.h"
#include "crm_service/intake/submissions/given_consent.h"
#include "crm_service/intake/submissions/written_name.h"
#include "voronka/crm/v1/form.pb.h"
#include "voronka/crm/v1/inquiry.pb.h"

namespace voronka::crm {

// Turns a filled-in form into an inquiry. Nothing is lost: what the inquiry's fields cannot hold is kept under the
// form's own names.
class FilledForm {
 public:
  // `now`: microseconds since 1970 UTC.
  FilledForm(const v1::Form& form, const v1::SubmitFormRequest& request, int64_t now);

  const v1::Inquiry& inquiry() const { return inquiry_; }

  // Throws INVALID_ARGUMENT (EMPTY_FORM) when the form holds nothing but consent and where the client came from.
  void CheckSaysSomething() const;
  // Throws FAILED_PRECONDITION (CONSENT_REQUIRED).
  void CheckConsent() const;

 private:
  void Put(const v1::FormValue& value);
  void PutConsent(const std::string& name, const std::string& text);
  // False: the inquiry has no place for the text.
  bool Take(const std::string& target, const std::string& text);
  // The same of a field for accounts in messengers. Where there is none, it may say a phone.
  bool TakeMessenger(const std::string& text);
  void Keep(const std::string& name, const std::string& text);
  // A value under the form's own name, which may be none of those that this program gives.
  void KeepSent(const std::string& name, const std::string& text);
  void Agree(int64_t now);
  void SetName();

  const v1::Form& form_;
  const FormFields fields_;
  v1::Inquiry inquiry_;
  WrittenName name_;
  GivenConsent consent_;
  bool says_something_ = false;
};

}  // namespace voronka::crm
