#pragma once

#include <map>
#include <string>

#include "voronka/crm/v1/form.pb.h"

namespace voronka::crm {

// Whether the client who filled in a form has agreed, by what its fields of consent hold. Only a yes that is known as
// one is a consent: a ticked box sends `on`, `1`, «да», its label or the form's text of consent. Any other text is
// none, for a record of a consent that was refused is worse than a question asked again.
class GivenConsent {
 public:
  enum class Answer {
    // A yes that says nothing else: there is nothing to keep.
    kPlainYes,
    // In other words.
    kYes,
    // What a box that is not ticked sends.
    kEmpty,
    // In words.
    kRefusal,
    kUnknown,
  };

  explicit GivenConsent(const v1::Form& form);

  // `name`: of the field. Returns what the text says.
  Answer Add(const std::string& name, const std::string& text);

  // No: nothing says yes, or a field refuses in words and says no yes.
  bool agrees() const;

 private:
  Answer Read(const std::string& name, const std::string& text) const;

  // Empty: the form has none.
  std::string text_label_;
  // By the field's name: whether it says yes. Only those that say yes or refuse.
  std::map<std::string, bool> says_yes_;
};

}  // namespace voronka::crm
