#include "gateway/http/client_address.h"

#include <fmt/format.h>

#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/network_v6.hpp>
#include <charconv>
#include <optional>
#include <stdexcept>

namespace voronka::gateway {
namespace {

constexpr int kBitsOfV6 = 128;
constexpr int kBitsOfV4 = 32;
constexpr int kBitsOfSubscriber = 64;
constexpr int kBitsOfByte = 8;

// Addresses of both kinds, compared as one. Asio reads no further than a NUL, and takes any text for a zone (`%eth0`).
std::optional<asio::ip::address_v6> AsV6(std::string_view text) {
  if (text.find_first_not_of("0123456789abcdefABCDEF.:") != std::string_view::npos) return std::nullopt;
  ErrorCode error;
  const auto address = asio::ip::make_address(std::string(text), error);
  if (error) return std::nullopt;
  return address.is_v4() ? asio::ip::make_address_v6(asio::ip::v4_mapped, address.to_v4()) : address.to_v6();
}

bool SharePrefix(const asio::ip::address_v6& one, const asio::ip::address_v6& other, int bits) {
  const auto left = one.to_bytes();
  const auto right = other.to_bytes();
  for (int bit = 0; bit < bits; ++bit) {
    const int mask = 1 << (kBitsOfByte - 1 - bit % kBitsOfByte);
    if ((left[bit / kBitsOfByte] & mask) != (right[bit / kBitsOfByte] & mask)) return false;
  }
  return true;
}

std::string_view Trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

// The last item of a list is what the nearest proxy has added.
std::string_view CutLast(std::string_view& list) {
  const size_t comma = list.rfind(',');
  const std::string_view last = comma == std::string_view::npos ? list : list.substr(comma + 1);
  list = comma == std::string_view::npos ? std::string_view() : list.substr(0, comma);
  return Trimmed(last);
}

}  // namespace

TrustedProxies::TrustedProxies(const std::vector<std::string>& networks) {
  std::string mistakes;
  for (const auto& text : networks) {
    Network network;
    if (Parse(text, network)) {
      networks_.push_back(network);
    } else {
      mistakes += fmt::format("{}trusted_proxies: \"{}\" is neither an address nor a network as 10.0.0.0/8",
                              mistakes.empty() ? "" : "\n", text);
    }
  }
  if (!mistakes.empty()) throw std::invalid_argument(mistakes);
}

bool TrustedProxies::Parse(std::string_view text, Network& network) {
  const size_t slash = text.find('/');
  const auto address = AsV6(text.substr(0, slash));
  if (!address) return false;
  network = {*address, kBitsOfV6};
  if (slash == std::string_view::npos) return true;
  const int most = address->is_v4_mapped() ? kBitsOfV4 : kBitsOfV6;
  const std::string_view digits = text.substr(slash + 1);
  int prefix = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), prefix);
  if (error != std::errc() || end != digits.data() + digits.size() || prefix < 0 || prefix > most) return false;
  network.prefix = kBitsOfV6 - most + prefix;
  return true;
}

bool TrustedProxies::IsTrusted(std::string_view address) const {
  const auto parsed = AsV6(address);
  if (!parsed) return false;
  for (const auto& network : networks_) {
    if (SharePrefix(*parsed, network.first, network.prefix)) return true;
  }
  return false;
}

Client TrustedProxies::ClientOf(const std::string& peer, const Request& request) const {
  Client client{.address = peer, .secure = false};
  if (!IsTrusted(peer)) return client;
  client.secure = HeaderOf(request, "x-forwarded-proto") == "https";
  std::string_view list = HeaderOf(request, "x-forwarded-for");
  while (!list.empty() && IsTrusted(client.address)) {
    const std::string_view named = CutLast(list);
    if (!AsV6(named)) break;
    client.address = named;
  }
  return client;
}

std::string SubscriberOf(const std::string& address) {
  const auto parsed = AsV6(address);
  if (!parsed || parsed->is_v4_mapped()) return address;
  return asio::ip::make_network_v6(*parsed, kBitsOfSubscriber).canonical().to_string();
}

}  // namespace voronka::gateway
