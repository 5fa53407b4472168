#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <utility>

#include "client/stream_reader.h"

namespace voronka::client {

// A server stream of one message type. Cancelled when it goes out of scope.
template <class Response>
class Stream {
 public:
  explicit Stream(std::unique_ptr<StreamReader> reader) : reader_(std::move(reader)) {}

  // Nothing if the deadline passed first, or if no more messages will come (`ended`). Throws CallFailed if the stream
  // ended with an error.
  std::optional<Response> Next(std::chrono::steady_clock::time_point deadline) {
    return Typed(reader_->Next(deadline));
  }
  std::optional<Response> NextWithin(std::chrono::milliseconds patience) {
    return Next(std::chrono::steady_clock::now() + patience);
  }

  // Nothing if no message has arrived yet.
  std::optional<Response> NextArrived() { return Typed(reader_->NextArrived()); }

  // May be called from any thread.
  void Cancel() { reader_->Cancel(); }
  bool ended() const { return reader_->ended(); }

 private:
  static std::optional<Response> Typed(const std::unique_ptr<google::protobuf::Message>& message) {
    if (message == nullptr) return std::nullopt;
    return std::move(static_cast<Response&>(*message));
  }

  std::unique_ptr<StreamReader> reader_;
};

}  // namespace voronka::client
