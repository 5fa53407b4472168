#include "tests/support/host_faults/host_faults.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>

#include <system_error>

namespace voronka::testing {
namespace {

void* Map(const std::filesystem::path& path) {
  const int file = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (file < 0 || ftruncate(file, sizeof(HostFaultControl)) != 0) {
    throw std::system_error(errno, std::generic_category(), path.string());
  }
  void* shared = mmap(nullptr, sizeof(HostFaultControl), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  close(file);
  if (shared == MAP_FAILED) throw std::system_error(errno, std::generic_category(), "mmap");
  return shared;
}

}  // namespace

// A file of zeros means no faults.
HostFaults::HostFaults(const std::filesystem::path& file)
    : file_(file), control_(static_cast<HostFaultControl*>(Map(file))) {}

HostFaults::~HostFaults() { munmap(control_, sizeof(HostFaultControl)); }

std::vector<std::string> HostFaults::Prefix() const {
  return {"env", fmt::format("{}={}", kHostFaultVariable, file_.string()), "LD_PRELOAD=" VORONKA_HOST_FAULTS_LIBRARY};
}

void HostFaults::SetClock(std::chrono::microseconds ahead) {
  control_->clock_offset_nanos = std::chrono::nanoseconds(ahead).count();
}

void HostFaults::SetDiskFull(bool full) { control_->disk_is_full = full; }

void HostFaults::SetLogDelay(std::chrono::microseconds delay) { control_->log_delay_micros = delay.count(); }

}  // namespace voronka::testing
