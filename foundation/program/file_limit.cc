#include "foundation/program/file_limit.h"

#include <sys/resource.h>

#include <cerrno>
#include <system_error>

namespace voronka::process {
namespace {

void Check(int result, const char* call) {
  if (result != 0) throw std::system_error(errno, std::generic_category(), call);
}

}  // namespace

uint64_t RaiseFileLimit() {
  rlimit limit{};
  Check(getrlimit(RLIMIT_NOFILE, &limit), "getrlimit");
  limit.rlim_cur = limit.rlim_max;
  Check(setrlimit(RLIMIT_NOFILE, &limit), "setrlimit");
  return limit.rlim_cur;
}

}  // namespace voronka::process
