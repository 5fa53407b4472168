#pragma once

#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <memory>

#include "gateway/http/asio.h"

namespace voronka::gateway {

// Cancels what a stream waits for when that takes too long, but leaves it open, so that the client can be answered.
class Deadline {
 public:
  explicit Deadline(beast::tcp_stream& stream);
  ~Deadline() { state_->active = false; }
  Deadline(const Deadline&) = delete;
  Deadline& operator=(const Deadline&) = delete;

  // From now on. Replaces the one before.
  void Set(std::chrono::milliseconds limit);
  bool has_passed() const { return state_->passed; }

 private:
  struct State {
    bool active = true;
    bool passed = false;
  };

  beast::tcp_stream& stream_;
  asio::steady_timer timer_;
  // What the timer's handler may still see when this is gone.
  const std::shared_ptr<State> state_ = std::make_shared<State>();
};

}  // namespace voronka::gateway
