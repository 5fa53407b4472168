#include "foundation/process/supervisor.h"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <string>

#include "tests/foundation/process/temporary_folder.h"

namespace voronka::process {
namespace {

// The end of systemd.
class SupervisorSocket {
 public:
  explicit SupervisorSocket(const std::string& path) : socket_(socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK, 0)) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, path.c_str(), sizeof address.sun_path - 1);
    EXPECT_EQ(bind(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    setenv("NOTIFY_SOCKET", path.c_str(), 1);
  }
  ~SupervisorSocket() {
    unsetenv("NOTIFY_SOCKET");
    close(socket_);
  }
  SupervisorSocket(const SupervisorSocket&) = delete;
  SupervisorSocket& operator=(const SupervisorSocket&) = delete;

  // Empty if nothing has come.
  std::string Received() const {
    char text[64] = {};
    return recv(socket_, text, sizeof text - 1, 0) < 0 ? "" : text;
  }

 private:
  const int socket_;
};

TEST(Supervisor, IsToldInTheWordsOfSystemd) {
  const TemporaryFolder folder;
  const SupervisorSocket supervisor(folder / "notify");
  TellSupervisorServing();
  EXPECT_EQ(supervisor.Received(), "READY=1");
  TellSupervisorStopping();
  EXPECT_EQ(supervisor.Received(), "STOPPING=1");
}

TEST(Supervisor, MayBeAbsent) {
  unsetenv("NOTIFY_SOCKET");
  EXPECT_NO_THROW(TellSupervisorServing());
  setenv("NOTIFY_SOCKET", "/nobody/listens/here", 1);
  EXPECT_NO_THROW(TellSupervisorServing());
  unsetenv("NOTIFY_SOCKET");
}

}  // namespace
}  // namespace voronka::process
