#include "crm_service/intake/submissions/site_origin.h"

#include <unicode/bytestream.h>
#include <unicode/idna.h>

#include <memory>

namespace voronka::crm {
namespace {

constexpr std::string_view kSchemeSeparator = "://";

std::string InAscii(const std::string& host) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::IDNA> names(
      icu::IDNA::createUTS46Instance(UIDNA_NONTRANSITIONAL_TO_ASCII | UIDNA_CHECK_BIDI, status));
  if (U_FAILURE(status) != 0) return host;
  std::string ascii;
  icu::StringByteSink<std::string> sink(&ascii);
  icu::IDNAInfo info;
  names->nameToASCII_UTF8(host, sink, info, status);
  return U_FAILURE(status) != 0 || info.hasErrors() != 0 ? host : ascii;
}

}  // namespace

std::string ComparedOrigin(const std::string& origin) {
  const size_t scheme_end = origin.find(kSchemeSeparator);
  if (scheme_end == std::string::npos) return origin;
  const std::string scheme = origin.substr(0, scheme_end);
  const std::string authority = origin.substr(scheme_end + kSchemeSeparator.size());
  // In an IPv6 address the port, if any, comes after the bracket.
  const size_t colon = authority.find(':', authority.starts_with('[') ? authority.find(']') : 0);
  const std::string host = authority.substr(0, colon);
  std::string port = colon == std::string::npos ? "" : authority.substr(colon);
  if (port == (scheme == "https" ? ":443" : ":80")) port.clear();
  return scheme + std::string(kSchemeSeparator) + InAscii(host) + port;
}

}  // namespace voronka::crm
