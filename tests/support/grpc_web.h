#pragma once

#include <grpcpp/support/status.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/http_client.h"

namespace voronka::testing {

// A byte of flags, the length in four bytes, the content: the format of gRPC-Web and of Connect's streams.
struct Frame {
  uint8_t flags = 0;
  std::string content = {};

  std::string Written() const;
};

constexpr uint8_t kTrailersFlag = 0x80;

// Removes the first frame from the bytes received; nothing if it is incomplete.
std::optional<Frame> TakeFrame(std::string& bytes);

// The frames of a response whose headers have been read, each as soon as it arrives.
class FrameStream {
 public:
  explicit FrameStream(HttpClient& http) : http_(http) {}

  // Nothing: the response has ended. Throws std::runtime_error if it ends within a frame.
  std::optional<Frame> Next();

 private:
  HttpClient& http_;
  std::string bytes_;
};

// A complete unary response in gRPC-Web.
struct GrpcWebAnswer {
  // Throws std::runtime_error if the body does not consist of frames with trailers at the end.
  explicit GrpcWebAnswer(const HttpAnswer& answer);

  std::vector<std::string> messages;
  HttpHeaders trailers;
};

HttpHeaders TrailersIn(const Frame& frame);
// The status in trailers, with details.
grpc::Status StatusIn(const HttpHeaders& trailers);

// Encodes bytes as gRPC-Web-Text, and decodes them from any number of separately padded pieces.
std::string ToBase64(std::string_view bytes);
std::string FromBase64(std::string_view text);

}  // namespace voronka::testing
