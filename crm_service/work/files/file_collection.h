#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "crm_service/work/files/file_keeping.h"
#include "foundation/storage/connection.h"

namespace voronka::crm {

// Clears away what nobody can ask for any more: uploads that were not finished within a day, files that were removed a
// week ago, and content that no file names. Content stays for three days after the last that was heard of it: a backup
// that read the rows before still finds it.
class FileCollection {
 public:
  explicit FileCollection(FileKeeping& keeping) : keeping_(keeping) {}

  // Each does a portion, and returns whether there is more. `now`: microseconds since 1970.
  bool ForgetUploads(storage::Connection& db, int64_t now);
  bool ForgetRemoved(storage::Connection& db, int64_t now);
  bool CollectContent(storage::Connection& db, int64_t now);

 private:
  void ForgetFile(storage::Connection& db, int64_t account_id, int64_t file_id, int64_t before);
  void CollectUnnamed(storage::Connection& db, const ContentKey& content, FileStore::Time before);

  FileKeeping& keeping_;
  // Still to be looked through.
  std::vector<std::filesystem::path> folders_;
};

}  // namespace voronka::crm
