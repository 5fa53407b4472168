#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace voronka::crm {

// An open file of the disk. Everything throws std::system_error, which names the file.
class DiskFile {
 public:
  // `flags`: of open(2).
  DiskFile(const std::filesystem::path& path, int flags);
  ~DiskFile();
  DiskFile(const DiskFile&) = delete;
  DiskFile& operator=(const DiskFile&) = delete;

  int64_t Size() const;
  // Fewer bytes at the end.
  std::string Read(int64_t offset, int64_t size) const;
  void Write(int64_t offset, std::string_view data);
  void Cut(int64_t size);
  // Until all that was written is on the disk.
  void Sync();

 private:
  [[noreturn]] void Fail() const;

  const std::string name_;
  const int descriptor_;
};

// Until the names in a folder are on the disk.
void SyncFolder(const std::filesystem::path& folder);

}  // namespace voronka::crm
