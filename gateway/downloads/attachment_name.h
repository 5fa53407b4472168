#pragma once

#include <string>
#include <string_view>

namespace voronka::gateway {

// The header `content-disposition` that makes a browser save a file under this name, and never show it.
std::string AttachmentNamed(std::string_view name);

}  // namespace voronka::gateway
