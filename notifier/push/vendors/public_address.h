#pragma once

#include <sys/socket.h>

namespace voronka::notifier {

// Whether the address belongs to a machine on the internet: not to this machine, a private network, a group of
// machines, or a way of writing one of those differently. `address` is of IPv4 or IPv6.
bool IsPublicAddress(const sockaddr& address);

}  // namespace voronka::notifier
