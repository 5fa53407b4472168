#pragma once

#include <sys/types.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "tests/support/host_faults/host_faults.h"
#include "voronka/config/v1/process.pb.h"

namespace voronka::testing {

// A MariaDB of the test's own, made from nothing in a folder that goes with it, on a unix socket. However the test
// process ends, the server ends and the folder is removed.
class PrivateMariaDb {
 public:
  // Whether faults of the machine can be played to it.
  enum class Host { kSound, kFaulty };
  // Options of mariadbd beside or instead of ours.
  explicit PrivateMariaDb(std::vector<std::string> options = {}, Host host = Host::kSound);
  ~PrivateMariaDb();
  PrivateMariaDb(const PrivateMariaDb&) = delete;
  PrivateMariaDb& operator=(const PrivateMariaDb&) = delete;

  // Returns when it answers; at once where it runs. Also after it has ended by itself.
  void Start();
  // As a power failure would end it.
  void Kill9();
  // SIGTERM; waits for the end.
  void Terminate();
  // Frozen, as by a machine that stalls.
  void Pause();
  void Resume();

  // -1 while it does not run.
  pid_t pid() const { return server_; }
  // Only of a faulty host.
  HostFaults& host_faults() { return host_faults_.value(); }

  // Names no schema; may do everything.
  config::v1::Database Server() const;
  // May do everything in schemas whose name begins with `voronka_`, and nothing else, as the services in production.
  config::v1::Database ServiceAccount() const;
  config::v1::Database FreshSchema();

 private:
  // Starts one of MariaDB's programs on the data, and notes for the janitor what to end.
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

// The server that the tests of a process share, started at first use.
PrivateMariaDb& SharedMariaDb();

// A new empty schema on the shared server, or, where VORONKA_TEST_MARIADB_SOCKET names one, on a server that runs
// already; there it is dropped when the process ends.
config::v1::Database FreshSchema();

}  // namespace voronka::testing
