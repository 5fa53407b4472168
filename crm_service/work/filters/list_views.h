#pragma once

#include <cstdint>
#include <string>

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/list_view.pb.h"

namespace voronka::crm {

// The table `list_views`: the caller's own. One without a row has neither columns nor an order, and etag 0.
class ListViews {
 public:
  explicit ListViews(rpc::Session& session) : session_(session) {}

  v1::ListView Get(v1::FilterSubject subject, int64_t pipeline_id);
  // The same, and nobody else changes it until the transaction ends.
  v1::ListView Lock(v1::FilterSubject subject, int64_t pipeline_id);
  // With the next etag. `before` must be locked.
  v1::ListView Save(const v1::ListView& before, v1::ListView after);

 private:
  v1::ListView Read(v1::FilterSubject subject, int64_t pipeline_id, const std::string& lock);

  rpc::Session& session_;
};

}  // namespace voronka::crm
