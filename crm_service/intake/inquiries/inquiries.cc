#include "crm_service/intake/inquiries/inquiries.h"

#include <google/protobuf/util/time_util.h>

#include "crm_service/sales/deals/rows_of_deals.h"

namespace voronka::crm {

using google::protobuf::util::TimeUtil;
using v1::Inquiry;

std::vector<Inquiry> Inquiries::OfDeal(int64_t deal_id, int64_t after, int limit) {
  return session_.db.Select<Inquiry>(
      "SELECT {columns} FROM inquiries WHERE account_id = ? AND deal_id = ? AND id > ? ORDER BY id LIMIT ?",
      account_id_, deal_id, after, limit);
}

std::vector<Inquiry> Inquiries::OfDeals(const std::vector<int64_t>& deal_ids, int64_t before, int limit) {
  if (deal_ids.empty()) return {};
  static const RowsOfDeals rows("inquiries", "inquiries_of_deal", {"id"});
  std::vector<storage::Value> values;
  const auto sql = rows.Select(account_id_, deal_ids, {before}, limit, values);
  return session_.db.SelectWith<Inquiry>(sql, values);
}

Inquiry Inquiries::Add(Inquiry inquiry) {
  inquiry.set_id(session_.NextId(Sql().name, storage::Numbering::kInternal));
  *inquiry.mutable_create_time() = TimeUtil::MicrosecondsToTimestamp(session_.Now());
  InsertRow(inquiry);
  return inquiry;
}

}  // namespace voronka::crm
