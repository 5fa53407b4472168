#pragma once

#include <grpcpp/support/byte_buffer.h>

#include <string>
#include <string_view>

namespace voronka::gateway {

grpc::ByteBuffer ToBuffer(std::string_view bytes);
std::string ToString(const grpc::ByteBuffer& buffer);
// Appends the buffer's bytes.
void AppendTo(std::string& bytes, const grpc::ByteBuffer& buffer);

}  // namespace voronka::gateway
