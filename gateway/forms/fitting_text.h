#pragma once

#include <google/protobuf/descriptor.h>

#include <string>
#include <string_view>

namespace voronka::gateway {

// All of them for UTF-8.

// Line breaks as `\n`; as blanks unless `multiline`.
std::string WithPlainLines(std::string_view text, bool multiline);

std::string WithoutControls(std::string_view text);

// Ends with `…` if it was longer.
std::string CutTo(size_t characters, const std::string& text);
std::string CutToBytes(size_t bytes, const std::string& text);

// What the field's rules take of it.
std::string FittingText(std::string_view text, const google::protobuf::FieldDescriptor& field);

}  // namespace voronka::gateway
