#pragma once

#include <filesystem>

namespace voronka::command_line {

// Held by one process at a time. The file is made when it is missing, and stays.
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
