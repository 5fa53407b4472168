#include "notifier/push/vendors/http_exchange.h"

#include <netinet/in.h>
#include <netinet/tcp.h>

#include <algorithm>
#include <new>
#include <utility>

#include "notifier/push/vendors/public_address.h"

namespace voronka::notifier {
namespace {

constexpr size_t kLongestBody = 16 * 1024;
constexpr size_t kLongestHeaders = 16 * 1024;
constexpr long kTimeoutMillis = 10'000;
// A connection whose other end has vanished without a word: nothing more is sent there.
constexpr unsigned kLongestSilenceMillis = 10'000;
// After that, a host that has moved is found at its new address.
constexpr long kConnectionLifeSeconds = 600;
constexpr std::chrono::seconds kLongestRetryAfter = std::chrono::hours(24);

CURL* NewHandle() {
  CURL* const handle = curl_easy_init();
  if (handle == nullptr) throw std::bad_alloc();
  return handle;
}

int NewSocket(const curl_sockaddr& address) {
  const int descriptor = socket(address.family, address.socktype | SOCK_CLOEXEC, address.protocol);
  setsockopt(descriptor, IPPROTO_TCP, TCP_USER_TIMEOUT, &kLongestSilenceMillis, sizeof kLongestSilenceMillis);
  return descriptor;
}

std::optional<std::chrono::microseconds> RetryAfter(CURL* handle) {
  curl_off_t seconds = 0;
  curl_easy_getinfo(handle, CURLINFO_RETRY_AFTER, &seconds);
  if (seconds <= 0) return std::nullopt;
  return std::min(std::chrono::seconds(std::min<curl_off_t>(seconds, kLongestRetryAfter.count())), kLongestRetryAfter);
}

v1::PushIntent::Trouble TroubleOf(CURLcode failure) {
  switch (failure) {
    case CURLE_OPERATION_TIMEDOUT:
      return v1::PushIntent::TROUBLE_TIMEOUT;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_INVALIDCERTSTATUS:
      return v1::PushIntent::TROUBLE_TLS;
    default:
      return v1::PushIntent::TROUBLE_UNREACHABLE;
  }
}

}  // namespace

HttpExchange::HttpExchange(HttpCall call) : call_(std::move(call)), handle_(NewHandle()) {
  Prepare();
  SetLimits();
}

HttpExchange::~HttpExchange() {
  curl_easy_cleanup(handle_);
  curl_slist_free_all(headers_);
}

void HttpExchange::Prepare() {
  const HttpRequest& request = call_.request;
  for (const auto& header : request.headers) headers_ = curl_slist_append(headers_, header.c_str());
  curl_easy_setopt(handle_, CURLOPT_URL, request.url.c_str());
  curl_easy_setopt(handle_, CURLOPT_HTTPHEADER, headers_);
  curl_easy_setopt(handle_, CURLOPT_POSTFIELDS, request.body.data());
  curl_easy_setopt(handle_, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
  curl_easy_setopt(handle_, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_2TLS));
  // Rather than open a connection for each request, wait for the first one to say whether it carries many. In clear
  // text only its answer would.
  curl_easy_setopt(handle_, CURLOPT_PIPEWAIT, request.url.starts_with("https:") ? 1L : 0L);
  if (!request.ca_file.empty()) curl_easy_setopt(handle_, CURLOPT_CAINFO, request.ca_file.c_str());
  curl_easy_setopt(handle_, CURLOPT_WRITEDATA, this);
  curl_easy_setopt(
      handle_, CURLOPT_WRITEFUNCTION, +[](const char* data, size_t, size_t size, HttpExchange* exchange) {
        return exchange->Append(data, size) ? size : 0;
      });
  curl_easy_setopt(handle_, CURLOPT_HEADERDATA, this);
  curl_easy_setopt(
      handle_, CURLOPT_HEADERFUNCTION,
      +[](const char*, size_t, size_t size, HttpExchange* exchange) { return exchange->CountHeader(size) ? size : 0; });
  curl_easy_setopt(handle_, CURLOPT_OPENSOCKETDATA, this);
  curl_easy_setopt(
      handle_, CURLOPT_OPENSOCKETFUNCTION,
      +[](HttpExchange* exchange, curlsocktype, curl_sockaddr* address) { return exchange->OpenSocket(*address); });
}

void HttpExchange::SetLimits() {
  curl_easy_setopt(handle_, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(handle_, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  curl_easy_setopt(handle_, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(handle_, CURLOPT_TIMEOUT_MS, kTimeoutMillis);
  curl_easy_setopt(handle_, CURLOPT_MAXLIFETIME_CONN, kConnectionLifeSeconds);
  // No proxy, whatever the environment says: it would connect to addresses that nobody has checked.
  curl_easy_setopt(handle_, CURLOPT_PROXY, "");
  // A signal that ends a look-up would hit any thread.
  curl_easy_setopt(handle_, CURLOPT_NOSIGNAL, 1L);
  // Else the end of a request whose name is still looked up waits for that, and with it all others.
  curl_easy_setopt(handle_, CURLOPT_QUICK_EXIT, 1L);
}

bool HttpExchange::IsHttp2() const {
  long version = 0;
  curl_easy_getinfo(handle_, CURLINFO_HTTP_VERSION, &version);
  return version == CURL_HTTP_VERSION_2_0;
}

curl_socket_t HttpExchange::OpenSocket(const curl_sockaddr& address) {
  if (call_.request.may_be_private || IsPublicAddress(address.addr)) return NewSocket(address);
  answer_.is_private = true;
  return CURL_SOCKET_BAD;
}

bool HttpExchange::Append(const char* data, size_t size) {
  answer_.body.append(data, std::min(size, kLongestBody - answer_.body.size()));
  is_too_long_ = answer_.body.size() == kLongestBody;
  return !is_too_long_;
}

bool HttpExchange::CountHeader(size_t size) {
  header_size_ += size;
  return header_size_ <= kLongestHeaders;
}

void HttpExchange::End(CURLcode result) {
  if (result == CURLE_OK || is_too_long_) {
    long status = 0;
    curl_easy_getinfo(handle_, CURLINFO_RESPONSE_CODE, &status);
    answer_.status = static_cast<int>(status);
    answer_.retry_after = RetryAfter(handle_);
    answer_.is_private = false;
  } else {
    answer_.failure = curl_easy_strerror(result);
    answer_.trouble = TroubleOf(result);
  }
  call_.answered(answer_);
}

}  // namespace voronka::notifier
