#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace voronka::gateway {

// A body as it was before it was packed, by its header `content-encoding`: gzip or deflate. At most `most` bytes and
// one. What is not packed stays as it is, whatever the header says. Throws INVALID_ARGUMENT (UNSUPPORTED_FORM_TYPE) for
// what nobody here can unpack.
std::string Unpacked(std::string_view body, std::string_view encoding, size_t most);

}  // namespace voronka::gateway
