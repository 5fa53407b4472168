#include "tests/support/grpc_web.h"

#include <sodium.h>

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace voronka::testing {
namespace {

constexpr size_t kPrefix = 5;
constexpr size_t kLetters = 4;

size_t LengthIn(std::string_view prefix) {
  size_t length = 0;
  for (const char byte : prefix.substr(1, kPrefix - 1)) length = length << 8 | static_cast<uint8_t>(byte);
  return length;
}

std::string PercentDecoded(const std::string& text) {
  std::string decoded;
  for (size_t i = 0; i < text.size(); ++i) {
    unsigned byte = 0;
    const char* digits = text.data() + i + 1;
    if (text[i] == '%' && i + 2 < text.size() && std::from_chars(digits, digits + 2, byte, 16).ec == std::errc()) {
      decoded += static_cast<char>(byte);
      i += 2;
    } else {
      decoded += text[i];
    }
  }
  return decoded;
}

std::string ValueIn(const HttpHeaders& headers, const std::string& name) {
  const auto found = headers.find(name);
  return found == headers.end() ? "" : found->second;
}

}  // namespace

std::string Frame::Written() const {
  std::string bytes(1, static_cast<char>(flags));
  for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(content.size() >> shift);
  return bytes + content;
}

std::optional<Frame> TakeFrame(std::string& bytes) {
  if (bytes.size() < kPrefix || bytes.size() - kPrefix < LengthIn(bytes)) return std::nullopt;
  Frame frame{.flags = static_cast<uint8_t>(bytes[0]), .content = bytes.substr(kPrefix, LengthIn(bytes))};
  bytes.erase(0, kPrefix + frame.content.size());
  return frame;
}

std::optional<Frame> FrameStream::Next() {
  for (;;) {
    if (auto frame = TakeFrame(bytes_)) return frame;
    const std::string piece = http_.ReadPiece();
    if (!piece.empty()) {
      bytes_ += piece;
    } else if (bytes_.empty()) {
      return std::nullopt;
    } else {
      throw std::runtime_error("the answer ends within a frame");
    }
  }
}

GrpcWebAnswer::GrpcWebAnswer(const HttpAnswer& answer) {
  const bool is_text = answer.header("content-type").starts_with("application/grpc-web-text");
  std::string bytes = is_text ? FromBase64(answer.body) : answer.body;
  while (const auto frame = TakeFrame(bytes)) {
    if (frame->flags != kTrailersFlag) {
      messages.push_back(frame->content);
    } else if (!bytes.empty()) {
      throw std::runtime_error("something follows the trailers");
    } else {
      trailers = TrailersIn(*frame);
    }
  }
  if (trailers.empty()) throw std::runtime_error("the answer has no trailers: " + answer.body);
}

HttpHeaders TrailersIn(const Frame& frame) {
  HttpHeaders trailers;
  std::string_view text = frame.content;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find("\r\n"));
    const size_t colon = line.find(": ");
    if (colon == std::string_view::npos) throw std::runtime_error("not a trailer: " + std::string(line));
    trailers.emplace(line.substr(0, colon), line.substr(colon + 2));
    text.remove_prefix(line.size() + 2);
  }
  return trailers;
}

grpc::Status StatusIn(const HttpHeaders& trailers) {
  return {static_cast<grpc::StatusCode>(std::stoi(ValueIn(trailers, "grpc-status"))),
          PercentDecoded(ValueIn(trailers, "grpc-message")), FromBase64(ValueIn(trailers, "grpc-status-details-bin"))};
}

std::string ToBase64(std::string_view bytes) {
  std::string text(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
  sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                    sodium_base64_VARIANT_ORIGINAL);
  text.pop_back();
  return text;
}

std::string FromBase64(std::string_view text) {
  std::string bytes;
  for (; !text.empty(); text.remove_prefix(std::min(text.size(), kLetters))) {
    std::string_view group = text.substr(0, kLetters);
    group = group.substr(0, group.find('='));
    unsigned char decoded[kLetters];
    size_t size = 0;
    if (sodium_base642bin(decoded, sizeof decoded, group.data(), group.size(), nullptr, &size, nullptr,
                          sodium_base64_VARIANT_ORIGINAL_NO_PADDING) != 0) {
      throw std::runtime_error("not base64: " + std::string(text));
    }
    bytes.append(reinterpret_cast<const char*>(decoded), size);
  }
  return bytes;
}

}  // namespace voronka::testing
