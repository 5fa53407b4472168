#include "crm_service/intake/forms/form_refusals.h"

#include <google/protobuf/util/time_util.h>

namespace voronka::crm {

using google::protobuf::util::TimeUtil;

void FormRefusals::Add(const OwnedForm& form, const v1::RefusedSubmissions& refused, int64_t now) {
  db_.Execute(
      "INSERT INTO form_refusals (account_id, form_id, reason, refused, last_time) VALUES (?, ?, ?, ?, ?) "
      "ON DUPLICATE KEY UPDATE refused = refused + VALUES(refused), "
      "last_time = GREATEST(last_time, VALUES(last_time))",
      form.account_id, form.form.id(), refused.reason(), refused.count(), now);
}

std::vector<v1::FormRefusals> FormRefusals::Of(int64_t account_id, int64_t form_id) {
  std::vector<v1::FormRefusals> all;
  for (const auto& row : db_.Query("SELECT reason, refused, last_time FROM form_refusals "
                                   "WHERE account_id = ? AND form_id = ? ORDER BY reason",
                                   account_id, form_id)) {
    auto& refusals = all.emplace_back();
    refusals.set_reason(row.Text(0));
    refusals.set_count(row.Int(1));
    *refusals.mutable_last_time() = TimeUtil::MicrosecondsToTimestamp(row.Int(2));
  }
  return all;
}

}  // namespace voronka::crm
