#include "gateway/http/deadline.h"

namespace voronka::gateway {

Deadline::Deadline(beast::tcp_stream& stream) : stream_(stream), timer_(stream.get_executor()) {
  stream_.expires_never();
}

void Deadline::Set(std::chrono::milliseconds limit) {
  timer_.expires_after(limit);
  timer_.async_wait([&stream = stream_, state = state_](const ErrorCode& error) {
    if (error || !state->active) return;
    state->passed = true;
    stream.cancel();
  });
}

}  // namespace voronka::gateway
