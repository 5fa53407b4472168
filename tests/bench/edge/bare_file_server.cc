#include "tests/bench/edge/bare_file_server.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/sendfile.h>
#include <sys/socket.h>
#include <unistd.h>

#include <boost/asio/buffer.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <cstdint>
#include <stdexcept>

#include "foundation/process/network_address.h"
#include "tests/support/free_port.h"

namespace voronka::bench {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using asio::ip::tcp;
using boost::system::error_code;

tcp::endpoint EndpointAt(const std::string& address) {
  const auto parsed = process::ParseNetworkAddress(address).value();
  return {asio::ip::make_address(parsed.host), static_cast<uint16_t>(parsed.port)};
}

int Opened(const std::string& file) {
  const int descriptor = open(file.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (descriptor < 0) throw std::runtime_error("cannot write " + file);
  return descriptor;
}

void SendHead(tcp::socket& socket, int64_t size, error_code& error) {
  asio::write(socket, asio::buffer(fmt::format("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n", size)), error);
}

}  // namespace

BareFileServer::BareFileServer(const std::filesystem::path& file)
    : file_(file.string()),
      descriptor_(Opened(file_)),
      address_(testing::FreeAddress()),
      acceptor_(io_, EndpointAt(address_)),
      thread_([this] { Accept(); }) {}

BareFileServer::~BareFileServer() {
  // Ends the wait for another connection.
  shutdown(acceptor_.native_handle(), SHUT_RDWR);
  thread_.join();
  close(descriptor_);
}

void BareFileServer::Accept() {
  for (;;) {
    tcp::socket socket(io_);
    error_code error;
    acceptor_.accept(socket, error);
    if (error) return;
    Serve(std::move(socket));
  }
}

void BareFileServer::Serve(tcp::socket socket) const {
  socket.set_option(tcp::no_delay(true));
  beast::flat_buffer buffer;
  for (error_code error; !error;) {
    http::request<http::string_body> request;
    http::read(socket, buffer, request, error);
    if (error) return;
    if (request.method() == http::verb::get) {
      SendAll(socket, error);
    } else {
      Append(request.body());
      SendHead(socket, 0, error);
    }
  }
}

void BareFileServer::SendAll(tcp::socket& socket, error_code& error) const {
  const auto size = lseek(descriptor_, 0, SEEK_END);
  SendHead(socket, size, error);
  off_t sent = 0;
  while (!error && sent < size) {
    const auto piece = sendfile(socket.native_handle(), descriptor_, &sent, static_cast<size_t>(size - sent));
    if (piece <= 0) error = asio::error::broken_pipe;
  }
}

void BareFileServer::Append(const std::string& part) const {
  const bool is_kept =
      write(descriptor_, part.data(), part.size()) == static_cast<ssize_t>(part.size()) && fdatasync(descriptor_) == 0;
  if (!is_kept) throw std::runtime_error("cannot write " + file_);
}

}  // namespace voronka::bench
