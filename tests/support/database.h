#pragma once

#include <sys/types.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "tests/support/host_faults/host_faults.h"
#include "voronka/config/v1/process.pb.h"

namespace voronka::testing {

// A new MariaDB of the test's own, on a unix socket, in a folder that is removed with it. However the test process
// ends, the server is stopped and the folder is removed.
class PrivateMariaDb {
 public:
  // Whether faults of the machine can be simulated.
  enum class Host { kSound, kFaulty };
  // Options of mariadbd that add to or replace ours.
  explicit PrivateMariaDb(std::vector<std::string> options = {}, Host host = Host::kSound);
  ~PrivateMariaDb();
  PrivateMariaDb(const PrivateMariaDb&) = delete;
  PrivateMariaDb& operator=(const PrivateMariaDb&) = delete;

  // Returns when the server answers, at once if it is running. Also restarts a server that has ended by itself.
  void Start();
  // Like a power failure.
  void Kill9();
  // Sends SIGTERM and waits for the end.
  void Terminate();
  // Frozen, like on a machine that stalls.
  void Pause();
  void Resume();

  // -1 while it is not running.
  pid_t pid() const { return server_; }
  // Only for a faulty host.
  HostFaults& host_faults() { return host_faults_.value(); }

  // Names no schema; has all rights.
  config::v1::Database Server() const;
  // Has all rights in schemas whose name begins with `voronka_`, and no others, like the services in production.
  config::v1::Database ServiceAccount() const;
  config::v1::Database FreshSchema();

 private:
  // Starts one of MariaDB's programs on the data, and notes for the janitor what to kill.
  pid_t Run(std::vector<std::string> command, const std::string& log) const;
  void InstallSystemTables() const;
  void MakeServiceAccount() const;
  void End(int signal);
  void AwaitAnswer() const;

  const std::filesystem::path folder_;
  const std::vector<std::string> options_;
  std::optional<HostFaults> host_faults_;
  // While this end is open, the janitor waits.
  int janitor_pipe_ = -1;
  pid_t janitor_ = -1;
  pid_t server_ = -1;
};

// The server that the tests of a process share, started on first use.
PrivateMariaDb& SharedMariaDb();

// A new empty schema on the shared server or, if VORONKA_TEST_MARIADB_SOCKET is set, on that running server, where it
// is dropped when the process ends.
config::v1::Database FreshSchema();

}  // namespace voronka::testing
