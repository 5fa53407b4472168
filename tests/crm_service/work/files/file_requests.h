#pragma once

#include <cstdint>
#include <string>

#include "client/client.h"
#include "voronka/crm/v1/file.pb.h"

namespace voronka::testing {

inline crm::v1::CreateUploadRequest NewUpload(int64_t deal_id, int64_t size, const std::string& name = "договор.pdf") {
  crm::v1::CreateUploadRequest request;
  auto& upload = *request.mutable_upload();
  upload.set_entity(crm::v1::ENTITY_DEAL);
  upload.set_entity_id(deal_id);
  upload.set_name(name);
  upload.set_size(size);
  return request;
}

inline crm::v1::AppendUploadRequest Part(int64_t upload_id, int64_t offset, const std::string& data) {
  crm::v1::AppendUploadRequest request;
  request.set_upload_id(upload_id);
  request.set_offset(offset);
  request.set_data(data);
  return request;
}

inline crm::v1::FinishUploadRequest Finishing(int64_t upload_id) {
  crm::v1::FinishUploadRequest request;
  request.set_upload_id(upload_id);
  return request;
}

inline crm::v1::ReadFileRequest ReadingFile(int64_t file_id, int64_t offset = 0, int32_t size = 0) {
  crm::v1::ReadFileRequest request;
  request.set_file_id(file_id);
  request.set_offset(offset);
  request.set_size(size);
  return request;
}

inline crm::v1::ListFilesRequest FilesOf(crm::v1::Entity entity, int64_t entity_id) {
  crm::v1::ListFilesRequest request;
  request.set_entity(entity);
  request.set_entity_id(entity_id);
  return request;
}

inline crm::v1::UpdateFileRequest RenamingFile(int64_t file_id, const std::string& name) {
  crm::v1::UpdateFileRequest request;
  request.set_file_id(file_id);
  request.mutable_file()->set_name(name);
  return request;
}

inline crm::v1::DeleteFileRequest RemovingFile(int64_t file_id) {
  crm::v1::DeleteFileRequest request;
  request.set_file_id(file_id);
  return request;
}

inline crm::v1::UndeleteFileRequest ReturningFile(int64_t file_id) {
  crm::v1::UndeleteFileRequest request;
  request.set_file_id(file_id);
  return request;
}

// Sends it in parts.
inline crm::v1::File Attach(client::Client& who, const crm::v1::CreateUploadRequest& request,
                            const std::string& content) {
  constexpr size_t kPartBytes = 400'000;
  const auto upload = who.Call<crm::v1::Upload>(request);
  for (size_t at = 0; at < content.size(); at += kPartBytes) {
    who.Call<crm::v1::Upload>(Part(upload.id(), static_cast<int64_t>(at), content.substr(at, kPartBytes)));
  }
  return who.Call<crm::v1::File>(Finishing(upload.id()));
}

inline crm::v1::File Attach(client::Client& who, int64_t deal_id, const std::string& content,
                            const std::string& name = "договор.pdf") {
  return Attach(who, NewUpload(deal_id, static_cast<int64_t>(content.size()), name), content);
}

// Of a task.
inline crm::v1::File AttachToTask(client::Client& who, int64_t task_id, const std::string& content,
                                  const std::string& name = "смета.txt") {
  auto request = NewUpload(task_id, static_cast<int64_t>(content.size()), name);
  request.mutable_upload()->set_entity(crm::v1::ENTITY_TASK);
  return Attach(who, request, content);
}

inline std::string ContentOf(client::Client& who, int64_t file_id) {
  return who.Call<crm::v1::ReadFileResponse>(ReadingFile(file_id)).data();
}

}  // namespace voronka::testing
