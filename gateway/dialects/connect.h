#pragma once

#include "gateway/dialects/codec.h"
#include "gateway/dialects/dialect.h"

namespace voronka::gateway {

// Connect for methods that answer once: the body is the message, the HTTP status says how the call ended.
class ConnectUnary final : public UnaryDialect {
 public:
  ConnectUnary(Codec codec, const Method& method) : codec_(codec), method_(method) {}

  grpc::ByteBuffer ReadRequest(const Request& request) const override;
  std::optional<std::chrono::milliseconds> ReadTimeout(const Request& request) const override;
  Response WriteAnswer(const Answer& answer) const override;

 private:
  const Codec codec_;
  const Method& method_;
};

// Connect for methods that answer with a stream: frames, of which the last says how the call ended.
class ConnectStream final : public StreamDialect {
 public:
  ConnectStream(Codec codec, const Method& method) : codec_(codec), method_(method) {}

  grpc::ByteBuffer ReadRequest(const Request& request) const override;
  std::optional<std::chrono::milliseconds> ReadTimeout(const Request& request) const override;
  ResponseHead WriteHead() const override;
  std::string WriteMessage(const grpc::ByteBuffer& message) const override;
  std::string WriteEnd(const Ending& ending) const override;

 private:
  const Codec codec_;
  const Method& method_;
};

}  // namespace voronka::gateway
