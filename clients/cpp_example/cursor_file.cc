#include "cursor_file.h"

#include <fstream>

std::string CursorFile::Read() const {
  std::string cursor;
  std::ifstream(path_) >> cursor;
  return cursor;
}

// Replaces the file in one step: a crash leaves the former cursor or this one.
void CursorFile::Write(const std::string& cursor) const {
  if (path_.empty()) return;
  const std::filesystem::path next = path_.string() + ".next";
  std::ofstream(next) << cursor << '\n';
  std::filesystem::rename(next, path_);
}
