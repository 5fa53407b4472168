#include <nlohmann/json.hpp>

#include "foundation/rpc/error.h"
#include "gateway/forms/json_form.h"
#include "tests/fuzz/target.h"
#include "tests/fuzz/utf8.h"

namespace voronka::fuzz {

void Check(const std::string& input) try {
  const auto fields = gateway::ParseJsonForm(input);
  const auto whole = nlohmann::json::parse(input, nullptr, false);
  Require(whole.is_object(), "a form is an object");
  Require(fields.all().size() >=
              whole.size() - std::ranges::count_if(
                                 whole, [](const auto& field) { return field.is_null() || field.is_structured(); }),
          "each field is there");
  for (const auto& field : fields.all()) Require(IsUtf8(field.name) && IsUtf8(field.value), "all of it is text");
} catch (const rpc::Error&) {
}

}  // namespace voronka::fuzz
