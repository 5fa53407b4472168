#pragma once

#include <google/protobuf/message.h>

#include <memory>
#include <string>

namespace voronka::fuzz {

// The message that an input holds: the full name of its type in the first line, its wire format after it. Null where
// there is no such type or the bytes are not of it.
std::unique_ptr<google::protobuf::Message> NamedMessage(const std::string& input);

}  // namespace voronka::fuzz
