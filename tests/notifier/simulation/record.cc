#include "tests/notifier/simulation/record.h"

#include <algorithm>
#include <array>

namespace voronka::simulation {

const char* NameOf(Fate fate) {
  static constexpr std::array kNames = {"delivered", "lost", "turned away", "gone", "refused"};
  return kNames.at(static_cast<size_t>(fate));
}

std::string HostOf(const std::string& address) {
  const auto host = address.find("://") + 3;
  return address.substr(host, address.find('/', host) - host);
}

const Ring* Record::RingOf(const Handover& handover) const {
  const auto& message = handover.message;
  const auto found = std::ranges::find_if(rings, [&](const Ring& ring) {
    return ring.IsAbout(handover.device, message.notification_id(), message.occurrence());
  });
  return found == rings.end() ? nullptr : &*found;
}

const Trouble* Record::LastTrouble(const std::string& host, int step) const {
  const Trouble* last = nullptr;
  for (const auto& trouble : troubles) {
    if (trouble.step <= step && (trouble.host.empty() || trouble.host == host)) last = &trouble;
  }
  return last;
}

}  // namespace voronka::simulation
