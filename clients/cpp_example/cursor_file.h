#pragma once

#include <filesystem>
#include <string>

// Where the stream of notifications stopped, kept over restarts of the program.
class CursorFile {
 public:
  // An empty path: nothing is kept.
  explicit CursorFile(std::filesystem::path path) : path_(std::move(path)) {}

  // Empty if there is none.
  std::string Read() const;
  void Write(const std::string& cursor) const;

 private:
  const std::filesystem::path path_;
};
