#pragma once

// Asio 1.74 uses std::exchange without including it.
// clang-format off
#include <utility>
// clang-format on

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <filesystem>
#include <string>
#include <thread>

namespace voronka::bench {

// What a file costs at the least: an HTTP server that appends what is posted to a file, on the disk before it answers,
// and sends the file to whoever gets it. One connection at a time; the client closes it before the server goes.
class BareFileServer {
 public:
  explicit BareFileServer(const std::filesystem::path& file);
  ~BareFileServer();
  BareFileServer(const BareFileServer&) = delete;
  BareFileServer& operator=(const BareFileServer&) = delete;

  const std::string& address() const { return address_; }

 private:
  void Accept();
  void Serve(boost::asio::ip::tcp::socket socket) const;
  void Append(const std::string& part) const;
  void SendAll(boost::asio::ip::tcp::socket& socket, boost::system::error_code& error) const;

  const std::string file_;
  const int descriptor_;
  const std::string address_;
  boost::asio::io_context io_{1};
  boost::asio::ip::tcp::acceptor acceptor_;
  std::thread thread_;
};

}  // namespace voronka::bench
