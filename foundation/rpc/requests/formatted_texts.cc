#include "foundation/rpc/requests/formatted_texts.h"

#include <vector>

#include "foundation/rpc/requests/field_rules.h"

namespace voronka::rpc {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

void ForEachTextOf(options::v1::Format format, const Message& message,
                   const std::function<void(const std::string& text)>& visit) {
  const auto& reflection = *message.GetReflection();
  std::vector<const FieldDescriptor*> fields;
  reflection.ListFields(message, &fields);
  for (const auto* field : fields) {
    const bool is_message = field->cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE;
    const bool is_wanted =
        field->cpp_type() == FieldDescriptor::CPPTYPE_STRING && FieldRules::Of(*field).format == format;
    const int items = field->is_repeated() ? reflection.FieldSize(message, field) : 0;
    if (is_message && !field->is_repeated()) ForEachTextOf(format, reflection.GetMessage(message, field), visit);
    if (is_wanted && !field->is_repeated()) visit(reflection.GetString(message, field));
    for (int i = 0; i < items; ++i) {
      if (is_message) ForEachTextOf(format, reflection.GetRepeatedMessage(message, field, i), visit);
      if (is_wanted) visit(reflection.GetRepeatedString(message, field, i));
    }
  }
}

}  // namespace voronka::rpc
