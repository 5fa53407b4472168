#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "crm_service/fields/filters/filter_plan.h"
#include "crm_service/work/tasks/seen_tasks.h"
#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/task.pb.h"

namespace voronka::crm {

// Where filters find tasks.
const FilterTable& TaskTable();

// Tasks as filters read them (sift.h).
class TaskSource {
 public:
  using Resource = v1::Task;

  TaskSource(rpc::Session& session, const FilterPlan& plan) : session_(session), plan_(plan), seen_(session) {}

  // Those that are overdue, if the filter asks for them.
  std::vector<Narrowing> Narrowings() const;
  void Read(const std::vector<int64_t>& ids);
  v1::Task* Find(int64_t id);
  std::vector<v1::FieldValue> ValuesOf(const v1::Task& task, const std::string& field) const;

 private:
  bool IsOverdue(const v1::Task& task) const;

  rpc::Session& session_;
  const FilterPlan& plan_;
  const SeenTasks seen_;
  std::unordered_map<int64_t, v1::Task> tasks_;
  // Deals that wait for an approval: nobody can do anything about their tasks.
  std::unordered_set<int64_t> waiting_;
};

}  // namespace voronka::crm
