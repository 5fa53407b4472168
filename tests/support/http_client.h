#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

namespace voronka::testing {

// By name in lower case.
using HttpHeaders = std::multimap<std::string, std::string>;

struct HttpRequest {
  std::string verb = "POST";
  // With the query.
  std::string path = "/";
  HttpHeaders headers = {};
  std::string body = {};
};

struct HttpAnswer {
  int status = 0;
  HttpHeaders headers = {};
  std::string body = {};

  // The first of that name; empty: there is none.
  std::string header(const std::string& name) const;
};

// The connection has ended.
class HttpFailure : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// Nothing came in time.
class HttpTimeout : public HttpFailure {
 public:
  using HttpFailure::HttpFailure;
};

// One connection to an HTTP/1.1 server, kept alive; connects with the first request, and with the next after its end.
// Everything throws HttpFailure.
class HttpClient {
 public:
  // `address` as `127.0.0.1:7700`; `from`: which of this machine's addresses it comes from, as `127.0.0.2`.
  explicit HttpClient(std::string address, std::string from = {});
  ~HttpClient();
  HttpClient(const HttpClient&) = delete;
  HttpClient& operator=(const HttpClient&) = delete;

  // Sends it with `host` and `content-length`, and awaits the whole answer.
  HttpAnswer Ask(const HttpRequest& request);

  // The same in parts. These bytes are sent as they are.
  void Send(const HttpRequest& request);
  void SendBytes(std::string_view bytes);
  HttpAnswer ReadAnswer();

  // The answer's status and headers; then of its body what has come, as soon as something has. Empty: that was all.
  HttpAnswer ReadHead();
  std::string ReadPiece();

  // Whether the server closes the connection within the patience, whatever it says before.
  bool IsClosedWithin(std::chrono::milliseconds patience);
  void Close();

 private:
  class Connection;

  Connection& Connected();

  const std::string address_;
  const std::string from_;
  std::unique_ptr<Connection> connection_;
  // Of the answer that is awaited.
  bool has_body_ = true;
};

// Whether a gateway at this address says that it and the services behind it serve.
bool IsReady(const std::string& address);

}  // namespace voronka::testing
