#include "crm_service/work/filters/list_view_steps.h"

#include <fmt/format.h>
#include <google/protobuf/util/message_differencer.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "crm_service/fields/field_sets/field_sets.h"
#include "crm_service/fields/filters/filter_fields.h"
#include "crm_service/fields/filters/filter_orders.h"
#include "crm_service/work/filters/list_views.h"
#include "crm_service/work/filters/subject_tables.h"
#include "foundation/rpc/calls/table.h"
#include "foundation/rpc/requests/error.h"
#include "foundation/rpc/requests/etag.h"
#include "voronka/crm/v1/pipeline.pb.h"

namespace voronka::crm {

using rpc::Session;
using rpc::Violations;
using v1::ListView;

namespace {

void CheckPipelineOfView(Session& session, v1::FilterSubject subject, int64_t pipeline_id, const std::string& path,
                         Violations& violations) {
  if (subject != v1::FILTER_SUBJECT_DEALS) {
    violations.AddUnless(pipeline_id == 0, "PIPELINE_NOT_ALLOWED", path,
                         {"Only deals have a pipeline.", "Воронка есть только у сделок."});
    return;
  }
  rpc::Table<v1::Pipeline>(session).Require(pipeline_id, "UNKNOWN_PIPELINE", path,
                                            {"There is no such pipeline.", "Такой воронки нет."}, violations);
}

void CheckColumns(const ListView& view, Violations& violations) {
  std::set<std::string> seen;
  for (int i = 0; i < view.columns_size(); ++i) {
    violations.AddUnless(seen.insert(view.columns(i).field()).second, "DUPLICATE_FIELD",
                         fmt::format("list_view.columns[{}].field", i),
                         {"The list already has this column.", "Такая колонка в списке уже есть."});
  }
}

// Without what the caller's filters cannot name now.
ListView AsSeen(Session& session, ListView view) {
  const FilterFields fields(view.subject(), session.caller.role, FieldSets(session).All());
  auto& columns = *view.mutable_columns();
  columns.erase(std::remove_if(columns.begin(), columns.end(),
                               [&](const auto& column) { return fields.Find(column.field()) == nullptr; }),
                columns.end());
  if (!OrderCalled(TableOfSubject(view.subject()), fields, view.order_by())) view.clear_order_by();
  return view;
}

}  // namespace

ListView GetListView(Session& session, const v1::GetListViewRequest& request) {
  Violations violations;
  CheckPipelineOfView(session, request.subject(), request.pipeline_id(), "pipeline_id", violations);
  violations.ThrowIfAny();
  return AsSeen(session, ListViews(session).Get(request.subject(), request.pipeline_id()));
}

ListView UpdateListView(Session& session, const v1::UpdateListViewRequest& request) {
  ListView after = request.list_view();
  Violations violations;
  CheckPipelineOfView(session, after.subject(), after.pipeline_id(), "list_view.pipeline_id", violations);
  CheckColumns(after, violations);
  violations.ThrowIfAny();
  ListViews views(session);
  const auto before = views.Lock(after.subject(), after.pipeline_id());
  rpc::CheckEtag(request.etag(), before.etag());
  after.set_etag(before.etag());
  if (google::protobuf::util::MessageDifferencer::Equals(before, after)) return AsSeen(session, before);
  return AsSeen(session, views.Save(before, std::move(after)));
}

}  // namespace voronka::crm
