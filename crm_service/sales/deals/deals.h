#pragma once

#include <optional>
#include <string>
#include <vector>

#include "foundation/rpc/session.h"
#include "voronka/crm/v1/deal.pb.h"
#include "voronka/crm/v1/event.pb.h"
#include "voronka/crm/v1/pipeline.pb.h"
#include "voronka/crm/v1/timeline.pb.h"

namespace voronka::crm {

// What was done to a deal, as the event and the timeline tell it.
struct DealDeed {
  v1::DealChange::Kind kind;
  v1::TimelineEntry::Kind told_as;
  // Whom it is about, where that is not the actor.
  int64_t user_id = 0;
  // Why, or what, in the actor's words.
  std::string text = {};
  bool takes_offer = false;
};

// A deal whose row is locked until the session commits.
struct LockedDeal {
  v1::Deal deal;
  // Its pipeline, which cannot change until then either.
  v1::Pipeline pipeline;
  // The database's clock in microseconds, read when the lock was held: what deadlines are judged by.
  int64_t now;
};

// The deals of a stage, by the keys of pipeline and stage.
struct StageFilter {
  std::string pipeline;
  std::string stage;
  // 0: only those of nobody. Absent: all.
  std::optional<int64_t> responsible_user_id;

  // Of a request that names them so.
  template <class Request>
  static StageFilter Of(const Request& request) {
    StageFilter filter{request.pipeline(), request.stage(), std::nullopt};
    if (request.has_responsible_user_id()) filter.responsible_user_id = request.responsible_user_id();
    return filter;
  }
};

// The table `deals`. Every write of a deal goes through Insert or Save, which keep the totals, the stage history, the
// timeline and the event log in the same transaction.
class Deals {
 public:
  explicit Deals(rpc::Session& session) : session_(session) {}

  // Throw NOT_FOUND.
  v1::Deal Get(int64_t id);
  LockedDeal Lock(int64_t id);
  // The newest open deal of a contact, locked.
  std::optional<v1::Deal> LockOpenOf(int64_t contact_id);
  std::optional<v1::Deal> NewestOf(int64_t contact_id, v1::Deal::State state);
  v1::ListDealsResponse List(const v1::ListDealsRequest& request);
  // The newest of those with a smaller id than `before`, newest first.
  std::vector<v1::Deal> OnStage(const StageFilter& filter, int64_t before, int limit);

  // Gives the deal its number, times and versions, and a name where it has none.
  v1::Deal Insert(v1::Deal deal);
  // Compare-and-set on the epoch, which changes with owner, offer and stage.
  v1::Deal Save(const v1::Deal& before, v1::Deal after, const DealDeed& deed);

 private:
  void Tell(const v1::Deal* before, const v1::Deal& after, const DealDeed& deed);

  rpc::Session& session_;
};

}  // namespace voronka::crm
