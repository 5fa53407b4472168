#include "notifier/push/vendors/address_guard.h"
#include "tests/fuzz/target.h"

namespace voronka::fuzz {
namespace {

using notifier::AddressGuard;

AddressGuard Guard(const std::string& allowed_host) {
  google::protobuf::RepeatedPtrField<std::string> hosts;
  *hosts.Add() = allowed_host;
  return AddressGuard(hosts);
}

bool IsVendors(const std::string& host) {
  return host == "fcm.googleapis.com" || host == "jmt17.google.com" || host.ends_with(".push.services.mozilla.com") ||
         host.ends_with(".notify.windows.com") || host.ends_with(".push.apple.com");
}

}  // namespace

void Check(const std::string& input) {
  static const AddressGuard guard = Guard("push.example.com:8443");
  const auto found = guard.Find(input);
  if (!found) return;
  const auto& url = found->url;
  Require(url.secure, "only this machine is spoken to in clear text");
  if (found->may_be_private) {
    Require(url.host == "push.example.com" && url.port == 8443, "the operator has named the host");
  } else {
    Require(url.port == 443 && IsVendors(url.host), "the host is a vendor's");
  }
  const auto again = guard.Find(url.Origin() + "/");
  Require(again && again->url.Origin() == url.Origin(), "an origin is read as it is written");
}

}  // namespace voronka::fuzz
