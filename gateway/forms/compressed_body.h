#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace voronka::gateway {

// A body that was compressed as its header `content-encoding` says: by gzip or deflate. At most `most` bytes and one.
// What is not compressed stays as it is, whatever the header says. Throws INVALID_ARGUMENT: UNSUPPORTED_FORM_TYPE for
// another compression, FORM_CUT_OFF for a body that ends before its end.
std::string Decompressed(std::string_view body, std::string_view encoding, size_t most);

}  // namespace voronka::gateway
