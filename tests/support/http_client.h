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
  // Includes the query.
  std::string path = "/";
  HttpHeaders headers = {};
  std::string body = {};
};

struct HttpAnswer {
  int status = 0;
  HttpHeaders headers = {};
  std::string body = {};

  // The first with that name; empty if there is none.
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
  // `address` is for example `127.0.0.1:7700`; `from` is the machine's address that it comes from, for example
  // `127.0.0.2`.
  explicit HttpClient(std::string address, std::string from = {});
  ~HttpClient();
  HttpClient(const HttpClient&) = delete;
  HttpClient& operator=(const HttpClient&) = delete;

  // Adds `host` and `content-length`, and waits for the whole answer.
  HttpAnswer Ask(const HttpRequest& request);

  // The same in steps. The bytes are sent unchanged.
  void Send(const HttpRequest& request);
  void SendBytes(std::string_view bytes);
  HttpAnswer ReadAnswer();

  // Reads the answer's status and headers, then whatever has arrived of its body, as soon as something has. Empty: the
  // end.
  HttpAnswer ReadHead();
  std::string ReadPiece();

  // Whether the server closes the connection within the patience, whatever it sends before.
  bool IsClosedWithin(std::chrono::milliseconds patience);
  void Close();

 private:
  class Connection;

  Connection& Connected();

  const std::string address_;
  const std::string from_;
  std::unique_ptr<Connection> connection_;
  // The answer in progress.
  bool has_body_ = true;
};

// Whether a gateway at this address reports that it and the services behind it serve.
bool IsReady(const std::string& address);

}  // namespace voronka::testing
