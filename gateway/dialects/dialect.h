#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>

#include "gateway/http/message.h"
#include "gateway/rpc/call.h"
#include "gateway/rpc/method.h"

namespace voronka::gateway {

// How a client writes a call. Both throw Refused.
class Dialect {
 public:
  virtual ~Dialect() = default;
  virtual grpc::ByteBuffer ReadRequest(const Request& request) const = 0;
  virtual std::optional<std::chrono::milliseconds> ReadTimeout(const Request& request) const = 0;
};

// For methods that answer once.
class UnaryDialect : public virtual Dialect {
 public:
  // The answer's message, or the call's failure.
  virtual Response WriteAnswer(const Answer& answer) const = 0;
};

// For methods that answer with a stream: its head, each of its messages, and its end.
class StreamDialect : public virtual Dialect {
 public:
  virtual ResponseHead WriteHead() const = 0;
  virtual std::string WriteMessage(const grpc::ByteBuffer& message) const = 0;
  virtual std::string WriteEnd(const Ending& ending) const = 0;
};

RequestedCall ReadCall(const Dialect& dialect, const Request& request);

// What the request's content type names. Null: none of ours, or not for such a method.
std::unique_ptr<UnaryDialect> UnaryDialectOf(const Request& request, const Method& method);
std::unique_ptr<StreamDialect> StreamDialectOf(const Request& request, const Method& method);

}  // namespace voronka::gateway
