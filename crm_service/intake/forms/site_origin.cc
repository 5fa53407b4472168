#include "crm_service/intake/forms/site_origin.h"

#include <unicode/bytestream.h>
#include <unicode/idna.h>

#include <algorithm>
#include <charconv>
#include <memory>
#include <string_view>

#include "crm_service/intake/forms/form_fields.h"

namespace voronka::crm {
namespace {

constexpr std::string_view kHttp = "http://";
constexpr std::string_view kHttps = "https://";
constexpr std::string_view kAuthority = "://";

// Host and port.
struct Authority {
  std::string_view host;
  // Nothing: none is written.
  std::optional<std::string_view> port;
};

Authority Split(std::string_view text) {
  // In an IPv6 address the port, if any, comes after the bracket.
  const size_t bracket = text.starts_with('[') ? text.find(']') : 0;
  const size_t colon = bracket == std::string_view::npos ? bracket : text.find(':', bracket);
  if (colon == std::string_view::npos) return {.host = text, .port = std::nullopt};
  return {.host = text.substr(0, colon), .port = text.substr(colon + 1)};
}

// Empty: no site can have this name.
std::string InAscii(std::string_view host) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::IDNA> names(
      icu::IDNA::createUTS46Instance(UIDNA_NONTRANSITIONAL_TO_ASCII | UIDNA_CHECK_BIDI, status));
  if (U_FAILURE(status) != 0) return "";
  std::string ascii;
  icu::StringByteSink<std::string> sink(&ascii);
  icu::IDNAInfo info;
  names->nameToASCII_UTF8({host.data(), static_cast<int32_t>(host.size())}, sink, info, status);
  // Browsers take names with hyphens where the standard wants none.
  constexpr uint32_t kTolerated = UIDNA_ERROR_LEADING_HYPHEN | UIDNA_ERROR_TRAILING_HYPHEN | UIDNA_ERROR_HYPHEN_3_4;
  return U_FAILURE(status) != 0 || (info.getErrors() & ~kTolerated) != 0 ? "" : ascii;
}

// Empty: it is neither a name nor an address.
std::string NormalHost(std::string_view host) {
  constexpr std::string_view kInName = "abcdefghijklmnopqrstuvwxyz0123456789-._";
  constexpr std::string_view kInAddress = "0123456789abcdef:.";
  if (!host.starts_with('[')) {
    std::string name = InAscii(host);
    return name.find_first_not_of(kInName) == std::string::npos ? name : "";
  }
  std::string address = Folded(std::string(host));
  const bool is_one =
      address.size() > 3 && address.ends_with(']') &&
      std::string_view(address).substr(1, address.size() - 2).find_first_not_of(kInAddress) == std::string_view::npos;
  return is_one ? address : "";
}

std::optional<uint16_t> PortOf(std::string_view text) {
  uint16_t port = 0;
  const char* end = text.data() + text.size();
  const auto [last, error] = std::from_chars(text.data(), end, port);
  return error == std::errc() && last == end && port != 0 ? std::optional(port) : std::nullopt;
}

}  // namespace

std::optional<std::string> SiteOrigin(const std::string& text) {
  const std::string folded = Folded(text);
  std::string_view rest = folded;
  const auto scheme = rest.starts_with(kHttps) ? kHttps : kHttp;
  if (!rest.starts_with(scheme)) return std::nullopt;
  rest.remove_prefix(scheme.size());
  // As copied from a browser.
  if (rest.ends_with('/')) rest.remove_suffix(1);
  const Authority authority = Split(rest);
  const std::string host = NormalHost(authority.host);
  const uint16_t usual_port = scheme == kHttps ? 443 : 80;
  const auto port = authority.port ? PortOf(*authority.port) : usual_port;
  if (host.empty() || !port) return std::nullopt;
  return std::string(scheme) + host + (*port == usual_port ? "" : ":" + std::to_string(*port));
}

std::string WithAsciiHost(const std::string& url) {
  const size_t scheme = url.find(kAuthority);
  if (scheme == std::string::npos) return url;
  const size_t begin = scheme + kAuthority.size();
  const size_t end = std::min(url.find_first_of("/?#", begin), url.size());
  const std::string_view authority = std::string_view(url).substr(begin, end - begin);
  const size_t user = authority.rfind('@');
  const auto host = Split(user == std::string_view::npos ? authority : authority.substr(user + 1)).host;
  const bool is_ascii = std::ranges::all_of(host, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  const std::string ascii = is_ascii ? "" : InAscii(host);
  if (ascii.empty()) return url;
  std::string written = url;
  return written.replace(static_cast<size_t>(host.data() - url.data()), host.size(), ascii);
}

}  // namespace voronka::crm
