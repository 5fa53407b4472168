#pragma once

#include <chrono>
#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "gateway/rpc/method.h"
#include "gateway/calls/upstream.h"
#include "gateway/http/message.h"

namespace voronka::gateway {

// A request that does not become a call, told as the status that a service would have given.
class Refused : public std::exception {
 public:
  explicit Refused(grpc::Status status) : status_(std::move(status)) {}
  const grpc::Status& status() const { return status_; }
  const char* what() const noexcept override { return "refused"; }

 private:
  const grpc::Status status_;
};

// How a client writes what a call is to be made with. Both throw Refused.
class Dialect {
 public:
  virtual ~Dialect() = default;
  virtual grpc::ByteBuffer ReadRequest(const Request& request) const = 0;
  virtual std::optional<std::chrono::milliseconds> ReadTimeout(const Request& request) const = 0;
};

// For methods that answer once.
class UnaryDialect : public virtual Dialect {
 public:
  // The answer, or what became of the call instead.
  virtual Response Whole(const Answer& answer) const = 0;
};

// For methods that answer with a stream: its head, each of its messages, and its end.
class StreamDialect : public virtual Dialect {
 public:
  virtual ResponseHead StreamHead() const = 0;
  virtual std::string Piece(const grpc::ByteBuffer& message) const = 0;
  virtual std::string Last(const Ending& ending) const = 0;
};

// What the request's content type names. Null: none of ours, or not for such a method.
std::unique_ptr<UnaryDialect> UnaryDialectOf(const Request& request, const Method& method);
std::unique_ptr<StreamDialect> StreamDialectOf(const Request& request, const Method& method);

}  // namespace voronka::gateway
