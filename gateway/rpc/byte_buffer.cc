#include "gateway/rpc/byte_buffer.h"

#include <vector>

namespace voronka::gateway {

grpc::ByteBuffer ToBuffer(std::string_view bytes) {
  const grpc::Slice slice(bytes.data(), bytes.size());
  return grpc::ByteBuffer(&slice, 1);
}

std::string ToString(const grpc::ByteBuffer& buffer) {
  std::string bytes;
  AppendTo(bytes, buffer);
  return bytes;
}

void AppendTo(std::string& bytes, const grpc::ByteBuffer& buffer) {
  std::vector<grpc::Slice> slices;
  if (buffer.Valid()) buffer.Dump(&slices);
  bytes.reserve(bytes.size() + buffer.Length());
  for (const auto& slice : slices) bytes.append(reinterpret_cast<const char*>(slice.begin()), slice.size());
}

}  // namespace voronka::gateway
