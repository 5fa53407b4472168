#include <algorithm>
#include <nlohmann/json.hpp>

#include "gateway/forms/json_form.h"
#include "tests/fuzz/target.h"
#include "tests/fuzz/utf8.h"

namespace voronka::fuzz {

void Check(const std::string& input) {
  if (!IsUtf8(input)) return;
  gateway::FormFields fields;
  const bool is_whole = gateway::ReadJsonForm(input, fields);
  for (const auto& field : fields.all()) Require(IsUtf8(field.name) && IsUtf8(field.value), "all of it is text");
  const auto whole = nlohmann::json::parse(input, nullptr, false);
  if (!is_whole || !whole.is_object()) return;
  const size_t told = whole.size() - std::ranges::count_if(whole, [](const auto& field) {
                        return field.is_null() || field.is_structured();
                      });
  Require(fields.all().size() >= std::min(told, gateway::FormFields::kMost), "each field is there");
}

}  // namespace voronka::fuzz
