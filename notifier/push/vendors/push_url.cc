#include "notifier/push/vendors/push_url.h"

#include <curl/curl.h>
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <string_view>

#include "foundation/process/network_address.h"

namespace voronka::notifier {
namespace {

constexpr int kHttpsPort = 443;
constexpr int kHttpPort = 80;

using UrlHandle = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;

// Empty: there is none.
std::string Part(const UrlHandle& url, CURLUPart part) {
  char* text = nullptr;
  if (curl_url_get(url.get(), part, &text, CURLU_DEFAULT_PORT) != CURLUE_OK) return {};
  const std::unique_ptr<char, decltype(&curl_free)> owner(text, curl_free);
  return text;
}

bool IsVisibleAscii(const std::string& text) {
  return std::ranges::all_of(text, [](char byte) { return byte > ' ' && byte <= '~'; });
}

std::string LowerCaseAscii(std::string text) {
  for (char& byte : text) {
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte - 'A' + 'a');
  }
  return text;
}

std::string_view WithoutBrackets(std::string_view host) {
  return host.starts_with('[') ? host.substr(1, host.size() - 2) : host;
}

// A name as in DNS, or an address in brackets or dots.
bool IsHost(std::string_view host) {
  if (host.starts_with('[')) return true;
  constexpr size_t kLongestLabel = 63;
  while (!host.empty()) {
    const auto label = host.substr(0, host.find('.'));
    const bool has_signs = std::ranges::all_of(
        label, [](char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '-'; });
    if (label.empty() || label.size() > kLongestLabel || !has_signs) return false;
    if (label.front() == '-' || label.back() == '-') return false;
    host.remove_prefix(label.size());
    // No dot at the end either.
    if (host == ".") return false;
    if (!host.empty()) host.remove_prefix(1);
  }
  return true;
}

}  // namespace

bool PushUrl::IsConfidential() const { return secure || process::IsLoopback(WithoutBrackets(host)); }

std::string PushUrl::Origin() const {
  const std::string origin = fmt::format("{}://{}", secure ? "https" : "http", host);
  return port == (secure ? kHttpsPort : kHttpPort) ? origin : fmt::format("{}:{}", origin, port);
}

std::optional<PushUrl> ParsePushUrl(const std::string& text) {
  if (!IsVisibleAscii(text)) return std::nullopt;
  const UrlHandle url(curl_url(), curl_url_cleanup);
  if (curl_url_set(url.get(), CURLUPART_URL, text.c_str(), CURLU_DISALLOW_USER) != CURLUE_OK) return std::nullopt;
  const std::string scheme = Part(url, CURLUPART_SCHEME);
  if (scheme != "https" && scheme != "http") return std::nullopt;
  const std::string host = LowerCaseAscii(Part(url, CURLUPART_HOST));
  // A fragment is not sent, and only hides what comes after it from who reads the address; a host in code hides itself.
  const bool hides =
      text.find('#') != std::string::npos || text.substr(0, text.find('/', 8)).find('%') != std::string::npos;
  if (hides || !IsHost(host)) return std::nullopt;
  return PushUrl{scheme == "https", host, std::stoi(Part(url, CURLUPART_PORT))};
}

}  // namespace voronka::notifier
