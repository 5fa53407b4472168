#include "crm_service/work/filters/task_filter_steps.h"

#include "crm_service/fields/filters/sift.h"
#include "crm_service/work/filters/task_source.h"
#include "foundation/rpc/requests/page.h"

namespace voronka::crm {

using rpc::Session;

v1::FilterTasksResponse FilterTasks(Session& session, const v1::FilterTasksRequest& request) {
  const rpc::Page page(request, {0, 0});
  const FilterPlan plan(session, TaskTable(), FilterIn(request), request.order_by());
  TaskSource source(session, plan);
  v1::FilterTasksResponse response;
  FillFiltered(session, plan, source, page, response.mutable_tasks(), response.mutable_next_page_token());
  return response;
}

v1::CountTasksResponse CountTasks(Session& session, const v1::CountTasksRequest& request) {
  const FilterPlan plan(session, TaskTable(), FilterIn(request), "");
  TaskSource source(session, plan);
  v1::CountTasksResponse response;
  response.set_is_partial(
      CountFiltered(session, plan, source, [&](const v1::Task&) { response.set_count(response.count() + 1); }));
  return response;
}

}  // namespace voronka::crm
