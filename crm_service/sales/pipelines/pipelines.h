#pragma once

#include <optional>
#include <string>
#include <vector>

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/pipeline.pb.h"

namespace voronka::crm {

// The table `pipelines`. At most one of an account is the default for inquiries: Add and Save end it for the others.
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
  // Those with a larger id than `beyond`, in the order of ids.
  std::vector<v1::Pipeline> All(int64_t beyond = 0);

  // To change it. Throws NOT_FOUND.
  v1::Pipeline Lock(const std::string& pipeline);
  // Gives the pipeline its number, time of creation and etag. Throws ALREADY_EXISTS (KEY_TAKEN).
  v1::Pipeline Add(v1::Pipeline pipeline);
  // `before` is locked.
  v1::Pipeline Save(const v1::Pipeline& before, v1::Pipeline after);

 private:
  // Whoever changes pipelines of an account does so one after the other.
  void TakeTurn();
  void Store(const v1::Pipeline& pipeline);
  void EndOtherDefaults(const v1::Pipeline& pipeline);

  rpc::Session& session_;
};

}  // namespace voronka::crm
