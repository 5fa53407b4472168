#include "foundation/process/client_address.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/in.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <stdexcept>

#include "foundation/wire/trimmed.h"

namespace voronka::process {
namespace {

using Bytes = std::array<uint8_t, 16>;

constexpr int kBitsOfV6 = 128;
constexpr int kBitsOfV4 = 32;
constexpr int kBitsOfByte = 8;
constexpr size_t kBytesOfSubscriber = 8;
constexpr Bytes kV4Mapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
constexpr size_t kBytesBeforeV4 = 12;

// Addresses of both kinds in one form, so that they compare. The C library would stop reading at a NUL.
std::optional<Bytes> BytesOf(std::string_view text) {
  if (text.find('\0') != std::string_view::npos) return std::nullopt;
  const std::string address(text);
  Bytes bytes = kV4Mapped;
  if (inet_pton(AF_INET, address.c_str(), bytes.data() + kBytesBeforeV4) == 1) return bytes;
  if (inet_pton(AF_INET6, address.c_str(), bytes.data()) == 1) return bytes;
  return std::nullopt;
}

bool IsV4(const Bytes& bytes) { return std::equal(bytes.begin(), bytes.begin() + kBytesBeforeV4, kV4Mapped.begin()); }

bool SharePrefix(const Bytes& left, const Bytes& right, int bits) {
  for (int bit = 0; bit < bits; ++bit) {
    const int mask = 1 << (kBitsOfByte - 1 - bit % kBitsOfByte);
    if ((left[bit / kBitsOfByte] & mask) != (right[bit / kBitsOfByte] & mask)) return false;
  }
  return true;
}

// The last item of the list is the one that the nearest proxy has added.
std::string_view CutLast(std::string_view& list) {
  const size_t comma = list.rfind(',');
  const std::string_view last = comma == std::string_view::npos ? list : list.substr(comma + 1);
  list = comma == std::string_view::npos ? std::string_view() : list.substr(0, comma);
  return wire::Trimmed(last);
}

}  // namespace

Networks::Networks(const std::vector<std::string>& networks, std::string_view option) {
  std::string mistakes;
  for (const auto& text : networks) {
    Network network;
    if (Parse(text, network)) {
      networks_.push_back(network);
    } else {
      mistakes += fmt::format("{}{}: \"{}\" is neither an address nor a network as 10.0.0.0/8",
                              mistakes.empty() ? "" : "\n", option, text);
    }
  }
  if (!mistakes.empty()) throw std::invalid_argument(mistakes);
}

bool Networks::Parse(std::string_view text, Network& network) {
  const size_t slash = text.find('/');
  const auto address = BytesOf(text.substr(0, slash));
  if (!address) return false;
  network = {*address, kBitsOfV6};
  if (slash == std::string_view::npos) return true;
  const int most = IsV4(*address) ? kBitsOfV4 : kBitsOfV6;
  const std::string_view digits = text.substr(slash + 1);
  int prefix = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), prefix);
  if (error != std::errc() || end != digits.data() + digits.size() || prefix < 0 || prefix > most) return false;
  network.prefix = kBitsOfV6 - most + prefix;
  return true;
}

bool Networks::Contain(std::string_view address) const {
  const auto bytes = BytesOf(address);
  return bytes && std::ranges::any_of(networks_, [&](const Network& network) {
           return SharePrefix(*bytes, network.first, network.prefix);
         });
}

std::string TrustedProxies::ClientOf(const std::string& peer, std::string_view forwarded_for) const {
  std::string client = peer;
  while (!forwarded_for.empty() && IsTrusted(client)) {
    const std::string_view named = CutLast(forwarded_for);
    if (!IsAddress(named)) break;
    client = named;
  }
  return client;
}

bool IsAddress(std::string_view text) { return BytesOf(text).has_value(); }

std::string SubscriberOf(const std::string& address) {
  auto bytes = BytesOf(address);
  if (!bytes || IsV4(*bytes)) return address;
  std::fill(bytes->begin() + kBytesOfSubscriber, bytes->end(), 0);
  std::array<char, INET6_ADDRSTRLEN> text;
  return fmt::format("{}/64", inet_ntop(AF_INET6, bytes->data(), text.data(), text.size()));
}

}  // namespace voronka::process
