#include "gateway/http/server.h"

#include <fmt/format.h>

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <stdexcept>

#include "foundation/process/network_address.h"

namespace voronka::gateway {
namespace {

using asio::ip::tcp;

constexpr std::string_view kFull =
    "HTTP/1.1 503 Service Unavailable\r\nretry-after: 5\r\nconnection: close\r\ncontent-length: 0\r\n\r\n";
// For what was closed by force to end.
constexpr std::chrono::seconds kLastMoment(5);
constexpr std::chrono::milliseconds kOutOfFiles(100);

tcp::acceptor Listen(asio::io_context& io, const std::string& listen) {
  const auto address = process::ParseNetworkAddress(listen);
  if (!address) throw std::runtime_error(fmt::format("\"{}\" is not an address", listen));
  try {
    tcp::resolver resolver(io);
    const auto endpoints = resolver.resolve(address->host, std::to_string(address->port), tcp::resolver::passive);
    return tcp::acceptor(io, endpoints.begin()->endpoint());
  } catch (const boost::system::system_error& error) {
    throw std::runtime_error(fmt::format("cannot listen on {}: {}", listen, error.code().message()));
  }
}

// As much of it as the socket takes at once: a connection over the limit is not waited for.
void RefuseAsFull(tcp::socket& socket) {
  ErrorCode ignored;
  socket.non_blocking(true, ignored);
  socket.write_some(asio::buffer(kFull), ignored);
}

}  // namespace

Server::Server(const Options& options, ConnectionContext& context)
    : options_(options), context_(context), io_(options.threads), acceptor_(Listen(io_, options.listen)) {
  port_ = acceptor_.local_endpoint().port();
}

Server::~Server() {
  io_.stop();
  for (auto& thread : threads_) thread.join();
}

void Server::Start() {
  asio::co_spawn(
      io_, [this] { return Accept(); }, asio::detached);
  for (int i = 0; i < options_.threads; ++i) threads_.emplace_back([this] { io_.run(); });
}

Task<> Server::Accept() {
  for (;;) {
    ErrorCode error;
    tcp::socket socket(asio::make_strand(io_));
    co_await acceptor_.async_accept(socket, asio::redirect_error(asio::use_awaitable, error));
    if (!acceptor_.is_open()) co_return;
    if (!error) {
      Admit(std::move(socket));
      continue;
    }
    context_.log.Warning("a connection cannot be accepted", {{"error", error.message()}});
    asio::steady_timer pause(io_, kOutOfFiles);
    co_await pause.async_wait(asio::use_awaitable);
  }
}

void Server::Admit(tcp::socket socket) {
  ErrorCode ignored;
  socket.set_option(tcp::no_delay(true), ignored);
  const std::lock_guard lock(mutex_);
  if (connections_.size() >= static_cast<size_t>(options_.connection_limit)) {
    context_.traffic.ConnectionRefused();
    return RefuseAsFull(socket);
  }
  const auto connection = std::make_shared<Connection>(std::move(socket), context_);
  connections_.insert(connection);
  asio::co_spawn(
      connection->executor(), [connection] { return connection->Run(); },
      [this, connection](const std::exception_ptr&) { Forget(connection); });
}

void Server::Forget(const std::shared_ptr<Connection>& connection) {
  const std::lock_guard lock(mutex_);
  connections_.erase(connection);
  if (connections_.empty()) closed_.notify_all();
}

Server::Connections Server::Open() {
  const std::lock_guard lock(mutex_);
  return connections_;
}

bool Server::AllClosedWithin(std::chrono::milliseconds grace) {
  std::unique_lock lock(mutex_);
  return closed_.wait_for(lock, grace, [this] { return connections_.empty(); });
}

void Server::Stop(std::chrono::milliseconds grace) {
  // First, so that whoever is refused a connection knows that every answer from now on ends its own.
  context_.drain.Begin();
  asio::post(io_, [this] {
    ErrorCode ignored;
    acceptor_.close(ignored);
  });
  for (const auto& connection : Open()) connection->Retire();
  if (AllClosedWithin(grace)) return;
  context_.log.Warning("what is not done yet is cut", {{"connections", Open().size()}});
  for (const auto& connection : Open()) connection->Close();
  AllClosedWithin(kLastMoment);
}

}  // namespace voronka::gateway
