#pragma once

#include <string>

namespace voronka::crm {

// As people know the client: by name, or else by a phone or an email.
template <class Client>
std::string CalledIn(const Client& client) {
  if (!client.name().empty()) return client.name();
  if (!client.phones().empty()) return client.phones(0);
  return client.emails().empty() ? "" : client.emails(0);
}

// For the timelines of their deals: whose they were, and whose they are.
template <class Client>
std::string MergeText(const Client& from, const Client& to) {
  return CalledIn(from) + " → " + CalledIn(to);
}

}  // namespace voronka::crm
