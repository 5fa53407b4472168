#include "distribution_service/distribution.h"

#include <chrono>
#include <vector>

#include "distribution_service/schema/migrations.h"
#include "distribution_service/services.h"
#include "foundation/security/certificate_expiry.h"

namespace voronka::distribution {
namespace {

// How long one replica has an offer to itself: longer than any call that is answered. If it were shorter, the replicas
// would repeat each other's work just when there is most of it.
constexpr std::chrono::seconds kLease(5);
constexpr std::chrono::minutes kReconcileEvery(1);
constexpr std::chrono::seconds kRetryEvery(1);
constexpr std::chrono::minutes kExpiryEvery(1);

client::Endpoints EndpointsOf(const config::v1::Peer& crm) {
  return {.addresses = {{"crm", crm.address()}}, .tls = crm.tls()};
}

}  // namespace

Distribution::Distribution(const config::v1::Distribution& configuration)
    : host_(configuration.process(), distribution_service::Migrations(), nullptr),
      clients_(EndpointsOf(configuration.crm()), "distribution", configuration.process().signing_key(), host_.clock),
      timers_(configuration.process().database(), host_.session_context, host_.workers, host_.log, host_.metrics),
      work_(host_.session_context, "distribution"),
      deals_(clients_),
      directory_(clients_),
      planner_(OfferTimers(timers_)),
      delivery_(work_, deals_, planner_, OfferTimers(timers_)),
      reconciler_(work_, host_.workers, {deals_, directory_}, planner_, OfferTimers(timers_), host_.log, host_.metrics),
      plan_retention_(work_),
      effects_(planner_, reconciler_, host_.revocations),
      consumer_(
          configuration.process().database(), host_.session_context, clients_.For(0), host_.log, host_.metrics,
          EventEffects::Concerns,
          [this](rpc::Session& session, const crm::v1::Event& event) { effects_.Apply(session, event); },
          [this](storage::Connection& db) { reconciler_.StartOver(db); }),
      services_(DistributionServices(host_.feeds, directory_)) {
  timers_.OnDue(OfferTimers::kKind, kLease,
                [this](storage::Connection& db, const timers::Timer& timer) { delivery_.Act(db, timer); });
  host_.punctual.Add("keys and certificates", std::chrono::seconds(1), [this](auto&) { clients_.Renew(host_.log); });
  host_.housekeeping.Add("certificates to call with", kExpiryEvery, [this, tls = configuration.crm().tls()](auto&) {
    security::ReportExpiry(tls, host_.metrics);
  });
  host_.housekeeping.AddInPortions("old plans", std::chrono::hours(1), [this](storage::Connection& db) {
    return plan_retention_.ForgetPortion(db, host_.clock.NowMicros());
  });
  host_.punctual.Add("reconcile", kReconcileEvery, [this](storage::Connection&) { reconciler_.RequestAll(); });
  host_.punctual.Add("reconcile what failed", kRetryEvery, [this](storage::Connection&) { reconciler_.Retry(); });
}

void Distribution::Serve(process::StopSignal& stop_signal) {
  const auto start = [this] { timers_.Start(), consumer_.Start(); };
  const auto stop = [this] { reconciler_.Stop(), consumer_.Stop(), timers_.Stop(); };
  host_.Serve(rpc::PointersTo(services_), stop_signal, start, stop);
}

}  // namespace voronka::distribution
