#pragma once

#include <string>
#include <vector>

namespace voronka::bench {

// All data in memory, and a log as large as a second's work needs. Each commit is on disk before it is answered
// (innodb_flush_log_at_trx_commit=1, as in all tests).
inline std::vector<std::string> DatabaseOptions() {
  return {"--innodb-buffer-pool-size=2G", "--innodb-log-file-size=1G"};
}

}  // namespace voronka::bench
