#include "tests/bench/floor/invocation.h"

namespace voronka::bench {

using google::protobuf::FieldDescriptor;

Scalar RequestField(const google::protobuf::Message& request, const std::string& path) {
  const auto& reflection = *request.GetReflection();
  const size_t dot = path.find('.');
  const auto* field = request.GetDescriptor()->FindFieldByName(path.substr(0, dot));
  if (field == nullptr) return {};
  if (dot != std::string::npos) return RequestField(reflection.GetMessage(request, field), path.substr(dot + 1));
  if (field->cpp_type() == FieldDescriptor::CPPTYPE_INT64) return reflection.GetInt64(request, field);
  return reflection.GetString(request, field);
}

}  // namespace voronka::bench
