#pragma once

#include <grpcpp/support/status.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/http_client.h"

namespace voronka::testing {

// A byte of flags, the length in four bytes, the content: of gRPC-Web, and of Connect's streams.
struct Frame {
  uint8_t flags = 0;
  std::string content = {};

  std::string Written() const;
};

constexpr uint8_t kTrailersFlag = 0x80;

// Cuts the first frame off what has come; nothing: it is not whole yet.
std::optional<Frame> TakeFrame(std::string& bytes);

// The frames of an answer whose head has been read, each as soon as it has come.
class FrameStream {
 public:
  explicit FrameStream(HttpClient& http) : http_(http) {}

  // Nothing: the answer has ended. Throws std::runtime_error where it ends within a frame.
  std::optional<Frame> Next();

 private:
  HttpClient& http_;
  std::string bytes_;
};

// A call that was answered by gRPC-Web, whole.
struct GrpcWebAnswer {
  // Throws std::runtime_error where the body is not frames of which the last is trailers.
  explicit GrpcWebAnswer(const HttpAnswer& answer);

  std::vector<std::string> messages;
  HttpHeaders trailers;
};

HttpHeaders TrailersIn(const Frame& frame);
// What trailers tell, with the details.
grpc::Status StatusIn(const HttpHeaders& trailers);

// As gRPC-Web-Text writes bytes; and back, whatever number of pieces it is, each with its padding.
std::string ToBase64(std::string_view bytes);
std::string FromBase64(std::string_view text);

}  // namespace voronka::testing
