#pragma once

#include "gateway/dialects/dialect.h"

namespace voronka::gateway {

// gRPC-Web: frames, of which the last carries the trailers. The text form is the same in base64, piece by piece, each
// with its padding, so that a browser can read what has come.
class GrpcWeb final : public UnaryDialect, public StreamDialect {
 public:
  enum class Form { kBinary, kText };

  explicit GrpcWeb(Form form) : form_(form) {}

  grpc::ByteBuffer ReadRequest(const Request& request) const override;
  std::optional<std::chrono::milliseconds> ReadTimeout(const Request& request) const override;
  Response Whole(const Answer& answer) const override;
  ResponseHead StreamHead() const override;
  std::string Piece(const grpc::ByteBuffer& message) const override;
  std::string Last(const Ending& ending) const override;

 private:
  std::string Written(std::string frame) const;

  const Form form_;
};

}  // namespace voronka::gateway
