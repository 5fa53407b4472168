#pragma once

#include <google/protobuf/message.h>

#include <cstdint>
#include <string>

namespace voronka::testing {

// Sets a field, or makes it the only item of a repeated one.
void PutText(google::protobuf::Message& owner, const google::protobuf::FieldDescriptor& field, const std::string& text);
// Of an integer or, whether it has that choice or not, an enum. Only what the type holds.
void PutNumber(google::protobuf::Message& owner, const google::protobuf::FieldDescriptor& field, int64_t number);
// Of a Timestamp or a Duration.
void PutTime(google::protobuf::Message& owner, const google::protobuf::FieldDescriptor& field, int64_t seconds,
             int32_t nanos = 0);
// The only entry of a map from text to text.
void PutEntry(google::protobuf::Message& owner, const google::protobuf::FieldDescriptor& field, const std::string& key,
              const std::string& value);
// As many empty items as that.
void PutItems(google::protobuf::Message& owner, const google::protobuf::FieldDescriptor& field, int count);

void Empty(google::protobuf::Message& owner, const google::protobuf::FieldDescriptor& field);

// The type of the field holds the number.
bool Holds(const google::protobuf::FieldDescriptor& field, int64_t number);

}  // namespace voronka::testing
