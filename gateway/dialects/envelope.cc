#include "gateway/dialects/envelope.h"

#include <fmt/format.h>

#include "gateway/dialects/refusals.h"

namespace voronka::gateway {
namespace {

constexpr size_t kPrefixSize = 5;
constexpr int kBitsOfByte = 8;

uint32_t LengthIn(std::string_view prefix) {
  uint32_t length = 0;
  for (size_t i = 1; i < kPrefixSize; ++i) length = length << kBitsOfByte | static_cast<uint8_t>(prefix[i]);
  return length;
}

}  // namespace

std::string Envelope(uint8_t flags, std::string_view content) {
  std::string frame;
  frame.reserve(kPrefixSize + content.size());
  frame.push_back(static_cast<char>(flags));
  for (int shift = 24; shift >= 0; shift -= kBitsOfByte) {
    frame.push_back(static_cast<char>(content.size() >> shift));
  }
  frame += content;
  return frame;
}

std::string_view OnlyMessage(std::string_view body) {
  if (body.empty()) throw Unimplemented("The call carries no message; one is needed.");
  if (body.size() < kPrefixSize) throw Malformed("The frame ends before its length.");
  const auto flags = static_cast<uint8_t>(body[0]);
  if ((flags & kCompressedFlag) != 0) throw Unimplemented("Compressed messages are not taken.");
  if (flags != 0) throw Malformed(fmt::format("The frame has flags {:#04x} that no message has.", flags));
  const size_t length = LengthIn(body);
  const std::string_view content = body.substr(kPrefixSize);
  if (content.size() < length) {
    throw Malformed(fmt::format("The frame promises {} bytes and has {}.", length, content.size()));
  }
  if (content.size() > length) throw Unimplemented("The call carries more than one message.");
  return content;
}

}  // namespace voronka::gateway
