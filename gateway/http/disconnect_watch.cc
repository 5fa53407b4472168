#include "gateway/http/disconnect_watch.h"

#include <sys/socket.h>

#include <cerrno>

namespace voronka::gateway {
namespace {

// Readable without any bytes: closed. With bytes: the next request has come early.
bool IsClosed(int socket) {
  char byte;
  const ssize_t read = recv(socket, &byte, 1, MSG_PEEK | MSG_DONTWAIT);
  return read == 0 || (read < 0 && errno != EAGAIN && errno != EINTR);
}

}  // namespace

DisconnectWatch::DisconnectWatch(beast::tcp_stream& stream, std::function<void()> action)
    : socket_(stream.socket()), action_(std::make_shared<std::function<void()>>(std::move(action))) {
  // The socket lives as long as the action may be called.
  socket_.async_wait(asio::ip::tcp::socket::wait_read, [&socket = socket_, action = action_](const ErrorCode& error) {
    if (!error && *action && IsClosed(socket.native_handle())) (*action)();
  });
}

DisconnectWatch::~DisconnectWatch() {
  *action_ = nullptr;
  ErrorCode ignored;
  socket_.cancel(ignored);
}

}  // namespace voronka::gateway
