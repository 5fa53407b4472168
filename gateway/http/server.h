#pragma once

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "gateway/http/connection.h"

namespace voronka::gateway {

// The port: accepts connections, and runs them on its threads.
class Server {
 public:
  struct Options {
    // As `127.0.0.1:7700`; port 0: any.
    std::string listen;
    int threads;
    int connection_limit;
  };

  // Throws std::runtime_error if it cannot listen on the address.
  Server(const Options& options, ConnectionContext& context);
  ~Server();

  void Start();
  // The port that it listens on.
  int port() const { return port_; }

  // Takes no new connections or requests. What is under way is cut when the grace has passed.
  void Stop(std::chrono::milliseconds grace);

 private:
  using Connections = std::set<std::shared_ptr<Connection>>;

  Task<> Accept();
  void Admit(asio::ip::tcp::socket socket);
  void Forget(const std::shared_ptr<Connection>& connection);
  Connections Open();
  bool AllClosedWithin(std::chrono::milliseconds grace);

  const Options options_;
  ConnectionContext& context_;
  asio::io_context io_;
  asio::ip::tcp::acceptor acceptor_;
  int port_ = 0;
  std::mutex mutex_;
  std::condition_variable closed_;
  Connections connections_;
  std::vector<std::thread> threads_;
};

}  // namespace voronka::gateway
