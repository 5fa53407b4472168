#pragma once

#include <google/protobuf/message.h>

#include <string>

namespace voronka::storage {

// Reads a message that was stored serialised. `what` names it where it cannot be read: throws std::runtime_error,
// "… is stored damaged".
void ParseStored(const std::string& bytes, const std::string& what, google::protobuf::Message& message);

// The same; the type names it.
template <class M>
M Stored(const std::string& bytes) {
  M message;
  ParseStored(bytes, M::descriptor()->full_name(), message);
  return message;
}

}  // namespace voronka::storage
