#pragma once

#include <cstdint>
#include <map>

#include "foundation/rpc/calls/session.h"

namespace voronka::crm {

// Counts what should have been done by now, by who was to do it.
class OverdueTasks {
 public:
  explicit OverdueTasks(rpc::Session& session) : session_(session), now_(session.Now()) {}

  // By assignee.
  using Counts = std::map<int64_t, int64_t>;

  Counts Count();

 private:
  // Those that are overdue in every time zone.
  void AddCertain(Counts& counts);
  // Those for a day that began less than two days ago: when it ends is told by their time zones.
  void AddEndedDays(Counts& counts);

  rpc::Session& session_;
  const int64_t now_;
};

}  // namespace voronka::crm
