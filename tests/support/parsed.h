#pragma once

#include <google/protobuf/text_format.h>

#include <stdexcept>
#include <string>

namespace voronka::testing {

// A message in protobuf text format.
template <class M>
M Parsed(const std::string& text) {
  M message;
  if (!google::protobuf::TextFormat::ParseFromString(text, &message)) throw std::invalid_argument(text);
  return message;
}

}  // namespace voronka::testing
