#pragma once

#include <optional>
#include <string>

namespace voronka::notifier {

struct PushUrl {
  bool secure = false;
  // In lower case; an IPv6 address in brackets.
  std::string host;
  int port = 0;

  // Nobody on the way can read what is sent there: it is encrypted, or stays on this machine.
  bool IsConfidential() const;
  // As a push service is named in a VAPID token: no port if it is the scheme's own.
  std::string Origin() const;
};

// As libcurl understands it, which is asked to send there. Nothing for any scheme but http and https, for one that
// names a user, for a host that is no name in DNS, and for text that no URL needs.
std::optional<PushUrl> ParsePushUrl(const std::string& text);

}  // namespace voronka::notifier
