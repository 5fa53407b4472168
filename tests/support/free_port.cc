#include "tests/support/free_port.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <random>
#include <string>

namespace voronka::testing {
namespace {

constexpr int kFirst = 20'000;
constexpr int kLast = 32'000;

bool IsFree(int port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const int descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const bool bound = bind(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  close(descriptor);
  return bound;
}

// An abstract socket has its name for itself, as a port has its number, and needs no file. It lives as long as this
// process: nobody else gets the port between the choice and the start of whoever listens, or while that is down.
bool Reserve(int port) {
  const std::string name = fmt::format("voronka-test-port-{}", port);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  std::ranges::copy(name, address.sun_path + 1);
  const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + 1 + name.size());
  const int descriptor = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (bind(descriptor, reinterpret_cast<const sockaddr*>(&address), length) == 0) return true;
  close(descriptor);
  return false;
}

}  // namespace

std::string FreeAddress() {
  std::random_device random;
  std::uniform_int_distribution<int> any(kFirst, kLast);
  int port = any(random);
  while (!IsFree(port) || !Reserve(port)) port = any(random);
  return fmt::format("127.0.0.1:{}", port);
}

}  // namespace voronka::testing
