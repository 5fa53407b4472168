#include "gateway/http/deadline.h"

namespace voronka::gateway {

Patience::Patience(beast::tcp_stream& stream) : stream_(stream), timer_(stream.get_executor()) {
  stream_.expires_never();
}

void Patience::Last(std::chrono::milliseconds limit) {
  timer_.expires_after(limit);
  timer_.async_wait([&stream = stream_, state = state_](const ErrorCode& error) {
    if (error || !state->counts) return;
    state->over = true;
    stream.cancel();
  });
}

}  // namespace voronka::gateway
