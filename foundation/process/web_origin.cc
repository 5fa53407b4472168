#include "foundation/process/web_origin.h"

#include "foundation/process/network_address.h"

namespace voronka::process {
namespace {

constexpr std::string_view kSecure = "https://";
constexpr std::string_view kPlain = "http://";

bool NamesAPort(std::string_view authority) {
  const size_t colon = authority.rfind(':');
  return colon != std::string_view::npos && authority.find(']', colon) == std::string_view::npos;
}

}  // namespace

std::optional<WebOrigin> ParseWebOrigin(std::string_view text) {
  const bool secure = text.starts_with(kSecure);
  if (!secure && !text.starts_with(kPlain)) return std::nullopt;
  std::string authority(text.substr(secure ? kSecure.size() : kPlain.size()));
  if (authority.find_first_of("/?#@ ") != std::string::npos) return std::nullopt;
  if (!NamesAPort(authority)) authority += secure ? ":443" : ":80";
  const auto address = ParseNetworkAddress(authority);
  if (!address) return std::nullopt;
  return WebOrigin{secure, address->host};
}

}  // namespace voronka::process
