#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <utility>

#include "client/stream_reader.h"

namespace voronka::client {

// A server's stream of one type of message. Cancelled when it goes out of scope.
template <class Response>
class Stream {
 public:
  explicit Stream(std::unique_ptr<StreamReader> reader) : reader_(std::move(reader)) {}

  // Nothing when the deadline passed first, and when nothing will come any more (`ended`). Throws CallFailed when the
  // stream was ended by an error.
  std::optional<Response> Next(std::chrono::steady_clock::time_point deadline) {
    const std::unique_ptr<google::protobuf::Message> message = reader_->Next(deadline);
    if (message == nullptr) return std::nullopt;
    return std::move(static_cast<Response&>(*message));
  }
  std::optional<Response> NextWithin(std::chrono::milliseconds patience) {
    return Next(std::chrono::steady_clock::now() + patience);
  }

  // From any thread.
  void Cancel() { reader_->Cancel(); }
  bool ended() const { return reader_->ended(); }

 private:
  std::unique_ptr<StreamReader> reader_;
};

}  // namespace voronka::client
