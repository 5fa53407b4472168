#include "crm_service/intake/held_forms/held_forms.h"

#include <google/protobuf/util/time_util.h>

#include <chrono>
#include <limits>
#include <map>
#include <optional>
#include <utility>

#include "crm_service/log/events/record.h"
#include "crm_service/intake/forms/forms.h"
#include "crm_service/intake/held_forms/held_form_rules.h"
#include "crm_service/intake/inquiries/intake.h"
#include "foundation/rpc/error.h"
#include "foundation/rpc/page.h"
#include "foundation/security/secret.h"
#include "foundation/storage/errors.h"

namespace voronka::crm {
namespace {

using google::protobuf::util::TimeUtil;
using std::chrono::hours;
using std::chrono::microseconds;
using v1::HeldForm;

constexpr int64_t kADay = microseconds(hours(24)).count();
constexpr int64_t kKept = 30 * kADay;
constexpr int64_t kLast = std::numeric_limits<int64_t>::max();

HeldForm Found(std::optional<HeldForm> held, int64_t id) {
  if (!held) throw rpc::NotFound("held form", id);
  return *std::move(held);
}

// Of what the client filled in, whenever and from wherever they sent it.
std::string DigestOf(const v1::Inquiry& inquiry) {
  std::string content = inquiry.client_name() + '\n' + inquiry.phone() + '\n' + inquiry.email() + '\n' + inquiry.text();
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

void HeldForms::Hold(int64_t form_id, v1::Inquiry inquiry, const std::string& trap) {
  HeldForm held;
  held.set_id(session_.NextId("held_form"));
  held.set_form_id(form_id);
  held.set_state(HeldForm::STATE_WAITING);
  held.set_trap(trap);
  *held.mutable_inquiry() = std::move(inquiry);
  *held.mutable_create_time() = TimeUtil::MicrosecondsToTimestamp(session_.Now());
  held.set_etag(1);
  if (!Insert(held)) return;
  CheckRoom(form_id);
  Announce(nullptr, held);
}

void HeldForms::CheckRoom(int64_t form_id) {
  const auto lately = session_.db.Query(
      "SELECT COUNT(*), CAST(SUM(size) AS SIGNED) FROM held_forms WHERE account_id = ? AND form_id = ? "
      "AND create_time > ?",
      session_.account_id(), form_id, session_.Now() - kADay);
  CheckRoomFor({lately.at(0).Int(0), lately[0].Int(1)});
}

bool HeldForms::Insert(const HeldForm& held) {
  const int64_t size = static_cast<int64_t>(held.inquiry().ByteSizeLong());
  const std::string digest = DigestOf(held.inquiry());
  try {
    session_.db.Insert("held_forms",
                       {{"account_id", session_.account_id()}, {"digest", storage::Bytes{digest}}, {"size", size}},
                       held);
    return true;
  } catch (const storage::DuplicateKey&) {
    return false;
  }
}

HeldForm HeldForms::Get(int64_t id) {
  return Found(session_.db.SelectOne<HeldForm>("SELECT {columns} FROM held_forms WHERE account_id = ? AND id = ?",
                                               session_.account_id(), id),
               id);
}

HeldForm HeldForms::Lock(int64_t id) {
  return Found(
      session_.db.SelectOne<HeldForm>("SELECT {columns} FROM held_forms WHERE account_id = ? AND id = ? FOR UPDATE",
                                      session_.account_id(), id),
      id);
}

v1::ListHeldFormsResponse HeldForms::List(const v1::ListHeldFormsRequest& request) {
  const auto state = request.state() == HeldForm::STATE_UNSPECIFIED ? HeldForm::STATE_WAITING : request.state();
  const rpc::Page page(request, {kLast, kLast}, rpc::kMostLargeRows);
  v1::ListHeldFormsResponse response;
  page.Fill(session_.db.Select<HeldForm>(
                "SELECT {columns} FROM held_forms WHERE account_id = ? AND state = ? "
                "AND (create_time < ? OR (create_time = ? AND id < ?)) ORDER BY create_time DESC, id DESC LIMIT ?",
                session_.account_id(), state, page.key(0), page.key(0), page.key(1), page.limit()),
            response.mutable_held_forms(), response.mutable_next_page_token(), [](const HeldForm& held) {
              return std::vector{TimeUtil::TimestampToMicroseconds(held.create_time()), held.id()};
            });
  return response;
}

int64_t HeldForms::CountWaiting() {
  return session_.db
      .Query("SELECT COUNT(*) FROM held_forms WHERE account_id = ? AND state = ?", session_.account_id(),
             HeldForm::STATE_WAITING)
      .at(0)
      .Int(0);
}

HeldForm HeldForms::Release(int64_t id) {
  const auto before = Lock(id);
  CheckIsNotReleased(before);
  v1::Inquiry inquiry = before.inquiry();
  *inquiry.mutable_send_time() = before.create_time();
  const auto form = Forms(session_).Get(before.form_id());
  const auto taken = Intake(session_).Take(std::move(inquiry), form.pipeline()).inquiry();
  HeldForm after = before;
  after.set_state(HeldForm::STATE_RELEASED);
  after.set_inquiry_id(taken.id());
  after.set_deal_id(taken.deal_id());
  return Settle(before, std::move(after));
}

HeldForm HeldForms::Discard(int64_t id) {
  const auto before = Lock(id);
  CheckIsNotReleased(before);
  if (before.state() == HeldForm::STATE_DISCARDED) return before;
  HeldForm after = before;
  after.set_state(HeldForm::STATE_DISCARDED);
  return Settle(before, std::move(after));
}

HeldForm HeldForms::Settle(const HeldForm& before, HeldForm after) {
  after.set_etag(before.etag() + 1);
  session_.db.Execute(
      "UPDATE held_forms SET digest = NULL, state = ?, inquiry_id = ?, deal_id = ?, etag = ? "
      "WHERE account_id = ? AND id = ?",
      after.state(), after.inquiry_id(), after.deal_id(), after.etag(), session_.account_id(), after.id());
  Announce(&before, after);
  return after;
}

void HeldForms::Announce(const HeldForm* before, const HeldForm& after) {
  v1::Event event;
  if (before != nullptr) *event.mutable_held_form()->mutable_before() = WithoutInquiry(*before);
  *event.mutable_held_form()->mutable_after() = WithoutInquiry(after);
  Record(session_, std::move(event));
}

int64_t HeldForms::Forget(storage::Connection& db, int64_t now, int limit) {
  return db.Execute("DELETE FROM held_forms WHERE create_time < ? LIMIT ?", now - kKept, limit);
}

}  // namespace voronka::crm
