#include "crm_service/work/files/uploads.h"

#include <google/protobuf/util/time_util.h>

namespace voronka::crm {

v1::Upload Uploads::Add(v1::Upload upload) {
  upload.set_id(session_.NextId(Sql().name));
  upload.set_user_id(session_.caller.user_id);
  *upload.mutable_create_time() = google::protobuf::util::TimeUtil::MicrosecondsToTimestamp(session_.Now());
  InsertRow(upload);
  return upload;
}

void Uploads::Remove(int64_t upload_id) { session_.db.Execute(Sql().remove, account_id_, upload_id); }

int64_t Uploads::AnnouncedBytes() {
  return session_.db
      .Query("SELECT CAST(COALESCE(SUM(size), 0) AS SIGNED) FROM uploads WHERE account_id = ?", account_id_)
      .at(0)
      .Int(0);
}

}  // namespace voronka::crm
