#include "foundation/process/supervisor.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <string_view>

namespace voronka::process {
namespace {

// The protocol of sd_notify(3): one datagram to the socket that the environment names.
void Tell(std::string_view state) {
  const char* path = std::getenv("NOTIFY_SOCKET");
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (path == nullptr || *path == '\0' || std::strlen(path) >= sizeof address.sun_path) return;
  std::strcpy(address.sun_path, path);
  const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + std::strlen(path));
  // A name in the abstract namespace begins with a zero byte, which the variable writes as `@`.
  if (address.sun_path[0] == '@') address.sun_path[0] = '\0';
  const int sender = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  if (sender < 0) return;
  (void)sendto(sender, state.data(), state.size(), MSG_NOSIGNAL, reinterpret_cast<const sockaddr*>(&address), size);
  close(sender);
}

}  // namespace

void TellSupervisorServing() { Tell("READY=1"); }
void TellSupervisorStopping() { Tell("STOPPING=1"); }

}  // namespace voronka::process
