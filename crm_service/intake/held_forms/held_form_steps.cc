#include "crm_service/intake/held_forms/held_form_steps.h"

#include <google/protobuf/util/time_util.h>

#include <limits>
#include <utility>
#include <vector>

#include "crm_service/intake/forms/forms.h"
#include "crm_service/intake/held_forms/held_form_rules.h"
#include "crm_service/intake/held_forms/held_forms.h"
#include "crm_service/intake/inquiries/intake.h"
#include "crm_service/people/access/sight.h"
#include "crm_service/sales/sight/seen_deals.h"
#include "foundation/rpc/requests/error.h"
#include "foundation/rpc/requests/page.h"

namespace voronka::crm {

using google::protobuf::util::TimeUtil;
using rpc::Session;
using v1::HeldForm;

namespace {

constexpr int64_t kNewest = std::numeric_limits<int64_t>::max();

// What waits, or was discarded, goes as a deal that nobody has: whoever does not see those reviews none.
bool ReviewsForms(Session& session) { return SightOf(session, v1::ENTITY_DEAL).Covers(0); }

void CheckReviews(Session& session, const HeldForm& held) {
  if (held.deal_id() == 0 && !ReviewsForms(session)) throw rpc::NotFound("held_form", held.id());
}

// Throws NOT_FOUND, HELD_FORM_RELEASED.
HeldForm LockUnreleased(Session& session, HeldForms& held_forms, int64_t id) {
  auto held = held_forms.Lock(id);
  CheckReviews(session, held);
  CheckIsNotReleased(held);
  return held;
}

// As if it had not been held, except that it keeps the time when it was sent.
v1::Inquiry TakeInHeld(Session& session, const HeldForm& held, const DealHandover& handover) {
  const auto form = Forms(session).Get(held.form_id());
  v1::Inquiry inquiry = held.inquiry();
  *inquiry.mutable_send_time() = held.create_time();
  return TakeIn(session, std::move(inquiry), form.pipeline(), handover);
}

// One that has become a deal goes by the deal.
void HideContentOfUnseen(Session& session, std::vector<HeldForm>& held_forms) {
  std::vector<int64_t> deals;
  for (const auto& held : held_forms) {
    if (held.deal_id() != 0) deals.push_back(held.deal_id());
  }
  if (deals.empty()) return;
  const auto unseen = UnseenAmong(session, deals);
  for (auto& held : held_forms) {
    if (unseen.contains(held.deal_id())) held.clear_inquiry();
  }
}

}  // namespace

v1::ListHeldFormsResponse ListHeldForms(Session& session, const v1::ListHeldFormsRequest& request) {
  const auto state = request.state() == HeldForm::STATE_UNSPECIFIED ? HeldForm::STATE_WAITING : request.state();
  const rpc::Page page(request, {kNewest, kNewest}, rpc::kMostLargeRows);
  if (state != HeldForm::STATE_RELEASED && !ReviewsForms(session)) return {};
  auto held_forms = HeldForms(session).OlderThan(page.key(0), page.key(1), state, page.limit());
  HideContentOfUnseen(session, held_forms);
  v1::ListHeldFormsResponse response;
  page.Fill(std::move(held_forms), response.mutable_held_forms(), response.mutable_next_page_token(),
            [](const HeldForm& held) {
              return std::vector{TimeUtil::TimestampToMicroseconds(held.create_time()), held.id()};
            });
  return response;
}

HeldForm GetHeldForm(Session& session, const v1::GetHeldFormRequest& request) {
  std::vector<HeldForm> held_forms{HeldForms(session).Get(request.held_form_id())};
  CheckReviews(session, held_forms.front());
  HideContentOfUnseen(session, held_forms);
  return std::move(held_forms.front());
}

v1::CountHeldFormsResponse CountHeldForms(Session& session, const v1::CountHeldFormsRequest&) {
  v1::CountHeldFormsResponse response;
  if (!ReviewsForms(session)) return response;
  response.set_waiting(HeldForms(session).Count(HeldForm::STATE_WAITING));
  return response;
}

HeldForm ReleaseHeldForm(Session& session, const v1::ReleaseHeldFormRequest& request, const DealHandover& handover) {
  HeldForms held_forms(session);
  const auto before = LockUnreleased(session, held_forms, request.held_form_id());
  const auto inquiry = TakeInHeld(session, before, handover);
  auto after = before;
  after.set_state(HeldForm::STATE_RELEASED);
  after.set_inquiry_id(inquiry.id());
  after.set_deal_id(inquiry.deal_id());
  return held_forms.Settle(before, std::move(after));
}

HeldForm DiscardHeldForm(Session& session, const v1::DiscardHeldFormRequest& request) {
  HeldForms held_forms(session);
  const auto before = LockUnreleased(session, held_forms, request.held_form_id());
  if (before.state() == HeldForm::STATE_DISCARDED) return before;
  auto after = before;
  after.set_state(HeldForm::STATE_DISCARDED);
  return held_forms.Settle(before, std::move(after));
}

}  // namespace voronka::crm
