#include "client/request_id.h"

#include <fmt/format.h>

#include "foundation/process/random.h"

namespace voronka::client {

std::string NewRequestId() {
  std::string digits = process::SystemRandom().Hex(16);
  // RFC 4122: version 4, variant 1.
  digits[12] = '4';
  digits[16] = "89ab"[digits[16] % 4];
  return fmt::format("{}-{}-{}-{}-{}", digits.substr(0, 8), digits.substr(8, 4), digits.substr(12, 4),
                     digits.substr(16, 4), digits.substr(20));
}

void FillRequestId(google::protobuf::Message& request) {
  const auto* field = request.GetDescriptor()->FindFieldByName("request_id");
  if (field == nullptr || field->cpp_type() != google::protobuf::FieldDescriptor::CPPTYPE_STRING) return;
  const auto* reflection = request.GetReflection();
  if (reflection->GetString(request, field).empty()) reflection->SetString(&request, field, NewRequestId());
}

}  // namespace voronka::client
