#pragma once

#include <optional>
#include <string>
#include <vector>

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/pipeline.pb.h"

namespace voronka::crm {

// Of all pipelines of an account in order of id: the one for inquiries that do not name one that takes them. That is
// the default; where none is, the first in use that is for sales, else for leads or claims, else the first. Null: none
// is in use.
const v1::Pipeline* ForInquiriesAmong(const std::vector<v1::Pipeline>& all);

// The table `pipelines`. At most one pipeline of an account is the default for inquiries: Add and Save clear the mark
// on the others.
class Pipelines {
 public:
  explicit Pipelines(rpc::Session& session) : session_(session) {}

  // By key or id. Throws NOT_FOUND.
  v1::Pipeline Get(const std::string& pipeline);
  std::optional<v1::Pipeline> Find(const std::string& pipeline);
  // For a write that relies on the pipeline: it cannot change until the session commits.
  std::optional<v1::Pipeline> FindForWrite(const std::string& pipeline);
  // The pipeline for inquiries that do not name one that takes them. It cannot change until the session commits.
  // Nothing in an account without pipelines.
  std::optional<v1::Pipeline> ForInquiries();
  // Those with a larger id than `beyond`, in order of id.
  std::vector<v1::Pipeline> All(int64_t beyond = 0);

  // Locks it for a change. Throws NOT_FOUND.
  v1::Pipeline Lock(const std::string& pipeline);
  // Assigns id, creation time and etag. Throws ALREADY_EXISTS (KEY_TAKEN).
  v1::Pipeline Add(v1::Pipeline pipeline);
  // `before` must be locked.
  v1::Pipeline Save(const v1::Pipeline& before, v1::Pipeline after);

 private:
  // Serialises changes of the account's pipelines.
  void TakeTurn();
  void Store(const v1::Pipeline& pipeline);
  void EndOtherDefaults(const v1::Pipeline& pipeline);

  rpc::Session& session_;
};

}  // namespace voronka::crm
