#pragma once

#include <grpcpp/support/byte_buffer.h>

#include <string>
#include <string_view>

#include "gateway/rpc/method.h"

namespace voronka::gateway {

// How Connect writes messages.
enum class Codec { kJson, kProto };

std::string_view NameOf(Codec codec);

// Throws Refused, which says what is wrong.
grpc::ByteBuffer Decode(Codec codec, const google::protobuf::Descriptor& type, std::string_view content);
std::string Encode(Codec codec, const google::protobuf::Descriptor& type, const grpc::ByteBuffer& message);

}  // namespace voronka::gateway
