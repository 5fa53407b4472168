#include "crm_service/work/files/file_steps.h"

#include <google/protobuf/util/time_util.h>

#include <limits>
#include <utility>
#include <vector>

#include "crm_service/work/files/file_entry.h"
#include "crm_service/work/files/file_name.h"
#include "crm_service/work/files/file_sight.h"
#include "crm_service/work/files/files.h"
#include "foundation/rpc/requests/error.h"
#include "foundation/rpc/requests/etag.h"
#include "foundation/rpc/requests/page.h"

namespace voronka::crm {

using google::protobuf::util::TimeUtil;
using rpc::Session;
using v1::File;

namespace {

constexpr int64_t kMostRead = 500'000;

// One that was not removed.
File Present(Session& session, File file) {
  RequireSeenFile(session, file);
  if (file.has_delete_time()) throw rpc::NotFound("file", file.id());
  return file;
}

File GetPresent(Session& session, int64_t file_id) { return Present(session, Files(session).Get(file_id)); }

// For a change by the caller. It may have been removed.
File LockChangeable(Session& session, int64_t file_id) {
  File file = Files(session).Lock(file_id);
  RequireSeenFile(session, file);
  CheckMayChange(session.caller, file);
  return file;
}

}  // namespace

File GetFile(Session& session, const v1::GetFileRequest& request) { return GetPresent(session, request.file_id()); }

v1::ListFilesResponse ListFiles(Session& session, const v1::ListFilesRequest& request, const FileKeeping& keeping) {
  const rpc::Page page(request, {std::numeric_limits<int64_t>::max()});
  RequireSeenEntity(session, request.entity(), request.entity_id());
  v1::ListFilesResponse response;
  page.Fill(Files(session).Of(request.entity(), request.entity_id(), page), response.mutable_files(),
            response.mutable_next_page_token(), [](const File& file) { return std::vector<int64_t>{file.id()}; });
  if (keeping.is_on()) response.set_largest_size(keeping.largest_size());
  return response;
}

v1::ReadFileResponse ReadFile(Session& session, const v1::ReadFileRequest& request, FileKeeping& keeping) {
  const File file = GetPresent(session, request.file_id());
  const int64_t size = request.size() == 0 ? kMostRead : request.size();
  v1::ReadFileResponse response;
  response.set_data(keeping.With([&](FileStore& store) {
    return store.Read({session.account_id(), file.sha256()}, request.offset(), size);
  }));
  return response;
}

File UpdateFile(Session& session, const v1::UpdateFileRequest& request) {
  const File before = Present(session, LockChangeable(session, request.file_id()));
  auto after = rpc::Updated(before, request.file(), request);
  if (!after) return before;
  rpc::Violations violations;
  RequireFileName(after->name(), "file.name", violations);
  violations.ThrowIfAny();
  return Files(session).Save(before, *std::move(after));
}

File DeleteFile(Session& session, const v1::DeleteFileRequest& request) {
  const File before = Present(session, LockChangeable(session, request.file_id()));
  File after = before;
  *after.mutable_delete_time() = TimeUtil::MicrosecondsToTimestamp(session.Now());
  after = Files(session).Save(before, std::move(after));
  AddEntry(session, after, v1::TimelineEntry::KIND_FILE_REMOVED);
  return after;
}

File UndeleteFile(Session& session, const v1::UndeleteFileRequest& request) {
  const File before = LockChangeable(session, request.file_id());
  if (!before.has_delete_time()) return before;
  File after = before;
  after.clear_delete_time();
  after = Files(session).Save(before, std::move(after));
  AddEntry(session, after, v1::TimelineEntry::KIND_FILE_ADDED);
  return after;
}

}  // namespace voronka::crm
