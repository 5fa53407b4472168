#include "crm_service/intake/unsorted/unsorted_rules.h"

#include <string>
#include <utility>

#include "crm_service/sales/deals/deal_rules.h"
#include "crm_service/sales/deals/sorting.h"
#include "crm_service/sales/pipelines/stages.h"
#include "foundation/rpc/requests/error.h"

namespace voronka::crm {

using v1::Deal;
using v1::TimelineEntry;

namespace {

// What became of it. Each text goes on with who did it.
rpc::Text TextOfSorted(const Deal& deal, const TimelineEntry& last) {
  if (WasDeclined(deal, last)) return {"The inquiry has been declined", "Заявку уже отклонили"};
  if (WasAttached(deal, last))
    return {"The inquiry has joined another deal", "Заявку уже присоединили к другой сделке"};
  return {"The inquiry has been taken", "Заявку уже взяли"};
}

rpc::Text Completed(rpc::Text text, const std::string& name) {
  const std::string end = name.empty() ? "." : ": " + name + ".";
  return {text.en + end, text.ru + end};
}

rpc::Text TextForOwner() { return {"The deal is yours already.", "Эта сделка уже ваша."}; }

}  // namespace

bool WasAccepted(const Deal& deal, const TimelineEntry& last) {
  return deal.state() == Deal::STATE_OPEN && deal.responsible_user_id() != 0 && !IsOnOffer(deal) &&
         last.kind() == TimelineEntry::KIND_UNSORTED_ACCEPTED;
}

// A lost deal that nobody has: whoever loses one otherwise has it.
bool WasDeclined(const Deal& deal, const TimelineEntry& last) {
  return deal.state() == Deal::STATE_LOST && deal.responsible_user_id() == 0 &&
         last.kind() == TimelineEntry::KIND_STAGE_CHANGED;
}

bool WasAttached(const Deal& deal, const TimelineEntry& last) {
  return IsAttached(deal) && last.kind() == TimelineEntry::KIND_UNSORTED_ATTACHED;
}

int64_t WhoSorted(const Deal& deal, const TimelineEntry& last) {
  if (WasDeclined(deal, last) || WasAttached(deal, last)) return last.actor_user_id();
  return deal.responsible_user_id();
}

void ThrowSorted(const rpc::Caller& caller, const Deal& deal, const TimelineEntry& last,
                 const std::optional<v1::User>& sorter) {
  if (!sorter && deal.state() == Deal::STATE_OPEN) {
    throw rpc::Error(rpc::Code::kFailedPrecondition,
                     {"NOT_UNSORTED", "deal_id", {"The deal is no unsorted inquiry.", "Это не неразобранная заявка."}});
  }
  const bool is_own = deal.responsible_user_id() != 0 && deal.responsible_user_id() == caller.user_id;
  auto text = is_own ? TextForOwner() : Completed(TextOfSorted(deal, last), sorter ? sorter->display_name() : "");
  rpc::Error::Metadata metadata;
  if (sorter) {
    metadata = {{"responsible_user_id", std::to_string(sorter->id())}, {"responsible_name", sorter->display_name()}};
  }
  throw rpc::Error(rpc::Code::kFailedPrecondition, {"ALREADY_SORTED", "deal_id", std::move(text)}, std::move(metadata));
}

void CheckMayReturn(const rpc::Caller& caller, const v1::Pipeline& pipeline, const Deal& deal,
                    const TimelineEntry& last) {
  const bool was_sorted = WasAccepted(deal, last) || WasDeclined(deal, last) || WasAttached(deal, last);
  const bool has_place = !IsArchived(pipeline) && pipeline.stages(0).kind() == v1::Stage::KIND_INCOMING;
  if (!was_sorted || !has_place) {
    throw rpc::Error(rpc::Code::kFailedPrecondition,
                     {"NOT_RETURNABLE",
                      "deal_id",
                      {"The deal has gone on since, and cannot wait for somebody again.",
                       "Со сделкой уже что-то сделали: вернуть её в «Неразобранное» нельзя."}});
  }
  if (caller.LeadsSales() || caller.user_id == WhoSorted(deal, last)) return;
  throw rpc::Error(rpc::Code::kPermissionDenied, {"NOT_RESPONSIBLE",
                                                  "deal_id",
                                                  {"Whoever has sorted the inquiry can return it, or a head of sales.",
                                                   "Вернуть заявку может тот, кто её разобрал, или РОП."}});
}

const v1::Stage& StageToWorkIn(const v1::Pipeline& pipeline, const std::string& named) {
  if (named.empty()) return FirstOpenStage(pipeline);
  const auto& stage = GetStage(pipeline, named);
  if (stage.kind() == v1::Stage::KIND_OPEN) return stage;
  throw rpc::Error(rpc::Code::kInvalidArgument,
                   {"NOT_AN_OPEN_STAGE",
                    "stage",
                    {"An inquiry is accepted into an open stage.", "Принять заявку можно только на открытый этап."}});
}

}  // namespace voronka::crm
