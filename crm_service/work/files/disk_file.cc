#include "crm_service/work/files/disk_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace voronka::crm {
namespace {

constexpr mode_t kOnlyOurs = 0600;

}  // namespace

DiskFile::DiskFile(const std::filesystem::path& path, int flags)
    : name_(path.string()), descriptor_(open(name_.c_str(), flags | O_CLOEXEC, kOnlyOurs)) {
  if (descriptor_ < 0) Fail();
}

DiskFile::~DiskFile() { close(descriptor_); }

int64_t DiskFile::Size() const {
  struct stat status {};
  if (fstat(descriptor_, &status) != 0) Fail();
  return status.st_size;
}

std::string DiskFile::Read(int64_t offset, int64_t size) const {
  std::string bytes(static_cast<size_t>(size), '\0');
  size_t count = 0;
  while (count < bytes.size()) {
    const ssize_t read =
        pread(descriptor_, bytes.data() + count, bytes.size() - count, offset + static_cast<int64_t>(count));
    if (read < 0 && errno == EINTR) continue;
    if (read < 0) Fail();
    if (read == 0) break;
    count += static_cast<size_t>(read);
  }
  bytes.resize(count);
  return bytes;
}

void DiskFile::Write(int64_t offset, std::string_view data) {
  while (!data.empty()) {
    const ssize_t written = pwrite(descriptor_, data.data(), data.size(), offset);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) Fail();
    data.remove_prefix(static_cast<size_t>(written));
    offset += written;
  }
}

void DiskFile::Cut(int64_t size) {
  if (ftruncate(descriptor_, size) != 0) Fail();
}

void DiskFile::Sync() {
  if (fsync(descriptor_) != 0) Fail();
}

void DiskFile::Fail() const { throw std::system_error(errno, std::generic_category(), name_); }

void SyncFolder(const std::filesystem::path& folder) { DiskFile(folder, O_RDONLY | O_DIRECTORY).Sync(); }

}  // namespace voronka::crm
