#pragma once

#include <google/protobuf/message.h>

#include <string>

namespace voronka::storage {

// The same bytes for equal messages: the entries of maps are in the order of their keys.
std::string Serialised(const google::protobuf::Message& message);

// Parses a message that was stored serialised. If that fails, throws std::runtime_error "… is stored damaged", in which
// `what` names the message.
void ParseStored(const std::string& bytes, const std::string& what, google::protobuf::Message& message);

// The same for what was stored of a message: the fields that it has otherwise stay.
void MergeStored(const std::string& bytes, const std::string& what, google::protobuf::Message& message);

// Parses a whole message, named by its type.
template <class M>
M Stored(const std::string& bytes) {
  M message;
  ParseStored(bytes, M::descriptor()->full_name(), message);
  return message;
}

}  // namespace voronka::storage
