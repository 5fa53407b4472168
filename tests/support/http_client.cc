#include "tests/support/http_client.h"

// Asio 1.74 uses std::exchange without including it.
// clang-format off
#include <utility>
// clang-format on

#include <fmt/format.h>

#include <algorithm>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <cctype>
#include <optional>

#include "foundation/process/network_address.h"

namespace voronka::testing {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using asio::ip::tcp;
using boost::system::error_code;
using namespace std::chrono_literals;

constexpr auto kPatience = 60s;
constexpr uint64_t kLargestBody = 1ULL << 30;

std::string LowerCase(boost::string_view text) {
  std::string lower(text.data(), text.size());
  std::ranges::transform(lower, lower.begin(), [](unsigned char letter) { return std::tolower(letter); });
  return lower;
}

std::string Written(const HttpRequest& request, const std::string& host) {
  std::string text = fmt::format("{} {} HTTP/1.1\r\n", request.verb, request.path);
  if (!request.headers.contains("host")) text += fmt::format("host: {}\r\n", host);
  for (const auto& [name, value] : request.headers) text += fmt::format("{}: {}\r\n", name, value);
  return text + fmt::format("content-length: {}\r\n\r\n{}", request.body.size(), request.body);
}

tcp::endpoint Endpoint(const std::string& address) {
  const auto parsed = process::ParseNetworkAddress(address);
  return {asio::ip::make_address(parsed.value().host), static_cast<uint16_t>(parsed->port)};
}

}  // namespace

class HttpClient::Connection {
 public:
  Connection(const std::string& address, const std::string& from) {
    if (!from.empty()) {
      stream_.socket().open(tcp::v4());
      stream_.socket().bind({asio::ip::make_address(from), 0});
    }
    Await(kPatience, [&](auto done) { stream_.async_connect(Endpoint(address), [=](error_code e) { done(e); }); });
    stream_.socket().set_option(tcp::no_delay(true));
  }

  void Send(std::string_view bytes) {
    Await(kPatience, [&](auto done) {
      asio::async_write(stream_, asio::buffer(bytes), [=](error_code error, size_t) { done(error); });
    });
  }

  HttpAnswer ReadHead(bool has_body) {
    parser_.emplace();
    parser_->body_limit(kLargestBody);
    parser_->skip(!has_body);
    Await(kPatience, [&](auto done) {
      http::async_read_header(stream_, buffer_, *parser_, [=](error_code error, size_t) { done(error); });
    });
    HttpAnswer answer{.status = static_cast<int>(parser_->get().result_int())};
    for (const auto& field : parser_->get()) {
      answer.headers.emplace(LowerCase(field.name_string()), std::string(field.value()));
    }
    return answer;
  }

  std::string ReadPiece() {
    while (!parser_->is_done() && parser_->get().body().empty()) {
      Await(kPatience, [&](auto done) {
        http::async_read_some(stream_, buffer_, *parser_, [=](error_code error, size_t) { done(error); });
      });
    }
    return std::exchange(parser_->get().body(), {});
  }

  // Reads and discards.
  void ReadOn(std::chrono::milliseconds patience) {
    std::string forgotten(4096, '\0');
    Await(patience, [&](auto done) {
      stream_.async_read_some(asio::buffer(forgotten), [=](error_code error, size_t) { done(error); });
    });
  }

  bool is_kept() const { return !parser_ || parser_->keep_alive(); }

 private:
  template <class Start>
  void Await(std::chrono::milliseconds patience, Start start) {
    error_code failure;
    stream_.expires_after(patience);
    start([&](error_code error) { failure = error; });
    io_.restart();
    io_.run();
    if (failure == beast::error::timeout) throw HttpTimeout("nothing came in time");
    if (failure) throw HttpFailure(failure.message());
  }

  asio::io_context io_{1};
  beast::tcp_stream stream_{io_};
  beast::flat_buffer buffer_;
  std::optional<http::response_parser<http::string_body>> parser_;
};

std::string HttpAnswer::header(const std::string& name) const {
  const auto found = headers.find(name);
  return found == headers.end() ? "" : found->second;
}

HttpClient::HttpClient(std::string address, std::string from) : address_(std::move(address)), from_(std::move(from)) {}

HttpClient::~HttpClient() = default;

HttpClient::Connection& HttpClient::Connected() {
  if (!connection_) connection_ = std::make_unique<Connection>(address_, from_);
  return *connection_;
}

HttpAnswer HttpClient::Ask(const HttpRequest& request) {
  try {
    Send(request);
    return ReadAnswer();
  } catch (const HttpFailure&) {
    Close();
    throw;
  }
}

void HttpClient::Send(const HttpRequest& request) {
  if (connection_ && !connection_->is_kept()) Close();
  has_body_ = request.verb != "HEAD";
  SendBytes(Written(request, address_));
}

void HttpClient::SendBytes(std::string_view bytes) { Connected().Send(bytes); }

HttpAnswer HttpClient::ReadAnswer() {
  HttpAnswer answer = ReadHead();
  for (std::string piece = ReadPiece(); !piece.empty(); piece = ReadPiece()) answer.body += piece;
  return answer;
}

HttpAnswer HttpClient::ReadHead() { return Connected().ReadHead(has_body_); }

std::string HttpClient::ReadPiece() { return Connected().ReadPiece(); }

bool HttpClient::IsClosedWithin(std::chrono::milliseconds patience) {
  const auto give_up = std::chrono::steady_clock::now() + patience;
  try {
    while (std::chrono::steady_clock::now() < give_up) Connected().ReadOn(patience);
    return false;
  } catch (const HttpTimeout&) {
    return false;
  } catch (const HttpFailure&) {
    Close();
    return true;
  }
}

void HttpClient::Close() { connection_.reset(); }

bool IsReady(const std::string& address) {
  try {
    return HttpClient(address).Ask({.verb = "GET", .path = "/readyz"}).status == 200;
  } catch (const std::exception&) {
    return false;
  }
}

}  // namespace voronka::testing
