#include "foundation/rpc/requests/validation.h"
#include "gateway/forms/acceptable_values.h"
#include "gateway/forms/form_body.h"
#include "tests/fuzz/target.h"
#include "tests/fuzz/utf8.h"

namespace voronka::fuzz {

// The content type is the first line, the body follows.
void Check(const std::string& input) {
  const size_t line = input.find('\n');
  if (line == std::string::npos) return;
  const auto fields = gateway::ReadFormBody(input.substr(0, line), input.substr(line + 1));
  crm::v1::SubmitFormRequest request;
  request.set_key("key");
  for (auto& value : gateway::AcceptableValues(fields, "ru")) *request.add_values() = std::move(value);
  for (const auto& value : request.values()) Require(IsUtf8(value.name()) && IsUtf8(value.value()), "a value is text");
  rpc::Violations violations;
  rpc::Validate(request, violations);
  Require(violations.empty(), "the service takes every form");
}

}  // namespace voronka::fuzz
