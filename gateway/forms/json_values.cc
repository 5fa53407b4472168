#include "gateway/forms/json_values.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "foundation/rpc/requests/text_encoding.h"
#include "foundation/wire/trimmed.h"
#include "gateway/forms/json_form.h"
#include "gateway/http/lower_case.h"

namespace voronka::gateway {
namespace {

constexpr std::array<std::string_view, 4> kHoldForms = {"rawrequest", "payload", "data", "json"};

bool MayHoldForm(const FormField& field) {
  const std::string_view value = wire::Trimmed(field.value);
  return (value.starts_with('{') || value.starts_with("[{")) &&
         std::ranges::find(kHoldForms, LowerCase(field.name)) != kHoldForms.end();
}

}  // namespace

FormFields WithJsonValues(const FormFields& fields) {
  FormFields read;
  for (const FormField& field : fields.all()) {
    FormFields within;
    if (MayHoldForm(field) && ReadJsonForm(rpc::TextOf(field.value, field.charset), within)) {
      for (const FormField& each : within.all()) read.Add(each);
    } else {
      read.Add(field);
    }
  }
  return read;
}

}  // namespace voronka::gateway
