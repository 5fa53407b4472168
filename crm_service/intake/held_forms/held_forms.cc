#include "crm_service/intake/held_forms/held_forms.h"

#include <google/protobuf/util/time_util.h>

#include <chrono>
#include <map>
#include <string>

#include "crm_service/log/events/record.h"
#include "foundation/security/secret.h"
#include "foundation/storage/errors.h"

namespace voronka::crm {
namespace {

using google::protobuf::util::TimeUtil;
using std::chrono::hours;
using std::chrono::microseconds;
using v1::HeldForm;

constexpr int64_t kDay = microseconds(hours(24)).count();
constexpr int64_t kRetention = 30 * kDay;

// Covers only what the client filled in, not when or from where they sent it.
std::string DigestOf(const v1::Inquiry& inquiry) {
  std::string content = inquiry.client_name() + '\n' + inquiry.phone() + '\n' + inquiry.email() + '\n' + inquiry.text();
  if (!inquiry.messenger().empty()) content += '\n' + inquiry.messenger();
  for (const auto& [name, value] : std::map(inquiry.sent().values().begin(), inquiry.sent().values().end())) {
    content += '\n' + name + '\n' + value;
  }
  return security::Sha256(content);
}

HeldForm WithoutInquiry(HeldForm held) {
  held.clear_inquiry();
  return held;
}

}  // namespace

std::vector<HeldForm> HeldForms::OlderThan(int64_t create_time, int64_t id, HeldForm::State state, int limit) {
  return session_.db.Select<HeldForm>(
      "SELECT {columns} FROM held_forms WHERE account_id = ? AND state = ? "
      "AND (create_time < ? OR (create_time = ? AND id < ?)) ORDER BY create_time DESC, id DESC LIMIT ?",
      account_id_, state, create_time, create_time, id, limit);
}

int64_t HeldForms::Count(HeldForm::State state) {
  return session_.db.Query("SELECT COUNT(*) FROM held_forms WHERE account_id = ? AND state = ?", account_id_, state)
      .at(0)
      .Int(0);
}

HeldLately HeldForms::Lately(int64_t form_id) {
  const auto lately = session_.db.Query(
      "SELECT COUNT(*), CAST(SUM(size) AS SIGNED) FROM held_forms WHERE account_id = ? AND form_id = ? "
      "AND create_time > ?",
      account_id_, form_id, session_.Now() - kDay);
  return {.forms = lately.at(0).Int(0), .bytes = lately[0].Int(1)};
}

bool HeldForms::Add(HeldForm held) {
  held.set_id(session_.NextId(Sql().name));
  *held.mutable_create_time() = TimeUtil::MicrosecondsToTimestamp(session_.Now());
  held.set_etag(1);
  const std::string digest = DigestOf(held.inquiry());
  const auto size = static_cast<int64_t>(held.inquiry().ByteSizeLong());
  try {
    session_.db.Insert(Sql().table, {{"account_id", account_id_}, {"digest", storage::Bytes{digest}}, {"size", size}},
                       held);
  } catch (const storage::DuplicateKey&) {
    return false;
  }
  RecordChange(session_, account_id_, nullptr, WithoutInquiry(std::move(held)));
  return true;
}

HeldForm HeldForms::Settle(const HeldForm& before, HeldForm after) {
  after.set_etag(before.etag() + 1);
  session_.db.Execute(
      "UPDATE held_forms SET digest = NULL, state = ?, inquiry_id = ?, deal_id = ?, etag = ? "
      "WHERE account_id = ? AND id = ?",
      after.state(), after.inquiry_id(), after.deal_id(), after.etag(), account_id_, after.id());
  const auto recorded_before = WithoutInquiry(before);
  RecordChange(session_, account_id_, &recorded_before, WithoutInquiry(after));
  return after;
}

int64_t HeldForms::Forget(storage::Connection& db, int64_t now, int limit) {
  return db.Execute("DELETE FROM held_forms WHERE create_time < ? LIMIT ?", now - kRetention, limit);
}

}  // namespace voronka::crm
