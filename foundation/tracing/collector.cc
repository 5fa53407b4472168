#include "foundation/tracing/collector.h"

#include <curl/curl.h>
#include <fmt/format.h>

#include <mutex>
#include <stdexcept>
#include <utility>

namespace voronka::tracing {
namespace {

constexpr long kTimeoutMillis = 3'000;
constexpr long kFirstOk = 200;
constexpr long kLastOk = 299;

size_t Ignore(const char*, size_t size, size_t count, void*) { return size * count; }

CURL* NewHandle() {
  static std::once_flag once;
  std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
  CURL* handle = curl_easy_init();
  if (handle == nullptr) throw std::runtime_error("libcurl cannot be used");
  return handle;
}

}  // namespace

struct Collector::Connection {
  ~Connection() {
    curl_easy_cleanup(handle);
    curl_slist_free_all(headers);
  }

  CURL* const handle = NewHandle();
  curl_slist* const headers = curl_slist_append(nullptr, "content-type: application/json");
};

Collector::Collector(std::string endpoint)
    : endpoint_(std::move(endpoint)), connection_(std::make_unique<Connection>()) {
  CURL* handle = connection_->handle;
  curl_easy_setopt(handle, CURLOPT_URL, endpoint_.c_str());
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(handle, CURLOPT_HTTPHEADER, connection_->headers);
  curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, kTimeoutMillis);
  curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, Ignore);
  // A signal that ends a look-up would hit any thread.
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  // As for other calls of the services: no proxy, whatever the environment says.
  curl_easy_setopt(handle, CURLOPT_PROXY, "");
}

Collector::~Collector() = default;

std::string Collector::Post(const std::string& json) {
  CURL* handle = connection_->handle;
  curl_easy_setopt(handle, CURLOPT_POSTFIELDS, json.data());
  curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(json.size()));
  if (const CURLcode code = curl_easy_perform(handle); code != CURLE_OK) return curl_easy_strerror(code);
  long status = 0;
  curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
  return status >= kFirstOk && status <= kLastOk ? "" : fmt::format("status {}", status);
}

}  // namespace voronka::tracing
