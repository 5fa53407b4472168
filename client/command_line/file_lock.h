#pragma once

#include <filesystem>

namespace voronka::command_line {

// A lock that one process holds at a time. The file is created if it is missing, and is not deleted.
class FileLock {
 public:
  explicit FileLock(const std::filesystem::path& path);
  ~FileLock();
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;

 private:
  int descriptor_;
};

}  // namespace voronka::command_line
