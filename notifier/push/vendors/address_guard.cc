#include "notifier/push/vendors/address_guard.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "foundation/process/configuration_error.h"

namespace voronka::notifier {
namespace {

constexpr int kVendorsPort = 443;
// Of Google, Mozilla, Microsoft and Apple. One that begins with a dot stands for all hosts that end so.
constexpr std::string_view kVendorsHosts[] = {"fcm.googleapis.com", "jmt17.google.com", ".push.services.mozilla.com",
                                              ".notify.windows.com", ".push.apple.com"};

bool Matches(std::string_view host, std::string_view vendors_host) {
  if (vendors_host.front() != '.') return host == vendors_host;
  return host.size() > vendors_host.size() && host.ends_with(vendors_host);
}

bool IsVendors(const PushUrl& url) {
  return url.secure && url.port == kVendorsPort &&
         std::ranges::any_of(kVendorsHosts, [&](std::string_view host) { return Matches(url.host, host); });
}

PushUrl ParseAllowedHost(const std::string& entry) {
  const auto url = ParsePushUrl("https://" + entry);
  if (entry.empty() || !url || entry.find_first_of("/?#@") != std::string::npos) {
    throw process::ConfigurationError(
        {fmt::format("push.web_push.allowed_hosts: \"{}\" is not a host as push.example.com:8443", entry)});
  }
  return *url;
}

}  // namespace

AddressGuard::AddressGuard(const google::protobuf::RepeatedPtrField<std::string>& allowed_hosts) {
  for (const auto& entry : allowed_hosts) allowed_.push_back(ParseAllowedHost(entry));
}

std::optional<AddressGuard::Allowed> AddressGuard::Find(const std::string& address) const {
  const auto url = ParsePushUrl(address);
  if (!url) return std::nullopt;
  if (IsNamedByOperator(*url)) return Allowed{*url, true};
  if (IsVendors(*url)) return Allowed{*url, false};
  return std::nullopt;
}

bool AddressGuard::IsNamedByOperator(const PushUrl& url) const {
  if (!url.IsConfidential()) return false;
  return std::ranges::any_of(
      allowed_, [&](const PushUrl& allowed) { return allowed.host == url.host && allowed.port == url.port; });
}

}  // namespace voronka::notifier
