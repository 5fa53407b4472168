#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace voronka::gateway {

// The frame of gRPC-Web and of Connect's streams: a byte of flags, the length in four bytes, the content.
constexpr uint8_t kCompressedFlag = 0x01;
// Of the last frame, in Connect and in gRPC-Web.
constexpr uint8_t kConnectEndFlag = 0x02;
constexpr uint8_t kTrailersFlag = 0x80;

std::string Envelope(uint8_t flags, std::string_view content);

// The content of a body that is to consist of one message. Throws Refused.
std::string_view OnlyMessage(std::string_view body);

}  // namespace voronka::gateway
