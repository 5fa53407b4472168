#include "notifier/notifier.h"

#include <chrono>
#include <vector>

#include "foundation/events/retention.h"
#include "foundation/security/certificate_expiry.h"
#include "notifier/deliveries/deliveries.h"
#include "notifier/devices/devices.h"
#include "notifier/inbox/inbox.h"
#include "notifier/schema/migrations.h"
#include "notifier/services.h"

namespace voronka::notifier {
namespace {

client::Endpoints CrmAt(const config::v1::Peer& peer) {
  return {.addresses = {{"crm", peer.address()}}, .tls = peer.tls()};
}

}  // namespace

Notifier::Notifier(const config::v1::Notifier& configuration)
    : announcements_(clock_,
                     [this](auto& db, auto partition) {
                       tail_.Committed(db, partition);
                       // Whatever is pushed is announced too.
                       push_sender_.Wake();
                     }),
      host_(configuration.process(), Migrations(), &announcements_),
      push_services_(configuration.push(), host_.clock, host_.log, host_.metrics),
      push_sender_(
          host_.configuration.database(), host_.clock, host_.random,
          [this](Push push, auto answered) { push_services_.Send(std::move(push), std::move(answered)); }, host_.log,
          host_.metrics),
      streamed_notes_(host_.clock, host_.metrics),
      note_writer_(host_.configuration.database(), host_.log),
      subscribers_(host_.streams, host_.log),
      tail_(host_.configuration.database(), host_.log,
            [this](auto& db, int partition, int64_t after, int64_t upto) {
              subscribers_.Wake(db, partition, after, upto);
            }),
      timers_(host_.configuration.database(), host_.session_context, host_.workers, host_.log, host_.metrics),
      snooze_timers_(timers_),
      offer_warnings_(timers_),
      task_reminders_(timers_),
      approval_waits_(timers_),
      unsorted_waits_(timers_),
      effects_(offer_warnings_, task_reminders_, approval_waits_, unsorted_waits_, host_.revocations),
      clients_(CrmAt(configuration.crm()), "notifier", host_.configuration.signing_key(), host_.clock),
      resync_(clients_, host_.session_context, task_reminders_, approval_waits_, host_.log, host_.metrics),
      consumer_(
          host_.configuration.database(), host_.session_context, clients_.For(0), host_.log, host_.metrics,
          EventEffects::Concerns, [this](auto& session, const auto& event) { effects_.Apply(session, event); },
          [this](auto& db) { resync_.Run(db); }),
      services_(NotifierServices(host_.feeds, tail_, snooze_timers_, push_services_, push_sender_, streamed_notes_)) {
  AddPeriodicWork();
  host_.housekeeping.Add(
      "certificates to call with", std::chrono::minutes(1),
      [this, tls = configuration.crm().tls()](auto&) { security::ReportExpiry(tls, host_.metrics); });
}

void Notifier::AddPeriodicWork() {
  using std::chrono::hours;
  using std::chrono::minutes;
  using std::chrono::seconds;
  host_.punctual.Add("keys and certificates", seconds(1), [this](auto&) { clients_.Renew(host_.log); });
  host_.punctual.Add("push keys", seconds(1), [this](auto&) { push_services_.Renew(); });
  host_.punctual.Add("missed wakes", seconds(1), [this](auto& db) { subscribers_.WakeMissed(db); });
  host_.housekeeping.Add("accounts to list again", minutes(1), [this](auto& db) { resync_.RunPending(db); });
  host_.housekeeping.AddInPortions("old events", hours(1),
                                   [this](auto& db) { return events::ForgetOldEvents(db, host_.clock.NowMicros()); });
  host_.housekeeping.AddInPortions("old notifications", hours(1),
                                   [this](auto& db) { return Inbox::ForgetOld(db, host_.clock.NowMicros()); });
  note_writer_.Add("what was streamed", seconds(1), [this](auto& db) { streamed_notes_.Write(db); });
  host_.housekeeping.AddInPortions("old deliveries", hours(1),
                                   [this](auto& db) { return Deliveries::ForgetOld(db, host_.clock.NowMicros()); });
  host_.housekeeping.AddInPortions("old pushes", hours(1),
                                   [this](auto& db) { return Pushes::ForgetOld(db, host_.clock.NowMicros()); });
  host_.housekeeping.AddInPortions("unseen devices", hours(1),
                                   [this](auto& db) { return Devices::ForgetUnseen(db, host_.clock.NowMicros()); });
}

void Notifier::Serve(process::StopSignal& stop_signal) {
  host_.Serve(
      rpc::PointersTo(services_), stop_signal, [this] { Start(); }, [this] { Stop(); });
}

void Notifier::Start() {
  tail_.Start();
  push_sender_.Start();
  note_writer_.Start();
  timers_.Start();
  consumer_.Start();
}

void Notifier::Stop() {
  consumer_.Stop();
  timers_.Stop();
  push_sender_.Stop();
  note_writer_.Stop();
  note_writer_.DoAll();
  tail_.Stop();
}

}  // namespace voronka::notifier
