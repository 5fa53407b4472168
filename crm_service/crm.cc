#include "crm_service/crm.h"

#include "crm_service/events/event_feed.h"
#include "crm_service/forms/submissions.h"
#include "crm_service/held_forms/held_forms.h"
#include "crm_service/schema/migrations.h"
#include "crm_service/sessions/sessions.h"
#include "foundation/events/retention.h"

namespace voronka::crm {
namespace {

using std::chrono::hours;

constexpr int kForgottenAtOnce = 1'000;

}  // namespace

Crm::Crm(const config::v1::Crm& configuration)
    : log_(clock_, [this](auto& db, auto partition) { tail_.Committed(db, partition); }),
      host_(configuration.process(), crm_service::Migrations(), &log_),
      tail_(configuration.process().database(), host_.log,
            [this](auto& db, int partition, int64_t, int64_t) {
              host_.streams.Wake(kEveryEvent);
              recent_changes_.ReadOn(db, partition);
            }),
      recent_changes_(tail_, host_.streams, host_.log),
      signer_(configuration.process().signing_key()),
      accounts_(host_.rpc, host_.ids, passwords_),
      board_(host_.rpc),
      changes_(host_.feeds, tail_, recent_changes_),
      contacts_(host_.rpc),
      deals_(host_.rpc),
      events_(host_.feeds, tail_),
      forms_(host_.rpc),
      held_forms_(host_.rpc),
      inquiries_(host_.rpc),
      pipelines_(host_.rpc),
      sessions_(host_.rpc, passwords_, signer_, host_.revocations, configuration),
      tasks_(host_.rpc),
      teams_(host_.rpc),
      timeline_(host_.rpc),
      users_(host_.rpc, passwords_, host_.revocations) {
  host_.surroundings.rights = &role_check_;
  host_.punctual.Add("signing key", std::chrono::seconds(1), [this](auto&) {
    if (signer_.Reload()) host_.log.Info("another key signs tokens");
  });
  host_.punctual.Add("missed changes", std::chrono::seconds(1), [this](auto& db) { recent_changes_.ReadMissed(db); });
  host_.housekeeping.AddInPortions("old events", hours(1),
                                   [this](auto& db) { return events::ForgetOldEvents(db, host_.clock.NowMicros()); });
  host_.housekeeping.AddInPortions("old form submissions", hours(1), [this](auto& db) {
    return Submissions::Forget(db, host_.clock.NowMicros(), kForgottenAtOnce) == kForgottenAtOnce;
  });
  host_.housekeeping.AddInPortions("old held forms", hours(1), [this](auto& db) {
    return HeldForms::Forget(db, host_.clock.NowMicros(), kForgottenAtOnce) == kForgottenAtOnce;
  });
  host_.housekeeping.AddInPortions("ended sessions", hours(1), [this](auto& db) {
    return Sessions::Forget(db, host_.clock.NowMicros(), kForgottenAtOnce) == kForgottenAtOnce;
  });
}

void Crm::Serve(process::StopSignal& stop_signal) {
  host_.Serve(
      {&accounts_, &board_, &changes_, &contacts_, &deals_, &events_, &forms_, &held_forms_, &inquiries_, &pipelines_,
       &sessions_, &tasks_, &teams_, &timeline_, &users_},
      stop_signal, [this] { tail_.Start(); }, [this] { tail_.Stop(); });
}

}  // namespace voronka::crm
