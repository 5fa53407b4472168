#pragma once

#include <curl/curl.h>

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "voronka/notifier/v1/push_intent.pb.h"

namespace voronka::notifier {

// A POST.
struct HttpRequest {
  std::string url;
  // Each as `name: value`.
  std::vector<std::string> headers = {};
  std::string body = {};
  // Whether the host may be in a private network: the operator has named it.
  bool may_be_private = false;
  // PEM file of the CA that signs the host's certificate. Empty: the machine's.
  std::string ca_file = {};
};

struct HttpAnswer {
  // 0: there is none, as `failure` says.
  int status = 0;
  // Its first 16 KiB.
  std::string body = {};
  // At most a day.
  std::optional<std::chrono::microseconds> retry_after = {};
  std::string failure = {};
  // What that means.
  v1::PushIntent::Trouble trouble = v1::PushIntent::TROUBLE_UNSPECIFIED;
  // Nothing was sent, as the host is in a private network and may not be.
  bool is_private = false;
};

using HttpAnswered = std::function<void(const HttpAnswer&)>;

// A request, and who waits for its answer.
struct HttpCall {
  HttpRequest request;
  HttpAnswered answered;

  // There is no answer.
  void Fail(const std::string& failure, v1::PushIntent::Trouble trouble) const {
    answered({.failure = failure, .trouble = trouble});
  }
};

// One call under way, as a handle of libcurl. Follows no redirects; ends within ten seconds.
class HttpExchange {
 public:
  explicit HttpExchange(HttpCall call);
  ~HttpExchange();
  HttpExchange(const HttpExchange&) = delete;
  HttpExchange& operator=(const HttpExchange&) = delete;

  CURL* handle() const { return handle_; }
  // Whether the host speaks HTTP/2, once there is an answer.
  bool IsHttp2() const;

  void End(CURLcode result);
  void Fail(const std::string& failure, v1::PushIntent::Trouble trouble) const { call_.Fail(failure, trouble); }

 private:
  void Prepare();
  void SetLimits();
  curl_socket_t OpenSocket(const curl_sockaddr& address);
  bool Append(const char* data, size_t size);
  bool CountHeader(size_t size);

  const HttpCall call_;
  CURL* const handle_;
  curl_slist* headers_ = nullptr;
  HttpAnswer answer_;
  size_t header_size_ = 0;
  bool is_too_long_ = false;
};

}  // namespace voronka::notifier
