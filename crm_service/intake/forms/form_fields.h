#pragma once

#include <map>
#include <string>
#include <vector>

#include "voronka/crm/v1/form.pb.h"

namespace voronka::crm {

// What a field of a form is, besides the paths of an inquiry's fields.
inline constexpr char kConsentTarget[] = "consent";
inline constexpr char kSentTarget[] = "sent";

// As names and answers of forms are compared: without case and the blanks around it.
std::string Folded(const std::string& text);

// `client_name`, `utm.source` …, `consent`, `sent`.
bool IsTarget(const std::string& target);

// What the fields of a form are, by their names as sites write them.
class FormFields {
 public:
  explicit FormFields(const v1::Form& form);

  // `sent` for a name that tells nothing.
  std::string TargetOf(const std::string& name) const;

 private:
  // By folded name.
  std::map<std::string, std::string> targets_;
};

}  // namespace voronka::crm
