#pragma once

#include <google/protobuf/message.h>

#include <string>

namespace voronka::storage {

// Parses a message that was stored serialised. If that fails, throws std::runtime_error "… is stored damaged", in which
// `what` names the message.
void ParseStored(const std::string& bytes, const std::string& what, google::protobuf::Message& message);

// The same, named by its type.
template <class M>
M Stored(const std::string& bytes) {
  M message;
  ParseStored(bytes, M::descriptor()->full_name(), message);
  return message;
}

}  // namespace voronka::storage
