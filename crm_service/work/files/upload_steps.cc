#include "crm_service/work/files/upload_steps.h"

#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "crm_service/work/files/file_entry.h"
#include "crm_service/work/files/file_name.h"
#include "crm_service/work/files/file_sight.h"
#include "crm_service/work/files/file_totals.h"
#include "crm_service/work/files/files.h"
#include "crm_service/work/files/media_type.h"
#include "crm_service/work/files/upload_scan.h"
#include "crm_service/work/files/uploads.h"
#include "foundation/rpc/requests/created.h"
#include "foundation/rpc/requests/error.h"

namespace voronka::crm {

using rpc::Code;
using rpc::Error;
using rpc::Session;
using v1::File;
using v1::Upload;

namespace {

constexpr int64_t kMebibyte = 1 << 20;

void CheckFileName(const Upload& upload) {
  rpc::Violations violations;
  RequireFileName(upload.name(), "upload.name", violations);
  violations.ThrowIfAny();
}

void CheckSize(const Upload& upload, const FileKeeping& keeping) {
  if (upload.size() <= keeping.largest_size()) return;
  const std::string most = std::to_string(keeping.largest_size() / kMebibyte);
  throw Error(Code::kFailedPrecondition,
              {"FILE_TOO_LARGE",
               "upload.size",
               {"A file may have at most " + most + " MiB.", "Файл слишком большой: можно до " + most + " МБ."}});
}

// `kept`: bytes that count already.
void CheckRoom(int64_t kept, int64_t more, const FileKeeping& keeping) {
  if (kept + more <= keeping.account_size()) return;
  throw Error(
      Code::kFailedPrecondition,
      {"STORAGE_FULL", "", {"There is no room for more files.", "Место для файлов закончилось: удалите ненужные."}});
}

// Only whoever began it sees it.
Upload Own(const Session& session, Upload upload) {
  if (upload.user_id() != session.caller.user_id) throw rpc::NotFound("upload", upload.id());
  return upload;
}

Upload LockOwnUpload(Session& session, int64_t upload_id) { return Own(session, Uploads(session).Lock(upload_id)); }

void CheckPart(const Upload& upload, const v1::AppendUploadRequest& request) {
  if (request.offset() > upload.received()) {
    throw Error(
        Code::kFailedPrecondition,
        {"PART_MISSING", "offset", {"A part before this one is missing.", "Не хватает предыдущей части файла."}},
        {{"received", std::to_string(upload.received())}});
  }
  const auto end = request.offset() + static_cast<int64_t>(request.data().size());
  if (end > upload.size()) {
    throw Error(Code::kInvalidArgument,
                {"PART_TOO_LONG", "data", {"The file was to end before.", "Файл оказался длиннее, чем ожидалось."}});
  }
}

void CheckWhole(const Upload& upload) {
  if (upload.received() == upload.size()) return;
  throw Error(Code::kFailedPrecondition,
              {"UPLOAD_UNFINISHED", "upload_id", {"The file has not arrived whole.", "Файл загружен не полностью."}},
              {{"received", std::to_string(upload.received())}});
}

UploadKey KeyOf(const Session& session, const Upload& upload) { return {session.account_id(), upload.id()}; }

File FileOf(const Upload& upload, const std::string& beginning, std::string digest) {
  File file;
  file.set_entity(upload.entity());
  file.set_entity_id(upload.entity_id());
  file.set_name(upload.name());
  file.set_media_type(MediaTypeOf(beginning, upload.name()));
  file.set_size(upload.size());
  file.set_sha256(std::move(digest));
  file.set_user_id(upload.user_id());
  return file;
}

// What cannot be dropped now goes with old uploads.
void DropAfterCommit(Session& session, const Upload& upload, FileKeeping& keeping) {
  if (!keeping.is_on()) return;
  session.AfterCommit([&keeping, key = KeyOf(session, upload)] {
    try {
      keeping.store().Drop(key);
    } catch (const std::system_error&) {
    }
  });
}

}  // namespace

Upload CreateUpload(Session& session, const v1::CreateUploadRequest& request, FileKeeping& keeping) {
  Upload upload = rpc::Created(request.upload());
  CheckFileName(upload);
  RequireSeenOwner(session, upload.entity(), upload.entity_id());
  keeping.store();
  CheckSize(upload, keeping);
  Uploads uploads(session);
  CheckRoom(FileTotals(session.db, session.account_id()).Bytes() + uploads.AnnouncedBytes(), upload.size(), keeping);
  return uploads.Add(std::move(upload));
}

Upload GetUpload(Session& session, const v1::GetUploadRequest& request) {
  return Own(session, Uploads(session).Get(request.upload_id()));
}

Upload AppendUpload(Session& session, const v1::AppendUploadRequest& request, FileKeeping& keeping) {
  Upload upload = LockOwnUpload(session, request.upload_id());
  CheckPart(upload, request);
  const int64_t known = upload.received() - request.offset();
  if (known >= static_cast<int64_t>(request.data().size())) return upload;
  const auto part = std::string_view(request.data()).substr(static_cast<size_t>(known));
  keeping.With([&](FileStore& store) { store.Append(KeyOf(session, upload), upload.received(), part); });
  upload.set_received(upload.received() + static_cast<int64_t>(part.size()));
  Uploads(session).Save(upload);
  return upload;
}

void ScanUpload(Session& session, const v1::FinishUploadRequest& request, FileKeeping& keeping) {
  const Upload upload = Own(session, Uploads(session).Get(request.upload_id()));
  CheckWhole(upload);
  RequireClean(KeyOf(session, upload), upload, keeping);
}

File FinishUpload(Session& session, const v1::FinishUploadRequest& request, FileKeeping& keeping) {
  const Upload upload = LockOwnUpload(session, request.upload_id());
  RequireSeenOwner(session, upload.entity(), upload.entity_id());
  CheckWhole(upload);
  const UploadKey key = KeyOf(session, upload);
  File file = keeping.With([&](FileStore& store) {
    std::string digest = store.Digest(key, upload.size());
    return FileOf(upload, store.Beginning(key), std::move(digest));
  });
  FileTotals totals(session.db, session.account_id());
  CheckRoom(totals.Lock(), upload.size(), keeping);
  // Under the lock, before the row: content that a row names is there.
  keeping.With([&](FileStore& store) { store.Keep(key, {session.account_id(), file.sha256()}); });
  file = Files(session).Add(std::move(file));
  AddEntry(session, file, v1::TimelineEntry::KIND_FILE_ADDED);
  Uploads(session).Remove(upload.id());
  totals.Add(file.size());
  DropAfterCommit(session, upload, keeping);
  return file;
}

google::protobuf::Empty DeleteUpload(Session& session, const v1::DeleteUploadRequest& request, FileKeeping& keeping) {
  const Upload upload = LockOwnUpload(session, request.upload_id());
  Uploads(session).Remove(upload.id());
  DropAfterCommit(session, upload, keeping);
  return {};
}

}  // namespace voronka::crm
