#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tests/crm_service/office.h"
#include "tests/crm_service/work/files/file_requests.h"
#include "voronka/crm/v1/company.pb.h"
#include "voronka/crm/v1/merge.pb.h"

namespace voronka::testing {

inline crm::v1::MergeContactsRequest Merging(int64_t survivor_id, int64_t merged_id,
                                             const std::vector<std::string>& taken = {}) {
  crm::v1::MergeContactsRequest request;
  request.set_survivor_contact_id(survivor_id);
  request.set_merged_contact_id(merged_id);
  for (const auto& path : taken) request.mutable_taken()->add_paths(path);
  return request;
}

inline crm::v1::MergeCompaniesRequest MergingCompanies(int64_t survivor_id, int64_t merged_id) {
  crm::v1::MergeCompaniesRequest request;
  request.set_survivor_company_id(survivor_id);
  request.set_merged_company_id(merged_id);
  return request;
}

inline crm::v1::UndoMergeRequest Undoing(int64_t merge_id) {
  crm::v1::UndoMergeRequest request;
  request.set_merge_id(merge_id);
  return request;
}

inline crm::v1::GetContactRequest ReadingContact(int64_t contact_id) {
  crm::v1::GetContactRequest request;
  request.set_contact_id(contact_id);
  return request;
}

// Of 7 bytes.
inline crm::v1::CreateUploadRequest FileFor(int64_t contact_id) {
  auto request = NewUpload(contact_id, 7);
  request.mutable_upload()->set_entity(crm::v1::ENTITY_CONTACT);
  return request;
}

inline std::vector<int64_t> FilesOfContact(client::Client& who, int64_t contact_id) {
  std::vector<int64_t> ids;
  const auto listed = who.Call<crm::v1::ListFilesResponse>(FilesOf(crm::v1::ENTITY_CONTACT, contact_id));
  for (const auto& file : listed.files()) ids.push_back(file.id());
  return ids;
}

inline crm::v1::CreateDealRequest DealWith(int64_t contact_id) {
  auto request = NewDeal();
  request.mutable_deal()->set_contact_id(contact_id);
  return request;
}

inline crm::v1::ListSuspectsResponse Suspects(client::Client& who, crm::v1::ClientKind kind) {
  crm::v1::ListSuspectsRequest request;
  request.set_kind(kind);
  return who.Call<crm::v1::ListSuspectsResponse>(request);
}

}  // namespace voronka::testing
