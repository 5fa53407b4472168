#pragma once

#include <google/protobuf/message.h>

#include <cstdint>
#include <string>

namespace voronka::testing {

// Sets a field, or makes the value the only item of a repeated field.
void PutText(google::protobuf::Message& owner, const google::protobuf::FieldDescriptor& field, const std::string& text);
// For an integer, or for an enum even without that value. Only values that fit the type.
void PutNumber(google::protobuf::Message& owner, const google::protobuf::FieldDescriptor& field, int64_t number);
// For a Timestamp or a Duration.
void PutTime(google::protobuf::Message& owner, const google::protobuf::FieldDescriptor& field, int64_t seconds,
             int32_t nanos = 0);
// The only entry of a map of strings.
void PutEntry(google::protobuf::Message& owner, const google::protobuf::FieldDescriptor& field, const std::string& key,
              const std::string& value);
// Adds this many empty items.
void PutItems(google::protobuf::Message& owner, const google::protobuf::FieldDescriptor& field, int count);

void Empty(google::protobuf::Message& owner, const google::protobuf::FieldDescriptor& field);

// Whether the field's type can hold the number.
bool Holds(const google::protobuf::FieldDescriptor& field, int64_t number);

}  // namespace voronka::testing
