#pragma once

#include <optional>
#include <string>
#include <vector>

#include "foundation/rpc/session.h"
#include "voronka/crm/v1/pipeline.pb.h"

namespace voronka::crm {

// The table `pipelines`.
class Pipelines {
 public:
  explicit Pipelines(rpc::Session& session) : session_(session) {}

  // By key or id. Throws NOT_FOUND.
  v1::Pipeline Get(const std::string& pipeline);
  std::optional<v1::Pipeline> Find(const std::string& pipeline);
  // For a write that relies on it: it cannot change until the session commits.
  std::optional<v1::Pipeline> FindForWrite(const std::string& pipeline);
  // The one that takes inquiries which name none in use, for a write too; nothing in an account without pipelines.
  std::optional<v1::Pipeline> ForInquiries();

  v1::Pipeline Create(const v1::CreatePipelineRequest& request);
  v1::Pipeline Update(const v1::UpdatePipelineRequest& request);
  v1::Pipeline Archive(const v1::ArchivePipelineRequest& request);
  v1::Pipeline Unarchive(const v1::UnarchivePipelineRequest& request);
  v1::ListPipelinesResponse List(const v1::ListPipelinesRequest& request);

 private:
  // Whoever changes pipelines does so one after the other.
  void TakeTurn();
  // By key or id.
  v1::Pipeline Lock(const std::string& pipeline);
  std::vector<v1::Pipeline> All();
  void Number(v1::Pipeline& pipeline, const v1::Pipeline* before);
  void Store(const v1::Pipeline& pipeline);
  void EndOtherDefaults(const v1::Pipeline& pipeline);
  // Throws STAGE_IN_USE for a stage with deals that goes, or that closes or opens them by another kind.
  void CheckNoDealsLeft(const v1::Pipeline& before, const v1::Pipeline& after);
  void CheckMayBeArchived(const v1::Pipeline& pipeline);
  int64_t OpenDealsIn(const v1::Pipeline& pipeline);
  // The next version.
  v1::Pipeline Save(const v1::Pipeline& before, v1::Pipeline after);
  void Announce(const v1::Pipeline* before, const v1::Pipeline& after);

  rpc::Session& session_;
};

}  // namespace voronka::crm
