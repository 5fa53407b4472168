#pragma once

#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <memory>

#include "gateway/http/asio.h"

namespace voronka::gateway {

// Ends what a stream waits for when that takes too long, but leaves it open, so that the client can be told.
class Patience {
 public:
  explicit Patience(beast::tcp_stream& stream);
  ~Patience() { state_->counts = false; }
  Patience(const Patience&) = delete;
  Patience& operator=(const Patience&) = delete;

  // From now on.
  void Last(std::chrono::milliseconds limit);
  bool is_over() const { return state_->over; }

 private:
  struct State {
    bool counts = true;
    bool over = false;
  };

  beast::tcp_stream& stream_;
  asio::steady_timer timer_;
  // What the timer's handler may still see when this is gone.
  const std::shared_ptr<State> state_ = std::make_shared<State>();
};

}  // namespace voronka::gateway
