#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace voronka::crm {

// A file that has not arrived yet.
struct UploadKey {
  int64_t account_id;
  int64_t upload_id;
};

// What was uploaded to an account, by what it is: equal files of an account are kept once.
struct ContentKey {
  int64_t account_id;
  // In hexadecimal.
  std::string sha256;
};

// The content of files, in a folder of the machine or one that replicas share:
//   uploads/ACCOUNT-UPLOAD            what has arrived of an upload
//   content/ACCOUNT/ab/cd/abcd…       content, never changed
// Everything throws std::system_error if the folder cannot be read or written. Every step may be repeated. Whoever
// calls sees to it that one upload is written by one caller at a time, and that content is not added while it is
// removed.
class FileStore {
 public:
  using Time = std::filesystem::file_time_type;

  explicit FileStore(std::filesystem::path folder) : folder_(std::move(folder)) {}

  // Adds a part, which is on the disk when this returns. What stood there, from an attempt that came to nothing, is
  // written over.
  void Append(const UploadKey& upload, int64_t offset, std::string_view data);
  // In hexadecimal, of an upload that has arrived whole.
  std::string Digest(const UploadKey& upload, int64_t size);
  // At most `size` bytes; fewer at the end.
  std::string Read(const UploadKey& upload, int64_t offset, int64_t size) const;
  // Its first bytes.
  std::string Beginning(const UploadKey& upload) const;
  // Makes content of it, in one step. The upload stays until it is dropped.
  void Keep(const UploadKey& upload, const ContentKey& content);
  // What is not there is dropped already.
  void Drop(const UploadKey& upload);

  // At most `size` bytes; fewer at the end.
  std::string Read(const ContentKey& content, int64_t offset, int64_t size) const;
  // It counts as new: see RemoveOlder.
  void Renew(const ContentKey& content);
  // Returns whether it was so old, and removes it then.
  bool RemoveOlder(const ContentKey& content, Time than);

  // The folders that content is in. Few hundred files are in one.
  std::vector<std::filesystem::path> ContentFolders() const;
  // The content in one of them that is older.
  std::vector<ContentKey> ContentOlder(const std::filesystem::path& folder, Time than) const;
  void DropUploadsOlder(Time than);

 private:
  std::filesystem::path PathOf(const UploadKey& upload) const;
  std::filesystem::path PathOf(const ContentKey& content) const;

  const std::filesystem::path folder_;
};

}  // namespace voronka::crm
