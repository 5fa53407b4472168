#pragma once

#include <google/protobuf/message.h>

#include <memory>
#include <string>

namespace voronka::fuzz {

// The message in an input: the full name of its type in the first line, then its wire format. Null if the type does not
// exist or the bytes do not parse.
std::unique_ptr<google::protobuf::Message> NamedMessage(const std::string& input);

}  // namespace voronka::fuzz
