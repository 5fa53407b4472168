#pragma once

#include <string>

#include "crm_service/clients/identity/contact_point.h"

namespace voronka::crm {

// As people know the client: by name, or else by a phone, an email or a messenger.
template <class Client>
std::string CalledIn(const Client& client) {
  if (!client.name().empty()) return client.name();
  const auto points = PointsOf(client);
  return points.empty() ? "" : points.front().value;
}

// For the timelines of their deals: whose they were, and whose they are.
template <class Client>
std::string MergeText(const Client& from, const Client& to) {
  return CalledIn(from) + " → " + CalledIn(to);
}

}  // namespace voronka::crm
