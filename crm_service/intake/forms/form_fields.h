#pragma once

#include <map>
#include <string>
#include <vector>

#include "voronka/crm/v1/form.pb.h"

namespace voronka::crm {

// Targets of a form's fields, besides the paths of an inquiry's fields.
inline constexpr char kConsentTarget[] = "consent";
inline constexpr char kSentTarget[] = "sent";
// Of any network; those of one are called as it (`telegram`).
inline constexpr char kMessengerTarget[] = "messenger";

// What Tilda calls the box of its consent, if nobody renames it.
inline constexpr char kTickBox[] = "checkbox";

// For comparing answers of forms: ignores case and surrounding blanks.
std::string Folded(const std::string& text);

// Whether it is one of `client_name`, `first_name` …, `telegram` …, `utm.source` …, `consent`, `sent`.
bool IsTarget(const std::string& target);

// Whether it is the client's name or a part of it: `client_name`, `first_name`, `middle_name`, `last_name`.
bool IsOfName(const std::string& target);

// Whether it is an account in messengers: `messenger`, `telegram`, `whatsapp`, `vk`, `max`, `instagram`.
bool IsOfMessenger(const std::string& target);

// Says what a form's fields mean from the names that sites give them.
class FormFields {
 public:
  explicit FormFields(const v1::Form& form);

  // `sent` when the name says nothing.
  std::string TargetOf(const std::string& name) const;

 private:
  // Empty: there is none of this label.
  std::string Find(const std::string& label) const;

  // What the form's owner says, by label; before what is usual.
  std::map<std::string, std::string> own_;
};

}  // namespace voronka::crm
