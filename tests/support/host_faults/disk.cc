// Preloaded: while the test says that the disk is full, no file of the program can grow, but existing bytes can be
// overwritten. Writes to InnoDB's log are as slow as the test says.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <climits>
#include <string>
#include <string_view>
#include <thread>

#include "tests/support/host_faults/preloaded.h"

namespace {

bool IsRefused(int file, off64_t end) {
  if (!voronka::testing::Control().disk_is_full) return false;
  struct stat64 status {};
  const bool grows = fstat64(file, &status) == 0 && S_ISREG(status.st_mode) && end > status.st_size;
  if (grows) errno = ENOSPC;
  return grows;
}

bool IsLog(int file) {
  std::array<char, PATH_MAX> name{};
  const ssize_t length = readlink(("/proc/self/fd/" + std::to_string(file)).c_str(), name.data(), name.size());
  return length > 0 && std::string_view(name.data(), length).ends_with("/ib_logfile0");
}

void AwaitDisk(int file) {
  const int64_t delay = voronka::testing::Control().log_delay_micros;
  if (delay > 0 && IsLog(file)) std::this_thread::sleep_for(std::chrono::microseconds(delay));
}

}  // namespace

extern "C" {

ssize_t write(int file, const void* bytes, size_t count) {
  static const auto original = voronka::testing::Original<decltype(&write)>("write");
  const off64_t at = voronka::testing::Control().disk_is_full ? lseek64(file, 0, SEEK_CUR) : 0;
  return IsRefused(file, at + static_cast<off64_t>(count)) ? -1 : original(file, bytes, count);
}

ssize_t pwrite64(int file, const void* bytes, size_t count, off64_t at) {
  static const auto original = voronka::testing::Original<decltype(&pwrite64)>("pwrite64");
  AwaitDisk(file);
  return IsRefused(file, at + static_cast<off64_t>(count)) ? -1 : original(file, bytes, count, at);
}

int ftruncate64(int file, off64_t size) noexcept {
  static const auto original = voronka::testing::Original<decltype(&ftruncate64)>("ftruncate64");
  return IsRefused(file, size) ? -1 : original(file, size);
}

int fallocate64(int file, int mode, off64_t at, off64_t count) {
  static const auto original = voronka::testing::Original<decltype(&fallocate64)>("fallocate64");
  return IsRefused(file, at + count) ? -1 : original(file, mode, at, count);
}

}  // extern "C"
