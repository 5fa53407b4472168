#include "crm_service/work/files/upload_scan.h"

#include <algorithm>
#include <string>

#include "foundation/rpc/requests/error.h"

namespace voronka::crm {

using rpc::Code;
using rpc::Error;

namespace {

constexpr int64_t kScannedPiece = 256 * 1024;

Error Infected(const std::string& found) {
  return Error(
      Code::kFailedPrecondition,
      {"FILE_INFECTED",
       "upload_id",
       {"The virus scanner has found this in the file: " + found + ".", "В файле найден вирус: " + found + "."}},
      {{"found", found}});
}

Error NotScanned(const ScannerAway& away) {
  return Error(Code::kUnavailable,
               {"SCANNER_AWAY",
                "",
                {"The virus scanner cannot be asked now; repeat it later.",
                 "Проверка на вирусы сейчас недоступна: повторите позже."}},
               {{"cause", away.what()}});
}

std::string FoundInUpload(const FileStore& store, const UploadKey& key, int64_t size, Scanner& scanner) {
  int64_t at = 0;
  return scanner.FoundIn([&] {
    std::string piece = at < size ? store.Read(key, at, std::min(kScannedPiece, size - at)) : std::string();
    at += static_cast<int64_t>(piece.size());
    return piece;
  });
}

}  // namespace

void RequireClean(const UploadKey& key, const v1::Upload& upload, FileKeeping& keeping) {
  Scanner* scanner = keeping.scanner();
  // Nothing of an empty file has been written.
  if (scanner == nullptr || upload.size() == 0) return;
  std::string found;
  try {
    found = keeping.With([&](FileStore& store) { return FoundInUpload(store, key, upload.size(), *scanner); });
  } catch (const ScannerAway& away) {
    throw NotScanned(away);
  }
  if (!found.empty()) throw Infected(found);
}

}  // namespace voronka::crm
