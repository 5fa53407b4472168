#pragma once

#include "foundation/rpc/session.h"
#include "voronka/crm/v1/task.pb.h"

namespace voronka::crm {

// What there is to do, by due time.
class TaskLists {
 public:
  explicit TaskLists(rpc::Session& session) : session_(session) {}

  v1::ListTasksResponse List(const v1::ListTasksRequest& request);
  v1::ListTaskCardsResponse ListCards(const v1::ListTaskCardsRequest& request);

 private:
  rpc::Session& session_;
};

}  // namespace voronka::crm
