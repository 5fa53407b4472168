#pragma once

#include "gateway/dialects/dialect.h"

namespace voronka::gateway {

// gRPC-Web: frames, of which the last carries the trailers. The text form is the same in base64, each frame with its
// own padding, so that a browser can read the frames as they arrive.
class GrpcWeb final : public UnaryDialect, public StreamDialect {
 public:
  enum class Form { kBinary, kText };

  explicit GrpcWeb(Form form) : form_(form) {}

  grpc::ByteBuffer ReadRequest(const Request& request) const override;
  std::optional<std::chrono::milliseconds> ReadTimeout(const Request& request) const override;
  Response WriteAnswer(const Answer& answer) const override;
  ResponseHead WriteHead() const override;
  std::string WriteMessage(const grpc::ByteBuffer& message) const override;
  std::string WriteEnd(const Ending& ending) const override;

 private:
  std::string Encoded(std::string frame) const;

  const Form form_;
};

}  // namespace voronka::gateway
