#include "crm_service/work/filters/list_views.h"

#include "foundation/storage/stored_message.h"

namespace voronka::crm {

using v1::FilterSubject;
using v1::ListView;

ListView ListViews::Get(FilterSubject subject, int64_t pipeline_id) { return Read(subject, pipeline_id, ""); }

// There may be no row yet to lock; of two who make it, one waits for the other.
ListView ListViews::Lock(FilterSubject subject, int64_t pipeline_id) {
  session_.db.Execute(
      "INSERT INTO list_views (account_id, user_id, subject, pipeline_id, definition) VALUES (?, ?, ?, ?, ?) "
      "ON DUPLICATE KEY UPDATE user_id = user_id",
      session_.account_id(), session_.caller.user_id, subject, pipeline_id, storage::Bytes{});
  return Read(subject, pipeline_id, " FOR UPDATE");
}

ListView ListViews::Save(const ListView& before, ListView after) {
  after.set_etag(before.etag() + 1);
  session_.db.Execute(
      "UPDATE list_views SET definition = ? WHERE account_id = ? AND user_id = ? AND subject = ? AND pipeline_id = ?",
      storage::Bytes{storage::Serialised(after)}, session_.account_id(), session_.caller.user_id, before.subject(),
      before.pipeline_id());
  return after;
}

ListView ListViews::Read(FilterSubject subject, int64_t pipeline_id, const std::string& lock) {
  const auto rows = session_.db.Query(
      "SELECT definition FROM list_views WHERE account_id = ? AND user_id = ? AND subject = ? AND pipeline_id = ?" +
          lock,
      session_.account_id(), session_.caller.user_id, subject, pipeline_id);
  ListView view;
  if (!rows.empty()) view = storage::Stored<ListView>(rows.front().Text(0));
  view.set_subject(subject);
  view.set_pipeline_id(pipeline_id);
  return view;
}

}  // namespace voronka::crm
