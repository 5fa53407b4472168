#include "crm_service/crm.h"

#include <iterator>
#include <memory>
#include <utility>

#include "crm_service/clients/services.h"
#include "crm_service/configuration/services.h"
#include "crm_service/fields/services.h"
#include "crm_service/intake/held_forms/held_forms.h"
#include "crm_service/intake/services.h"
#include "crm_service/intake/submissions/submissions.h"
#include "crm_service/log/events/event_feed.h"
#include "crm_service/log/services.h"
#include "crm_service/people/sessions/sessions.h"
#include "crm_service/sales/deals/client_guards.h"
#include "crm_service/sales/deals/deal_passing.h"
#include "crm_service/sales/services.h"
#include "crm_service/sales/sight/change_sight.h"
#include "crm_service/schema/migrations.h"
#include "crm_service/search/services.h"
#include "crm_service/work/services.h"
#include "crm_service/work/tasks/task_handover.h"
#include "foundation/events/head_count.h"
#include "foundation/events/retention.h"

namespace voronka::crm {
namespace {

using std::chrono::hours;
using std::chrono::seconds;

constexpr int kForgottenAtOnce = 1'000;

}  // namespace

Crm::Crm(const config::v1::Crm& configuration)
    : log_(clock_, [this](auto& db, auto partition) { tail_.Committed(db, partition); }),
      host_(configuration.process(), crm_service::Migrations(), &log_),
      index_fills_(host_.session_context),
      index_renewal_(host_.session_context),
      tail_(configuration.process().database(), host_.log,
            [this](auto& db, int partition, int64_t, int64_t) {
              host_.streams.Wake(kEveryEvent);
              recent_changes_.ReadOn(db, partition);
              search_follower_.Wake();
            }),
      recent_events_(host_.log),
      recent_changes_(tail_, host_.streams, host_.log),
      search_follower_(configuration.process().database(), host_.session_context, tail_, recent_events_, host_.log),
      people_(host_, configuration),
      files_(configuration),
      file_collection_(files_) {
  host_.session_context.rights = &role_check_;
  host_.session_context.veil = &field_veil_;
  AddServices(LogServices(host_.feeds, tail_, recent_events_, recent_changes_, [this](const rpc::Caller& caller) {
    return std::make_unique<ChangeSight>(caller, field_veil_);
  }));
  AddServices(people_.Services());
  AddServices(FieldServices(host_.feeds));
  AddServices(ClientServices(host_.feeds, {CheckRulesKeptByContact, CheckRulesKeptByCompany}, PassDealOn));
  AddServices(SalesServices(host_.feeds, PassTasksOn));
  AddServices(IntakeServices(host_.feeds, PassTasksOn));
  AddServices(WorkServices(host_.feeds, files_));
  AddServices(SearchServices(host_.feeds));
  AddServices(ConfigurationServices(host_.feeds));
  AddPeriodicWork();
}

void Crm::AddServices(rpc::Services services) {
  services_.insert(services_.end(), std::make_move_iterator(services.begin()), std::make_move_iterator(services.end()));
}

void Crm::AddPeriodicWork() {
  host_.punctual.Add("signing key", seconds(1), [this](auto&) { people_.ReloadSigningKey(); });
  host_.punctual.Add("missed changes", seconds(1), [this](auto& db) { recent_changes_.ReadMissed(db); });
  auto& head = host_.metrics.Gauge("event_log_head", "Events that were ever written, in all partitions.");
  host_.punctual.Add("events written", seconds(1),
                     [&head](auto& db) { head.Set(static_cast<double>(events::HeadCount(db))); });
  host_.housekeeping.AddInPortions("old events", hours(1),
                                   [this](auto& db) { return events::ForgetOldEvents(db, host_.clock.NowMicros()); });
  // `forget` deletes at most that many expired rows.
  const auto add_forgetting = [this](const char* what, auto forget) {
    host_.housekeeping.AddInPortions(what, hours(1), [this, forget](auto& db) {
      return forget(db, host_.clock.NowMicros(), kForgottenAtOnce) == kForgottenAtOnce;
    });
  };
  host_.housekeeping.AddInPortions("keys of companies", hours(24),
                                   [this](auto& db) { return company_keys_.RenewPortion(db); });
  host_.housekeeping.AddInPortions("likenesses of clients", hours(24),
                                   [this](auto& db) { return likeness_renewal_.RenewPortion(db); });
  host_.housekeeping.AddInPortions("values for new indexes", seconds(5),
                                   [this](auto& db) { return index_fills_.FillPortion(db); });
  host_.housekeeping.AddInPortions("values in indexes", hours(24),
                                   [this](auto& db) { return index_renewal_.RenewPortion(db); });
  host_.housekeeping.AddInPortions("values of ended indexes", hours(1),
                                   [](auto& db) { return IndexFills::ForgetPortion(db); });
  const auto add_collecting = [this](const char* what, hours every, auto collect) {
    host_.housekeeping.AddInPortions(
        what, every, [this, collect](auto& db) { return (file_collection_.*collect)(db, host_.clock.NowMicros()); });
  };
  add_collecting("unfinished uploads", hours(1), &FileCollection::ForgetUploads);
  add_collecting("removed files", hours(1), &FileCollection::ForgetRemoved);
  add_collecting("content of no file", hours(24), &FileCollection::CollectContent);
  add_forgetting("old form submissions", Submissions::Forget);
  add_forgetting("old held forms", HeldForms::Forget);
  add_forgetting("ended sessions", Sessions::Forget);
}

void Crm::Serve(process::StopSignal& stop_signal) {
  host_.Serve(
      services(), stop_signal,
      [this] {
        tail_.Start();
        search_follower_.Start();
      },
      [this] {
        search_follower_.Stop();
        tail_.Stop();
      });
}

}  // namespace voronka::crm
