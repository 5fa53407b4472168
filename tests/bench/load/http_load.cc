#include "tests/bench/load/http_load.h"

#include <fmt/format.h>

// Asio 1.74 uses std::exchange without including it.
// clang-format off
#include <utility>
// clang-format on

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <memory>
#include <optional>
#include <stdexcept>

#include "foundation/process/network_address.h"

namespace voronka::bench {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using asio::ip::tcp;
using boost::system::error_code;
using std::chrono::steady_clock;

std::string Written(const std::string& method, const Call& call) {
  std::string text = fmt::format("POST {} HTTP/1.1\r\nhost: edge\r\ncontent-type: application/proto\r\n", method);
  for (const auto& [name, value] : call.metadata) text += fmt::format("{}: {}\r\n", name, value);
  return text + fmt::format("content-length: {}\r\n\r\n{}", call.request.size(), call.request);
}

void Check(const error_code& error) {
  if (error) throw std::runtime_error(error.message());
}

// Sends one call after another.
class Lane {
 public:
  Lane(int number, const Load& load, asio::io_context& io, const tcp::endpoint& server)
      : number_(number), load_(load), socket_(io) {
    socket_.connect(server);
    socket_.set_option(tcp::no_delay(true));
  }

  // `ended` receives the duration of the call.
  void Begin(const std::function<void(Lane&, std::chrono::nanoseconds)>& ended) {
    request_ = Written(load_.method, load_.next(number_));
    began_ = steady_clock::now();
    asio::async_write(socket_, asio::buffer(request_), [](const error_code& error, size_t) { Check(error); });
    response_.emplace();
    http::async_read(socket_, buffer_, *response_, [this, &ended](const error_code& error, size_t) {
      Check(error);
      const auto took = steady_clock::now() - began_;
      if (response_->result() != http::status::ok) throw std::runtime_error(load_.method + ": " + response_->body());
      ended(*this, took);
    });
  }

 private:
  const int number_;
  const Load& load_;
  tcp::socket socket_;
  beast::flat_buffer buffer_;
  std::string request_;
  std::optional<http::response<http::string_body>> response_;
  steady_clock::time_point began_;
};

tcp::endpoint EndpointOf(const std::string& address) {
  const auto parsed = process::ParseNetworkAddress(address).value();
  return {asio::ip::make_address(parsed.host), static_cast<uint16_t>(parsed.port)};
}

}  // namespace

Throughput RunByHttp(const std::string& address, const Load& load, const Pace& pace, const std::function<void()>& began,
                     const std::function<void()>& ended) {
  asio::io_context io(1);
  std::vector<std::unique_ptr<Lane>> lanes;
  for (int i = 0; i < pace.in_flight; ++i) {
    lanes.push_back(std::make_unique<Lane>(i, load, io, EndpointOf(address)));
  }
  Throughput throughput;
  bool goes_on = true;
  std::function<void(Lane&, std::chrono::nanoseconds)> next = [&](Lane& lane, std::chrono::nanoseconds took) {
    throughput.took.push_back(took);
    if (goes_on) lane.Begin(next);
  };
  for (const auto& lane : lanes) lane->Begin(next);
  io.run_for(pace.warm_up);

  throughput.took.clear();
  began();
  const auto begin = steady_clock::now();
  io.run_for(pace.measured);
  throughput.lasted = steady_clock::now() - begin;
  ended();
  const auto measured = throughput.took;
  goes_on = false;
  io.run();
  throughput.took = measured;
  return throughput;
}

}  // namespace voronka::bench
