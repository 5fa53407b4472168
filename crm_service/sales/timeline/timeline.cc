#include "crm_service/sales/timeline/timeline.h"

#include <google/protobuf/util/time_util.h>

namespace voronka::crm {

using google::protobuf::util::TimeUtil;
using v1::TimelineEntry;

TimelineEntry Timeline::Add(TimelineEntry entry) {
  entry.set_id(session_.NextId("timeline", storage::Numbering::kInternal));
  *entry.mutable_create_time() = TimeUtil::MicrosecondsToTimestamp(session_.Now());
  entry.set_actor_user_id(session_.caller.user_id);
  entry.set_actor_service(session_.caller.service);
  session_.db.Insert("timeline", {{"account_id", session_.account_id()}}, entry);
  return entry;
}

std::vector<TimelineEntry> Timeline::Of(int64_t deal_id, const rpc::Page& page) {
  return session_.db.Select<TimelineEntry>(
      "SELECT {columns} FROM timeline WHERE account_id = ? AND deal_id = ? "
      "AND (create_time > ? OR (create_time = ? AND id > ?)) ORDER BY create_time, id LIMIT ?",
      session_.account_id(), deal_id, page.key(0), page.key(0), page.key(1), page.limit());
}

bool Timeline::LastOfferExpired(int64_t deal_id, int64_t user_id) {
  const auto last = session_.db.Query(
      "SELECT kind FROM timeline WHERE account_id = ? AND deal_id = ? AND user_id = ? AND kind IN (?, ?, ?, ?) "
      "ORDER BY create_time DESC, id DESC LIMIT 1",
      session_.account_id(), deal_id, user_id, TimelineEntry::KIND_OFFERED, TimelineEntry::KIND_OFFER_DECLINED,
      TimelineEntry::KIND_OFFER_RECLAIMED, TimelineEntry::KIND_REASSIGNED);
  return !last.empty() && last[0].Int(0) == TimelineEntry::KIND_OFFER_RECLAIMED;
}

}  // namespace voronka::crm
