#include "foundation/storage/stored_message.h"

#include <stdexcept>

namespace voronka::storage {

void ParseStored(const std::string& bytes, const std::string& what, google::protobuf::Message& message) {
  if (!message.ParseFromString(bytes)) throw std::runtime_error(what + " is stored damaged");
}

}  // namespace voronka::storage
