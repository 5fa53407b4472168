#include "crm_service/work/files/file_store.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <system_error>

#include "crm_service/work/files/disk_file.h"
#include "foundation/security/sha256_digest.h"

namespace voronka::crm {
namespace {

namespace fs = std::filesystem;

constexpr int64_t kPiece = 1 << 20;
// Enough to tell what a file is.
constexpr int64_t kBeginning = 4096;

std::string Hexadecimal(std::string_view bytes) {
  std::string text;
  for (const char byte : bytes) text += fmt::format("{:02x}", static_cast<unsigned char>(byte));
  return text;
}

// Makes the folders, and sees to it that a power failure does not take them back.
void MakeFolders(const fs::path& folder) {
  if (folder.empty() || fs::is_directory(folder)) return;
  MakeFolders(folder.parent_path());
  fs::create_directory(folder);
  SyncFolder(folder.parent_path());
}

// 0: it is the name of no account.
int64_t AccountOf(const fs::path& folder) {
  const std::string name = folder.filename().string();
  int64_t id = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), id);
  return error == std::errc() && end == name.data() + name.size() ? id : 0;
}

// Nothing if the folder is not there.
std::vector<fs::path> EntriesOf(const fs::path& folder) {
  std::vector<fs::path> entries;
  std::error_code absent;
  for (const auto& entry : fs::directory_iterator(folder, absent)) entries.push_back(entry.path());
  std::ranges::sort(entries);
  return entries;
}

// False, too, if it has just gone.
bool IsOlder(const fs::path& file, FileStore::Time than) {
  std::error_code gone;
  const auto written = fs::last_write_time(file, gone);
  return !gone && written < than;
}

}  // namespace

void FileStore::Append(const UploadKey& upload, int64_t offset, std::string_view data) {
  const fs::path path = PathOf(upload);
  MakeFolders(path.parent_path());
  // After a restore of the database, an upload may have the number of another that was kept.
  if (offset == 0) fs::remove(path);
  DiskFile file(path, O_WRONLY | O_CREAT);
  // It was lost, as after a restore: a gap would be filled with zeros.
  if (file.Size() < offset) throw std::system_error(EIO, std::generic_category(), "an upload has lost its beginning");
  file.Write(offset, data);
  file.Sync();
  if (offset == 0) SyncFolder(path.parent_path());
}

std::string FileStore::Digest(const UploadKey& upload, int64_t size) {
  // Nothing of an empty file has been written.
  if (size == 0) Append(upload, 0, {});
  DiskFile file(PathOf(upload), O_RDWR);
  if (file.Size() < size) throw std::system_error(EIO, std::generic_category(), "an upload has lost its end");
  if (file.Size() > size) {
    file.Cut(size);
    file.Sync();
  }
  security::Sha256Digest digest;
  for (int64_t at = 0; at < size; at += kPiece) digest.Add(file.Read(at, std::min(kPiece, size - at)));
  return Hexadecimal(digest.Finish());
}

std::string FileStore::Read(const UploadKey& upload, int64_t offset, int64_t size) const {
  return DiskFile(PathOf(upload), O_RDONLY).Read(offset, size);
}

std::string FileStore::Beginning(const UploadKey& upload) const { return Read(upload, 0, kBeginning); }

void FileStore::Keep(const UploadKey& upload, const ContentKey& content) {
  const fs::path from = PathOf(upload);
  const fs::path to = PathOf(content);
  MakeFolders(to.parent_path());
  // A second name of the same bytes, which are on the disk already: content is there as a whole, or not at all.
  if (link(from.c_str(), to.c_str()) == 0) return SyncFolder(to.parent_path());
  if (errno != EEXIST) throw std::system_error(errno, std::generic_category(), to.string());
  Renew(content);
}

void FileStore::Drop(const UploadKey& upload) { fs::remove(PathOf(upload)); }

std::string FileStore::Read(const ContentKey& content, int64_t offset, int64_t size) const {
  return DiskFile(PathOf(content), O_RDONLY).Read(offset, size);
}

void FileStore::Renew(const ContentKey& content) {
  const fs::path path = PathOf(content);
  if (fs::exists(path)) fs::last_write_time(path, Time::clock::now());
}

bool FileStore::RemoveOlder(const ContentKey& content, Time than) {
  const fs::path path = PathOf(content);
  return IsOlder(path, than) && fs::remove(path);
}

std::vector<fs::path> FileStore::ContentFolders() const {
  std::vector<fs::path> folders;
  for (const auto& account : EntriesOf(folder_ / "content")) {
    for (const auto& first : EntriesOf(account)) {
      for (auto& second : EntriesOf(first)) folders.push_back(std::move(second));
    }
  }
  return folders;
}

std::vector<ContentKey> FileStore::ContentOlder(const fs::path& folder, Time than) const {
  const int64_t account_id = AccountOf(folder.parent_path().parent_path());
  std::vector<ContentKey> found;
  if (account_id == 0) return found;
  for (const auto& file : EntriesOf(folder)) {
    ContentKey content{account_id, file.filename().string()};
    if (PathOf(content) == file && IsOlder(file, than)) found.push_back(std::move(content));
  }
  return found;
}

void FileStore::DropUploadsOlder(Time than) {
  for (const auto& file : EntriesOf(folder_ / "uploads")) {
    if (IsOlder(file, than)) fs::remove(file);
  }
}

fs::path FileStore::PathOf(const UploadKey& upload) const {
  return folder_ / "uploads" / fmt::format("{}-{}", upload.account_id, upload.upload_id);
}

fs::path FileStore::PathOf(const ContentKey& content) const {
  const std::string& name = content.sha256;
  return folder_ / "content" / std::to_string(content.account_id) / name.substr(0, 2) /
         name.substr(std::min<size_t>(2, name.size()), 2) / name;
}

}  // namespace voronka::crm
