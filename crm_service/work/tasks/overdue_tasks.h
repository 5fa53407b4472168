#pragma once

#include <cstdint>
#include <map>

#include "foundation/rpc/calls/session.h"

namespace voronka::crm {

// Counts overdue tasks by assignee, without those of deals that wait for an approval.
class OverdueTasks {
 public:
  explicit OverdueTasks(rpc::Session& session) : session_(session), now_(session.Now()) {}

  // By assignee's user id.
  using Counts = std::map<int64_t, int64_t>;

  Counts Count();

 private:
  // Tasks that are overdue in every time zone.
  void AddCertain(Counts& counts);
  // All-day tasks whose day began less than two days ago: when it ends depends on the task's time zone.
  void AddEndedDays(Counts& counts);
  // What deals that wait have added. They are few.
  void SubtractWaiting(Counts& counts);

  rpc::Session& session_;
  const int64_t now_;
};

}  // namespace voronka::crm
