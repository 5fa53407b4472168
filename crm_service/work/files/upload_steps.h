#pragma once

#include <google/protobuf/empty.pb.h>

#include "crm_service/work/files/file_keeping.h"
#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/file.pb.h"

namespace voronka::crm {

v1::Upload CreateUpload(rpc::Session& session, const v1::CreateUploadRequest& request, FileKeeping& keeping);
v1::Upload GetUpload(rpc::Session& session, const v1::GetUploadRequest& request);
v1::Upload AppendUpload(rpc::Session& session, const v1::AppendUploadRequest& request, FileKeeping& keeping);
// Runs before FinishUpload: what has arrived whole never changes, so no transaction has to wait for a virus scanner.
void ScanUpload(rpc::Session& session, const v1::FinishUploadRequest& request, FileKeeping& keeping);
v1::File FinishUpload(rpc::Session& session, const v1::FinishUploadRequest& request, FileKeeping& keeping);
google::protobuf::Empty DeleteUpload(rpc::Session& session, const v1::DeleteUploadRequest& request,
                                     FileKeeping& keeping);

}  // namespace voronka::crm
