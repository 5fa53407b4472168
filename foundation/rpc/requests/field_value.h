#pragma once

#include <google/protobuf/message.h>

#include <cstdint>
#include <functional>
#include <string>

namespace voronka::rpc {

// One value of a message: that of a singular field, an item of a repeated field, or a key or value of a map entry.
struct FieldValue {
  const google::protobuf::Message* owner;
  const google::protobuf::FieldDescriptor* field;
  // -1 for a singular field.
  int index;
  // For example `deal.amount.minor`, `phones[1]`, `sent.values["город"]`.
  std::string path;

  // For an integer or an enum; numbers in the API are integers.
  int64_t Number() const;
  std::string Text() const;
  const google::protobuf::Message& Nested() const;
};

// Whether the field is not set: an empty text, 0, the unspecified value. An `optional` that was set to 0 is not empty.
bool IsEmpty(const google::protobuf::Message& message, const google::protobuf::FieldDescriptor& field);

// A text that was sent but says nothing: only blanks (see IsBlank in text_checks.h). False for lists and maps.
bool IsBlankText(const google::protobuf::Message& message, const google::protobuf::FieldDescriptor& field);
// A text of blanks says nothing, so it is taken as empty.
void EmptyBlankTexts(google::protobuf::Message& message);

void ForEachValue(const google::protobuf::Message& message, const google::protobuf::FieldDescriptor& field,
                  const std::string& path, const std::function<void(const FieldValue&)>& visit);

}  // namespace voronka::rpc
