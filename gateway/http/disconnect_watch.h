#pragma once

#include <functional>
#include <memory>

#include "gateway/http/asio.h"

namespace voronka::gateway {

// Notices that a client has disconnected while it is not read from: between its request and the end of the answer.
class DisconnectWatch {
 public:
  // Calls `action` on the stream's executor when the client closes its connection; never after this is destroyed.
  // The stream must not be written to meanwhile.
  DisconnectWatch(beast::tcp_stream& stream, std::function<void()> action);
  ~DisconnectWatch();
  DisconnectWatch(const DisconnectWatch&) = delete;
  DisconnectWatch& operator=(const DisconnectWatch&) = delete;

 private:
  beast::tcp_stream::socket_type& socket_;
  const std::shared_ptr<std::function<void()>> action_;
};

}  // namespace voronka::gateway
