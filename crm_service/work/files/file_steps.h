#pragma once

#include "crm_service/work/files/file_keeping.h"
#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/file.pb.h"

namespace voronka::crm {

v1::File GetFile(rpc::Session& session, const v1::GetFileRequest& request);
v1::ListFilesResponse ListFiles(rpc::Session& session, const v1::ListFilesRequest& request, const FileKeeping& keeping);
v1::ReadFileResponse ReadFile(rpc::Session& session, const v1::ReadFileRequest& request, FileKeeping& keeping);
v1::File UpdateFile(rpc::Session& session, const v1::UpdateFileRequest& request);
v1::File DeleteFile(rpc::Session& session, const v1::DeleteFileRequest& request);
v1::File UndeleteFile(rpc::Session& session, const v1::UndeleteFileRequest& request);

}  // namespace voronka::crm
