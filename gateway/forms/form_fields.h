#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/rpc/error.h"

namespace voronka::gateway {

// A field of a form, in the bytes that came.
struct FormField {
  std::string name;
  std::string value;
  // In which the bytes are text, as `windows-1251`. Empty: the sender does not say.
  std::string charset;
};

// In the order of the form; a name may stand several times.
class FormFields {
 public:
  static constexpr size_t kMost = 1000;

  // Throws INVALID_ARGUMENT (TOO_MANY_FIELDS): no form has so many.
  void Add(FormField field);

  const std::vector<FormField>& all() const { return fields_; }
  // Takes the fields of that name out. The first value that is not empty.
  std::string Extract(std::string_view name);

 private:
  std::vector<FormField> fields_;
};

// INVALID_ARGUMENT with reason MALFORMED_FORM: a body that is not what it is said to be.
rpc::Error MalformedForm(const rpc::Text& what);

}  // namespace voronka::gateway
