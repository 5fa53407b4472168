#include "tests/support/free_port.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <random>
#include <set>

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

}  // namespace

std::string FreeAddress() {
  static std::set<int> given;
  std::random_device random;
  std::uniform_int_distribution<int> any(kFirst, kLast);
  int port = any(random);
  while (!IsFree(port) || !given.insert(port).second) port = any(random);
  return fmt::format("127.0.0.1:{}", port);
}

}  // namespace voronka::testing
